"""briefing.toml: what it may hold, and what it says about what it may not."""

from pathlib import Path

import pytest

from summarizer.daily.profile import WORDS_A_MINUTE, load, parse
from summarizer.daily.starter import STARTER
from summarizer.errors import UsageError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('feedz = ["https://x.example/"]', "“feedz” is not known; did you mean “feeds”?"),
        ('feeds = [{url = "https://x.example/", wieght = 2}]', "did you mean “weight”?"),
        ('feeds = ["https://x.example/"]\n[delivery.mail]\nhots = "x"', "did you mean “host”?"),
        ('feeds = ["https://x.example/"]\n[fetch]\nrecheckdays = 2', "did you mean “recheck_days”?"),
        ('feeds = ["https://x.example/"]\n[engine]\napi_key = "sk-1"', "keys and passwords stay in the environment"),
        ('feeds = ["https://x.example/"]\nsections = ["key_point"]', "did you mean “key_points”?"),
        ('feeds = ["https://x.example/"]\ntimezone = "Europe/Berlim"', "no time zone"),
        ('feeds = ["https://x.example/"]\nminutes = "six"', "minutes:"),
        ('feeds = ["https://x.example/"]\nname = "../x"', "name:"),
        ("title = 'x'", "names nothing to read"),
        ("feeds = [", "not TOML"),
    ],
)
def test_a_mistake_is_one_plain_line_that_says_what_to_do(text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(text)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert "sk-1" not in str(error.value)


def test_the_starter_is_a_profile() -> None:
    profile = parse(STARTER)
    assert profile.words == 6 * WORDS_A_MINUTE
    assert profile.feeds[0].url == "https://news.example.org/rss.xml"


def test_every_setting_that_the_starter_shows_commented_out_is_one() -> None:
    lines = [line.removeprefix("# ") for line in STARTER.splitlines()]
    shown = [line for line in lines if (line.split(" ")[0].isidentifier() and " = " in line) or line.startswith("[")]
    text = "\n".join(line.replace("https://…", "https://x.example") for line in shown)
    text = text.replace("feeds = [", 'feeds = ["https://x.example/"]').replace('timezone = "Europe/Berlin"', "")
    parse(text.replace("{ url", "# { url"))


def test_paths_start_from_the_profiles_folder(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text('folders = ["inbox"]\nopml = ["all.opml", "https://x.example/all.opml"]\n', "utf-8")
    profile = load(tmp_path / "briefing.toml")
    assert profile.folders == (str(tmp_path / "inbox"),)
    assert profile.opml == (str(tmp_path / "all.opml"), "https://x.example/all.opml")
    assert profile.state == str(tmp_path / "briefing.sqlite")
    assert profile.delivery.folder == str(tmp_path / "editions")


def test_an_empty_folder_means_none() -> None:
    assert parse('feeds = ["https://x.example/"]\n[delivery]\nfolder = ""').delivery.folder is None


def test_a_profile_that_is_not_there_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--init"):
        load(tmp_path / "none.toml")
