"""Which of five places a setting comes from, and what is said about one that is wrong."""

from pathlib import Path

import pytest

from summarizer.edges.config import NAMES, configured, default_user_file, shown
from summarizer.errors import UsageError
from summarizer.settings import Outline, Settings


@pytest.fixture
def user_file(tmp_path: Path) -> Path:
    path = tmp_path / "user" / "config.toml"
    path.parent.mkdir()
    return path


def test_flag_beats_environment_beats_folder_beats_user_file_beats_default(tmp_path: Path, user_file: Path) -> None:
    user_file.write_text("max_points = 3\nconcurrency = 2\nretries = 1\nmax_words = 300\n")
    (tmp_path / "summarizer.toml").write_text("max_points = 4\nconcurrency = 3\nretries = 2\n")
    environ = {"SUMMARIZER_MAX_POINTS": "5", "SUMMARIZER_CONCURRENCY": "4"}
    found = configured({"max_points": 6, "model": None}, environ=environ, folder=tmp_path, user_file=user_file)
    assert (found.settings.outline.max_points, found.settings.concurrency, found.settings.retries) == (6, 4, 2)
    assert found.settings.outline.max_words == 300
    names = ("max_points", "concurrency", "retries", "max_words", "chunk_tokens")
    assert [found.origins[name] for name in names] == [
        *("--max-points", "SUMMARIZER_CONCURRENCY", str(tmp_path / "summarizer.toml"), str(user_file), "default"),
    ]


def test_without_anything_set_the_defaults_hold_and_replies_are_remembered(tmp_path: Path, user_file: Path) -> None:
    found = configured(environ={}, folder=tmp_path, user_file=user_file)
    assert found.settings.model_copy(update={"state": None}) == Settings()
    assert found.settings.outline == Outline()
    assert found.settings.state is not None
    assert set(found.origins.values()) == {"default"}


def test_the_openai_variables_count_below_our_own(tmp_path: Path, user_file: Path) -> None:
    environ = {"OPENAI_API_KEY": "sk-theirs-000000000000", "OPENAI_BASE_URL": "http://a.example", "SUMMARIZER_BASE_URL": "http://b.example"}
    found = configured(environ=environ, folder=tmp_path, user_file=user_file)
    assert found.settings.api_key == "sk-theirs-000000000000"
    assert found.settings.base_url == "http://b.example"
    assert found.origins["api_key"] == "OPENAI_API_KEY"


def test_a_key_is_never_shown(tmp_path: Path, user_file: Path) -> None:
    found = configured(environ={"OPENAI_API_KEY": "sk-theirs-000000000000"}, folder=tmp_path, user_file=user_file)
    assert "sk-theirs" not in repr(shown(found)) + repr(found.settings)
    assert set(shown(found)) == set(NAMES)


def test_limits_have_a_table_of_their_own(tmp_path: Path, user_file: Path) -> None:
    (tmp_path / "summarizer.toml").write_text('sections = ["key_points", "timeline"]\n[limits]\npages = 7\n')
    found = configured(environ={"SUMMARIZER_LIMITS_REDIRECTS": "2"}, folder=tmp_path, user_file=user_file)
    assert (found.settings.limits.pages, found.settings.limits.redirects) == (7, 2)
    assert found.settings.outline.sections == ("key_points", "timeline")


def test_an_empty_variable_counts_as_not_set(tmp_path: Path, user_file: Path) -> None:
    assert configured(environ={"SUMMARIZER_MODEL": "", "OPENAI_API_KEY": ""}, folder=tmp_path, user_file=user_file).settings.model is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max_point = 3", "unknown setting 'max_point'; did you mean 'max_points'?"),
        ("zzzz = 3", "unknown setting 'zzzz'"),
        ("[limits]\npagess = 3", "did you mean 'limits.pages'?"),
        ("limits = 3", "must be a table"),
        ("max_points = 0", "max_points (from"),
        ("max_points = 'many'", "valid integer"),
        ("sections = ['key_points', 'poem']", "unknown section 'poem'"),
        ("sections = 3", "unknown section '3'"),
        ("a = [", "not valid TOML"),
        ("api_key = 'sk-x'", "put the key into OPENAI_API_KEY"),
        ("[limits]\npages = 'x'", "limits.pages (from"),
    ],
)
def test_a_wrong_file_is_one_plain_line_that_names_the_setting(text: str, said: str, tmp_path: Path, user_file: Path) -> None:
    (tmp_path / "summarizer.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        configured(environ={}, folder=tmp_path, user_file=user_file)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path, user_file: Path) -> None:
    (tmp_path / "summarizer.toml").write_bytes(b"model = '\xff'")
    with pytest.raises(UsageError, match=r"summarizer\.toml cannot be read"):
        configured(environ={}, folder=tmp_path, user_file=user_file)


def test_the_key_may_stand_in_the_users_own_file(tmp_path: Path, user_file: Path) -> None:
    user_file.write_text("api_key = 'sk-mine'")
    assert configured(environ={}, folder=tmp_path, user_file=user_file).settings.api_key == "sk-mine"
    assert default_user_file().name == "config.toml"
