"""Files are replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from summarizer.edges.output import check_writable, write_atomically
from summarizer.errors import SummarizerError, UsageError


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_atomically(path, "one\r\ntwo é\n")
    write_atomically(path, "three\n")
    assert path.read_bytes() == b"three\n"
    assert os.listdir(tmp_path) == ["brief.md"]


def test_mode_and_link_of_the_old_file_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_full_device_is_an_error_that_says_so() -> None:
    with pytest.raises(SummarizerError, match="No space left"):
        write_atomically(Path("/dev/full"), "text")
    assert not Path("/dev/full").is_file()


def test_when_writing_fails_the_old_file_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.md"]


def test_when_the_file_size_is_limited_the_old_file_is_still_there(tmp_path: Path) -> None:
    """The disk-full fault without root: RLIMIT_FSIZE in a child process."""
    import subprocess
    import sys

    path = tmp_path / "brief.md"
    path.write_text("old")
    program = (
        "import resource, signal, sys; from pathlib import Path; from summarizer.edges.output import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_atomically(Path(sys.argv[1]), 'x' * 100_000)"
    )
    run = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True)
    assert run.returncode == 1
    assert "could not be written: File too large" in run.stderr
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.md"]


@pytest.mark.parametrize(
    ("name", "said"), [("missing/brief.md", "does not exist"), ("", "is a folder"), ("file/brief.md", "is not a folder")]
)
def test_a_place_that_cannot_be_written_to_is_known_beforehand(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=said):
        check_writable(tmp_path / name)


def test_a_fitting_place_passes(tmp_path: Path) -> None:
    check_writable(tmp_path / "brief.md")
    check_writable(Path("/dev/null"))
    assert os.listdir(tmp_path) == []
