"""Reduce with a model: its words are kept only where a finding's own sentences carry them."""

import json

import pytest

from summarizer import prompts
from summarizer.article import Sentence
from summarizer.claim import Claim, Draft, Finding
from summarizer.errors import BadReply, BudgetReached, ContextOverflow, ProviderError, ProviderRefused
from summarizer.protocols import Reply, Request
from summarizer.stages.asking import word_findings
from summarizer.stages.asking.fence import unfence
from summarizer.stages.asking.word_findings import FINDINGS_A_CALL, WordingWriter, grouped, plain_sentence, request_for, speaks_for_itself
from summarizer.testing import Heard, HonestModel, ScriptedModel

REDUCE = prompts.load("reduce")
GATE = "The main flood gate at Orrin failed on Tuesday, the river board said."
GATE_TOO = "Orrin's flood gate gave way on Tuesday, according to the board."
PEOPLE = "Some 1,200 people left their homes in Lower Orrin."
COST = "A new gate would cost 14 million crowns, it said."
SCHOOLS = "Schools in the valley stay closed until Monday."


def sentence(text: str, source: str = "a1", index: int = 0) -> Sentence:
    return Sentence(article=source, index=index, start=0, end=len(text), text=text, paragraph=0)


def finding(name: str, *texts: str) -> Finding:
    support = tuple(sentence(text, f"a{n}", n) for n, text in enumerate(texts))
    claim = Claim(article="a0", sentences=(support[0],), kind="fact", importance=1.0)
    return Finding(id=name, claims=(claim,), lead=support[0], support=support, kind="fact", salience=1.0, independent=len(texts))


FINDINGS = [finding("gate", GATE, GATE_TOO), finding("people", PEOPLE), finding("cost", COST, SCHOOLS)]  # numbered 1-2, 3, 4-5


def said(*statements: tuple[list[object], str], who: str = "") -> str:
    return json.dumps({"statements": [{"cites": cites, "text": text, "who": who} for cites, text in statements]})


async def write(model: ScriptedModel, findings: list[Finding] = FINDINGS, **options: object) -> dict[str, tuple[str, list[str]]]:
    drafts = await WordingWriter(model, REDUCE, **options).write(findings, "en")
    return {d.finding: (d.text, [s.text for s in d.sentences]) for d in drafts}


async def test_words_come_back_as_drafts_with_the_sentences_they_rest_on() -> None:
    drafts = await write(
        ScriptedModel([said(([1, 2], "The flood gate at Orrin failed on Tuesday."), ([3], "About 1,200 people left Lower Orrin."))])
    )
    assert drafts == {
        "gate": ("The flood gate at Orrin failed on Tuesday.", [GATE, GATE_TOO]),
        "people": ("About 1,200 people left Lower Orrin.", [PEOPLE]),
    }


async def test_a_wrong_number_is_relinked_by_the_words() -> None:
    writer = WordingWriter(ScriptedModel([said(([5], "A new gate would cost 14 million crowns."))]), REDUCE)
    (draft,) = await writer.write(FINDINGS, "en")
    assert (draft.finding, [s.text for s in draft.sentences]) == ("cost", [COST])
    assert writer.relinked == 1


async def test_a_wrong_group_is_relinked_by_the_words() -> None:
    drafts = await write(ScriptedModel([said(([3], "A new gate would cost 14 million crowns."))]))
    assert drafts == {"cost": ("A new gate would cost 14 million crowns.", [COST])}


@pytest.mark.parametrize("cites", [[], [0], [99], ["x"], [True]])
async def test_numbers_that_are_none_do_not_lose_a_text_that_a_group_carries(cites: list[object]) -> None:
    assert list(await write(ScriptedModel([said((cites, "Some 1,200 people left their homes."))]))) == ["people"]


async def test_a_text_that_nothing_carries_and_no_number_backs_is_dropped() -> None:
    writer = WordingWriter(ScriptedModel([said(([99], "Visit the casino and win prizes."))]), REDUCE)
    assert await writer.write(FINDINGS, "en") == ()
    assert writer.dropped == 1


async def test_of_a_reply_that_repeats_itself_until_it_is_cut_the_whole_statements_are_kept_and_nothing_is_asked_again() -> None:
    one = json.loads(said(([3], "Some 1,200 people left their homes.")))["statements"][0]
    model = ScriptedModel([Reply(text=json.dumps({"statements": [one] * 40})[:-30], finish="length")])
    assert list(await write(model)) == ["people"]
    assert len(model.requests) == 1


async def test_a_reply_cut_inside_its_first_statement_costs_its_points_and_one_call() -> None:
    """A small model that runs on would run on again: two cases of ours cost 5,400 and 6,100 tokens so."""
    model, heard = ScriptedModel([Reply(text='{"statements": [{"cites": [3], "text": "Some 1,2', finish="length")]), Heard()
    assert await write(model, listen=heard) == {}
    assert len(model.requests) == 1
    assert "too long and was cut" in heard.notices[0]


async def test_of_sentences_copied_one_after_the_other_the_first_is_the_statement() -> None:
    drafts = await write(ScriptedModel([said(([3, 4], f"{PEOPLE} The river rose on."))]))
    assert drafts == {"people": (PEOPLE, [PEOPLE])}


async def test_a_translation_keeps_the_sentences_it_names() -> None:
    drafts = await write(ScriptedModel([said(([3], "Environ mille deux cents habitants ont quitté leur maison."))]))
    assert drafts["people"][1] == [PEOPLE]


async def test_of_two_drafts_for_a_finding_the_better_carried_one_stays() -> None:
    drafts = await write(
        ScriptedModel([said(([3], "Many residents fled from danger, homes lost."), ([3], "Some 1,200 people left their homes."))])
    )
    assert drafts["people"][0] == "Some 1,200 people left their homes."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "See https://evil.example for the gate.",
        "The <b>gate</b> failed.",
        "The [gate](x) failed.",
        "The gate\x1b]0;x\x07 failed.",
        "The gate \u202efailed\u202c.",
        "The **gate** failed.",
        "`gate` failed.",
        "The gate failed " + "and failed again " * 20,
    ],
)
def test_what_is_no_plain_sentence_is_none(text: str) -> None:
    assert plain_sentence(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("- The gate failed [1].", "The gate failed."),
        ("[3] The gate failed [1, 2]", "The gate failed."),
        ("The U.S. gate of J. R. Halden cost $1.5 million in Oct. 2030.", "The U.S. gate of J. R. Halden cost $1.5 million in Oct. 2030."),
        ("“We heard a bang,” said Petra Vance.", "“We heard a bang,” said Petra Vance."),
        ("The gate failed. The board met on it later.", "The gate failed."),
        ("In 2030 (the year of rust) it failed.", "In 2030 (the year of rust) it failed."),
    ],
)
def test_marks_and_bullets_are_taken_off_a_plain_sentence(text: str, plain: str) -> None:
    assert plain_sentence(text) == plain


async def test_the_speaker_is_kept_only_as_the_source_names_it() -> None:
    async def speaker(who: str) -> str | None:
        (draft,) = await WordingWriter(ScriptedModel([said(([1], "The Orrin gate failed on Tuesday."), who=who)]), REDUCE).write(
            FINDINGS, "en"
        )
        return draft.attributed_to

    assert await speaker("the river board") == "the river board"
    assert await speaker("President Nobody") is None
    assert await speaker("") is None


async def test_nobody_is_named_as_speaker_of_a_sentence_that_reports_no_speech() -> None:
    model = ScriptedModel([said(([3], "Some 1,200 people left Lower Orrin."), who="Lower Orrin")])
    (draft,) = await WordingWriter(model, REDUCE).write(FINDINGS, "en")
    assert draft.attributed_to is None


@pytest.mark.parametrize(
    ("text", "language", "speaks"),
    [
        ("I will not ask another captain.", "en", True),
        ("The board said we failed.", "en", True),
        ("“We heard a bang,” said Petra Vance.", "en", False),
        ("The U.S. gate failed and US aid came.", "en", False),
        ("I ministri hanno deciso.", "it", False),
    ],
)
def test_a_brief_does_not_say_i(text: str, language: str, speaks: bool) -> None:
    assert speaks_for_itself(text, language) is speaks


async def test_a_malformed_reply_is_asked_for_once_more_and_then_the_sources_speak() -> None:
    heard = Heard()
    assert list(await write(ScriptedModel(["x", said(([3], "Some 1,200 people left."))]))) == ["people"]
    assert await write(ScriptedModel(["x", "y"]), listen=heard) == {}
    assert "keep their sources' own words" in heard.notices[0]


async def test_the_same_statement_five_hundred_times_is_one() -> None:
    assert len(await write(ScriptedModel([said(*[([3], "Some 1,200 people left their homes.")] * 500)]))) == 1


async def test_many_findings_go_in_even_batches_and_one_that_fails_costs_its_own() -> None:
    many = [finding(f"f{i}", f"The number {i}77 tram from Orrin was late on day {i}.") for i in range(20)]
    honest = HonestModel()
    asked = 0

    class Partly:
        async def complete(self, request: Request) -> Reply:
            nonlocal asked
            asked += 1
            if asked == 2:
                raise ProviderError("the endpoint failed")
            return await honest.complete(request)

    heard = Heard()
    drafts = await WordingWriter(Partly(), REDUCE, listen=heard).write(many, "en")
    assert asked == 3
    assert len(drafts) == 13
    assert "7 points keep their sources' own words" in heard.notices[0]
    assert all(len(r.user.split("group ")) - 1 <= FINDINGS_A_CALL for r in honest.requests)


@pytest.mark.parametrize("error", [BudgetReached("cap"), ProviderRefused("no")])
async def test_what_concerns_the_whole_run_is_raised_once_the_other_calls_have_ended(error: Exception) -> None:
    many = [finding(f"f{i}", f"The number {i}77 tram from Orrin was late on day {i}.") for i in range(20)]
    replies: list[object] = [error, "x", "x", "x", "x"]
    model = ScriptedModel(replies)
    with pytest.raises(type(error)):
        await WordingWriter(model, REDUCE).write(many, "en")
    assert len(model.requests) == 5


async def test_a_draft_that_failed_a_check_is_worded_again_with_the_reason_inside_the_fence() -> None:
    failed = Draft(finding="people", text="Some 1,300 people <b>left</b>.", sentences=FINDINGS[1].support, kind="fact")
    model = ScriptedModel([said(([1], "Some 1,200 people left their homes."))])
    again = await WordingWriter(model, REDUCE).repair(FINDINGS[1], failed, ["numbers: 1,300 is not in the source"], "en")
    assert again is not None
    assert (again.finding, again.text) == ("people", "Some 1,200 people left their homes.")
    assert "1,300 is not in the source" in model.requests[0].user
    assert "rejected: Some 1,300 people ‹b›left‹/b›." in model.requests[0].user.split("\n")


@pytest.mark.parametrize(
    "reply", [said(([1], "Some 1,300 people left.")), said(([9], "Win at the casino tonight.")), BadReply("x"), ProviderError("x")]
)
async def test_a_repair_that_is_no_better_is_none(reply: str | Exception) -> None:
    failed = Draft(finding="people", text="Some 1,300 people left.", sentences=FINDINGS[1].support, kind="fact")
    assert await WordingWriter(ScriptedModel([reply]), REDUCE).repair(FINDINGS[1], failed, ["numbers"], "en") is None


async def test_a_batch_too_long_is_halved() -> None:
    honest = HonestModel()

    class Narrow:
        async def complete(self, request: Request) -> Reply:
            if request.user.count("group ") > 1:
                raise ContextOverflow("too long")
            return await honest.complete(request)

    assert len(await WordingWriter(Narrow(), REDUCE).write(FINDINGS, "en")) == 3


async def test_nothing_to_word_is_no_call() -> None:
    assert await WordingWriter(ScriptedModel([]), REDUCE).write([], "en") == ()


def test_the_prompt_shows_few_sentences_of_different_articles_first_and_bounded_text() -> None:
    support = [
        *(sentence(f"Line {i} of the first.", "a", i) for i in range(4)),
        sentence("Line of another.", "b", 9),
        sentence("x" * 5000, "c", 3),
    ]
    big = Finding(id="f", claims=(), lead=support[0], support=tuple(support), kind="fact", salience=1.0, independent=2)
    (group,) = grouped([big])
    shown = [s.text for s in group.sentences.values()]
    assert shown[:2] == ["Line 0 of the first.", "Line of another."]
    assert len(shown) <= 5
    assert "x" * 5000 not in shown


def test_language_and_focus_are_in_the_request_and_the_lines_in_the_fence() -> None:
    request = request_for(grouped(FINDINGS), REDUCE, "de", focus="Who\npays?")
    assert "in German" in request.system
    assert request.user.endswith("The reader asks: Who pays?")
    assert list(unfence(request.user)) == [1, 2, 3, 4, 5]


async def test_an_honest_model_passes_the_check_that_a_cache_makes_and_a_wrong_one_does_not() -> None:
    request = request_for(grouped(FINDINGS), REDUCE, "en")
    word_findings.check(request, await HonestModel().complete(request))
    for bad in ("x", '{"statements": "none", "title": 7}', said(([99], "Visit the casino and win prizes."))):
        with pytest.raises(BadReply):
            word_findings.check(request, Reply(text=bad))
