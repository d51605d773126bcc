"""brief, plan, read, stories on the example articles, and on input and endpoints that fail."""

import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.brief import Brief

Command = Callable[..., "tuple[int, str, str]"]
REPOSITORY = Path(__file__).resolve().parents[2]
STRAIT = REPOSITORY / "examples" / "harrow-strait"
DAM = REPOSITORY / "examples" / "cobalt-dam"
FIRST, SECOND, *_ = sorted(STRAIT.iterdir())
NOBODY = "http://127.0.0.1:9/v1"


def test_a_folder_becomes_a_brief_and_stderr_says_which_engine(command: Command) -> None:
    code, out, err = command("brief", STRAIT)
    assert code == 0
    assert "BOTTOM LINE" in out
    assert "SOURCES" in out
    assert "\nRead 7 of 7 articles: " in out
    assert "\x1b" not in out
    assert err.startswith("summarizer: no model is configured")
    assert command("brief", STRAIT, "--quiet")[2] == ""


def test_every_quote_is_the_text_that_read_prints(command: Command) -> None:
    texts = {row["id"]: row["text"] for row in map(json.loads, command("read", STRAIT)[1].splitlines())}
    brief = Brief.model_validate_json(command("brief", STRAIT, "--format", "json")[1])
    assert brief.statements()
    assert all(statement.citations for statement in brief.statements())
    assert all(texts[c.source][c.start : c.end] == c.quote for c in brief.citations())
    assert all(source.text is None for source in brief.sources)


def test_with_embedded_sources_the_brief_holds_its_texts(command: Command) -> None:
    brief = Brief.model_validate_json(command("brief", DAM, "--format", "json", "--embed-sources")[1])
    texts = {source.id: source.text or "" for source in brief.sources}
    assert all(texts[c.source][c.start : c.end] == c.quote for c in brief.citations())


def test_the_page_shows_the_spans_in_their_context(command: Command, tmp_path: Path) -> None:
    code, out, err = command("brief", DAM, "-o", "brief.html", "-o", "brief.json")
    assert (code, out) == (0, "")
    assert "summarizer: written: brief.html" in err
    page = (tmp_path / "brief.html").read_text("utf-8")
    assert "data-source-text" in page
    assert "</mark> " in page or " <mark>" in page
    assert all(source.text is None for source in Brief.model_validate_json((tmp_path / "brief.json").read_text("utf-8")).sources)


def test_the_shape_of_the_brief_follows_the_options(command: Command) -> None:
    shown = command(
        "brief", STRAIT, "--format", "json", "--max-points", 2, "--sections", "bottom_line,key_points", "--focus", "When does it reopen?"
    )[1]
    brief = Brief.model_validate_json(shown)
    assert brief.focus == "When does it reopen?"
    assert all(len(story.key_points) <= 2 and not story.timeline and not story.figures for story in brief.stories)


def test_an_earlier_brief_is_named_in_the_later_one(command: Command, tmp_path: Path) -> None:
    command("brief", FIRST, SECOND, "-o", "before.json")
    earlier = Brief.model_validate_json((tmp_path / "before.json").read_text("utf-8"))
    assert Brief.model_validate_json(command("brief", STRAIT, "--previous", "before.json", "--format", "json")[1]).previous_id == earlier.id


def test_text_on_stdin_is_an_article(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = FIRST.read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert json.loads(command("read", "-")[1])["text"].count(" ") > 100


def test_stdin_can_hold_locations(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    named = f"{FIRST}\n\n{SECOND}\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(named.encode())))
    assert len(command("read", "--list", "-")[1].splitlines()) == 2


def test_stories_and_copies_are_told_apart(command: Command) -> None:
    groups = json.loads(command("stories", STRAIT, DAM)[1])
    assert len(groups) == 2
    assert sum(len(group["duplicates"]) for group in groups) == 2


def test_a_plan_calls_no_model_and_says_what_it_would_cost(command: Command) -> None:
    code, out, _ = command("plan", STRAIT, "--model", "gpt-4.1-mini", "--base-url", NOBODY, "--format", "json")
    plan = json.loads(out)
    assert code == 0
    assert (plan["articles"], plan["duplicates"]) == (7, 1)
    assert plan["calls"] > 0
    assert "no model is called" in command("plan", STRAIT)[1]


@pytest.mark.parametrize("name", ["none.txt", "empty"])
def test_nothing_to_read_is_exit_code_5_and_one_line(name: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = command("brief", name, "--quiet")
    assert (code, out, err.count("\n")) == (5, "", 1)
    assert name in err


def test_one_file_that_cannot_be_read_costs_itself_only(command: Command, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "good.txt").write_bytes(FIRST.read_bytes())
    code, out, _ = command("brief", tmp_path / "broken.pdf", tmp_path / "good.txt", "--format", "json")
    brief = Brief.model_validate_json(out)
    assert code == 0
    assert brief.coverage.read == 1
    assert "broken.pdf" in brief.coverage.failed[0].location


def test_an_endpoint_that_is_not_there_is_exit_code_6_and_what_could_be_saved_is(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_RETRIES", "0")
    monkeypatch.setenv("OPENAI_API_KEY", "canary-key-12345")
    code, out, err = command("brief", FIRST, "--model", "m", "--base-url", NOBODY, "--no-cache")
    assert code == 6
    assert "Traceback" not in err
    assert "127.0.0.1:9" in err
    assert "canary-key" not in out + err
    assert "BOTTOM LINE" in out
    assert command("brief", FIRST, "--model", "m", "--base-url", NOBODY, "--no-cache", "--lenient")[0] == 0
    code, _, err = command("brief", FIRST, "--model", "m", "--base-url", NOBODY, "--no-cache", "--quiet")
    assert (code, err.count("\n")) == (6, 1)  # the planted bug: --quiet kept back why the run ended with 6
    assert "127.0.0.1:9" in err


def test_a_cap_without_a_price_is_refused_before_anything_is_asked(command: Command) -> None:
    code, out, err = command("brief", STRAIT, "--model", "no-such-model", "--base-url", NOBODY, "--max-cost", "1")
    assert (code, out) == (2, "")
    assert "price" in err


def test_an_endpoint_that_a_folder_names_is_said(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "summarizer.toml").write_text(f'base_url = "{NOBODY}"\nmodel = "m"\nretries = 0\n')
    err = command("brief", FIRST)[2]
    assert f"articles are sent to {NOBODY}, as {tmp_path / 'summarizer.toml'} says" in err


def test_ctrl_c_ends_a_run_with_130_and_one_line() -> None:
    """Waiting on stdin in a thread, the worst place: nothing else would ever end it."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-m", "summarizer", "brief", "-"], stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin
        process.stdin.write("word " * 50_000)  # more than a pipe holds: this returns when the run reads
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, err) == ("", "summarizer: interrupted; what was finished is remembered and not paid for again\n")


def test_ctrl_c_before_the_work_has_begun_is_one_line_too() -> None:
    """A coroutine that never ran, or half an event loop, is complained about by Python when it is thrown away, on stderr."""
    script = (
        "import os, signal\n"
        "from summarizer.cli import stop\n"
        "async def work(): pass\n"
        "class Half:\n"
        "    def __del__(self): self.never_set\n"
        "def begin():\n"
        "    made, half = work(), Half()\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "with stop.on_interrupt():\n"
        "    try: begin()\n"
        "    except BaseException as error: code = stop.code_of(error)\n"
        "raise SystemExit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "summarizer: interrupted; what was finished is remembered and not paid for again\n"


CLOSED = (("<&-", 5), (">&-", 1), ("2>&-", 0))


@pytest.mark.parametrize(("closed", "code"), CLOSED)
def test_a_stream_that_is_closed_is_no_bug(closed: str, code: int) -> None:
    source = "-" if closed == "<&-" else str(REPOSITORY / FIRST)
    script = f"{sys.executable} -m summarizer brief --quiet '{source}' {closed}"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, cwd=REPOSITORY)
    assert done.returncode == code
    assert "bug" not in done.stderr
    assert done.stderr.count("\n") == (code > 0)


def test_a_locale_without_the_characters_gets_their_nearest_neighbours() -> None:
    from summarizer.cli.streams import made_usable

    made_usable()
    assert "• Über „Dürre“ – 5 € … 大".encode("ascii", "summarizer-plain") == b'* Uber "Durre" - 5 EUR ... ?'


@pytest.mark.parametrize("name", ["brief", "plan", "read", "stories"])
def test_a_single_input_that_fails_is_one_line(command: Command, name: str) -> None:
    code, out, err = command(name, "nowhere.txt")
    assert (code, out) == (5, "")
    assert err == "summarizer: nothing could be read: nowhere.txt: there is no such file or folder\n"


def test_of_several_inputs_that_fail_each_is_named_once(command: Command) -> None:
    err = command("brief", "one.txt", "two.txt")[2]
    assert (err.count("one.txt"), err.count("two.txt"), err.count("\n")) == (1, 1, 2)


def test_sections_without_points_are_told_all_the_same(command: Command) -> None:
    code, out, _ = command("brief", STRAIT, "--sections", "figures,conflicts")
    assert code == 0
    assert "FIGURES" in out
    assert "KEY POINTS" not in out


def test_sections_for_which_the_articles_hold_nothing_are_said(command: Command) -> None:
    code, _, err = command("brief", FIRST, "--sections", "conflicts")
    assert code == 5
    assert "nothing for the sections asked for (conflicts)" in err


@pytest.mark.parametrize("most", [60, 150, 300])
def test_the_words_are_kept_to_over_several_stories(command: Command, most: int) -> None:
    told = Brief.model_validate_json(command("brief", STRAIT, DAM, "--max-words", str(most), "--format", "json")[1])
    texts = {statement.id: statement.text for statement in told.statements()}
    assert sum(len(text.split()) for text in texts.values()) <= 1.2 * most


def test_what_does_not_answer_a_question_says_so_first(command: Command) -> None:
    out = command("brief", FIRST, "--focus", "What is the population of Mars?")[1]
    assert out.index("No article mentions “population”, “Mars”") < out.index("BOTTOM LINE")


def test_a_cluster_is_refused_with_what_to_do_instead(command: Command) -> None:
    code, out, err = command("brief", FIRST, "--cluster", "tcp://10.0.0.1:8786")
    assert (code, out) == (2, "")
    assert "not built" in err
    assert "--concurrency" in err


def test_a_language_that_is_no_code_is_refused(command: Command) -> None:
    code, _, err = command("brief", FIRST, "--language", "klingon; rm")
    assert code == 2
    assert "such as en, de or pt-BR" in err


def test_the_options_that_a_message_names_are_there(command: Command) -> None:
    err = command("brief", STRAIT, "--model", "no-such-model", "--base-url", NOBODY, "--max-cost", "1")[2]
    assert "--price-in and --price-out" in err
    help_text = command("brief", "--help")[1]
    assert all(option in help_text for option in ("--price-in", "--price-out", "--judge"))


@pytest.mark.parametrize("name", ["brief", "verify"])
def test_a_judge_that_needs_a_model_says_so(command: Command, tmp_path: Path, name: str) -> None:
    told = tmp_path / "told.txt"
    told.write_text("The strait is closed.")
    given = (FIRST, "--model", "m", "--base-url", NOBODY) if name == "brief" else (told, "--against", FIRST)
    code, _, err = command(name, *given, "--judge", "nli")
    assert code == 2
    assert "--judge-model DIR" in err


@pytest.mark.parametrize("address", ["ftp://news.example/a.txt", "file:///etc/passwd", "gopher://x"])
def test_an_address_of_another_kind_is_named_for_what_it_is(command: Command, address: str) -> None:
    code, _, err = command("brief", address)
    assert code == 5
    assert "only http:// and https:// addresses are read" in err


def test_on_a_terminal_what_is_said_breaks_at_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer.cli.voice import Voice

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "30")
    Voice().say("the brief is made of the articles' own sentences")
    assert capsys.readouterr().err.splitlines() == ["summarizer: the brief is made", "  of the articles' own", "  sentences"]
