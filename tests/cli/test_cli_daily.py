"""`summarizer daily` and `summarizer editions` as they are typed."""

import re
import subprocess
from pathlib import Path

import pytest

from summarizer.brief import Brief
from summarizer.cli.app import run

DOCS = Path(__file__).resolve().parents[2] / "docs" / "daily.md"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "ice.txt").write_text("The harbour of Orsk froze over on Monday for the first time since 1987. Skaters came by the hundred.\n")
    (tmp_path / "briefing.toml").write_text('folders = ["inbox"]\ntimezone = "UTC"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "briefing.toml"


def test_init_writes_a_profile_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    assert run(["daily", str(path), "--init"]) == 0
    assert "feeds = [" in path.read_text("utf-8")
    assert run(["daily", str(path), "--init"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_an_edition_is_made_shown_and_shown_again(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["daily", str(profile), "--format", "json", "-q"]) == 0
    first = capsys.readouterr()
    brief = Brief.model_validate_json(first.out)
    assert "froze over" in brief.stories[0].headline
    assert run(["daily", str(profile), "--format", "json"]) == 0
    again = capsys.readouterr()
    assert again.out == first.out
    assert "made before" in again.err
    assert (profile.parent / "editions" / "index.html").exists()


def test_editions_are_listed_shown_and_traced(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["editions", str(profile)]) == 2
    assert "no memory yet" in capsys.readouterr().err
    run(["daily", str(profile), "-q"])
    capsys.readouterr()
    assert run(["editions", str(profile)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    day, ident, _ = re.split(r"\s+", line, maxsplit=2)
    assert run(["editions", str(profile), "--show", day, "--format", "json"]) == 0
    assert Brief.model_validate_json(capsys.readouterr().out).id == ident
    assert run(["editions", str(profile), "--show", "1999-01-01"]) == 2
    assert run(["editions", str(profile), "--trace", "https://x.example/none"]) == 1


def test_check_tells_the_health_and_a_dry_run_leaves_nothing(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["daily", str(profile), "--check"]) == 0
    assert "1 of 1 sources are well." in capsys.readouterr().out
    assert run(["daily", str(profile), "--dry-run"]) == 0
    assert "froze over" in capsys.readouterr().out
    assert not (profile.parent / "editions").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["daily", "none.toml"], 2, "there is no such profile"),
        (["daily", "--since", "yesterday"], 2, "YYYY-MM-DD"),
        (["daily", "--edition"], 2, "requires an argument"),
    ],
)
def test_mistakes_are_one_line(profile: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str) -> None:
    assert run(arguments) == code
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


def test_a_delivery_that_fails_is_an_exit_code_unless_lenient(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile.write_text('folders = ["inbox"]\n[delivery]\nfolder = ""\nwebhooks = [{url = "ftp://x.example/"}]\n', "utf-8")
    assert run(["daily", str(profile), "-q"]) == 1
    assert run(["daily", str(profile), "-q", "--lenient"]) == 0


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.S)


def test_the_cron_line_of_the_documentation_runs_as_cron_would(profile: Path) -> None:
    (text,) = snippets("cron")
    fields = next(line for line in text.splitlines() if not line.startswith("#")).split(maxsplit=5)
    assert all(re.fullmatch(r"[\d*]+", field) for field in fields[:5])
    home = profile.parent / "home"
    (home / "briefing").mkdir(parents=True)
    (home / "briefing" / "briefing.toml").write_text(f'folders = ["{profile.parent / "inbox"}"]\n', "utf-8")
    tools = Path(__import__("sys").executable).parent
    done = subprocess.run(
        ["/bin/sh", "-c", fields[5]],
        env={"HOME": str(home), "PATH": f"{tools}:/usr/bin:/bin"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (home / "briefing" / "editions" / "index.html").exists()


def test_the_systemd_units_of_the_documentation_are_valid(tmp_path: Path) -> None:
    import shutil

    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here")
    names = ("briefing.service", "briefing.timer")
    for name, text in zip(names, snippets("ini"), strict=True):
        (tmp_path / name).write_text(text.replace("%h", str(tmp_path)), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in names)], capture_output=True, text=True, check=False
    )
    assert "briefing" not in done.stderr, done.stderr


def test_the_github_workflow_of_the_documentation_is_yaml_with_its_parts() -> None:
    yaml = pytest.importorskip("yaml")
    (text,) = snippets("yaml")
    flow = yaml.safe_load(text)
    steps = flow["jobs"]["edition"]["steps"]
    assert flow[True]["schedule"][0]["cron"].count(" ") == 4  # YAML 1.1 reads "on" as true
    assert any("summarizer daily" in step.get("run", "") for step in steps)
    assert flow["permissions"]["contents"] == "read"


def test_an_edition_names_files_from_its_folder_on_and_nothing_of_the_machine(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["daily", str(profile), "--format", "json", "-q"])
    out = capsys.readouterr().out
    assert [source.path for source in Brief.model_validate_json(out).sources] == ["inbox/ice.txt"]
    assert str(profile.parent) not in out


def test_a_quiet_edition_says_so_once_and_first(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["daily", str(profile), "-q"])
    capsys.readouterr()
    assert run(["daily", str(profile), "-q", "--edition", "noon"]) == 0
    out = capsys.readouterr().out
    assert out.count("othing new since the last edition") == 1
    assert out.index("Nothing new") < out.index("Read 0 of 0")
    assert "none" not in out
