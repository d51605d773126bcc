"""Which passages address a machine or an editor instead of a reader? They are quarantined: stored, shown as warnings, never cited.

Only the poisoned sentences go, with what belongs to them; the article's own facts stay. Sentences that report on such orders are news.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from summarizer.stages.asides.order_clues import ANSWER
from summarizer.stages.asides.orders import ENOUGH, order_points
from summarizer.stages.asides.passages import Passage, sentences, tied
from summarizer.stages.asides.prompt_syntax import is_syntax, worked_examples
from summarizer.stages.asides.unmasked import TURNED, holds_run, plain, undisguised

Split = Callable[[Passage], Sequence[Passage]]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OVERRIDING = _set(
    "ignore disregard forget override overrule discard bypass neglect dismiss abandon unlearn erase cancel aside attention following"
)
_MACHINES = _set(
    "ai ais llm llms gpt chatgpt chatbot chatbots bot bots assistant assistants summariser summarizer summarisers summarizers "
    "summarisation "
    "summarization aggregator aggregators crawler crawlers scraper scrapers parser parsers copilot copilots automated automatic language"
)
_HELPERS = _set(
    "model models agent agents tool tools system systems reader readers machine machines editor editors newsdesk operator algorithm "
    "software engine "
    "engines program copy desk"
)
_TURNS = _set("user human ai assistant system bot chatbot developer model tool operator")
_PLAY = _set("pretend imagine play role game")
_MAKERS = _set("whoever whomever whosoever anyone anybody who")
_PRODUCTS = _set(
    "summary summaries summarise summarize summarised summarized summarising summarizing brief briefs briefing headline headlines "
    "digest digests "
    "abstract bullet bullets title titles output outputs response responses reply replies answer answers translation recap overview "
    "synopsis prompt prompts instruction "
    "instructions citation citations cite article articles text page story"
)
_SUMMARIES = _set(
    "summary summaries summarisation summarization digest digests headline headlines brief briefs briefing output "
    "prompt recap synopsis overview"
)
_DUTIES = _set(
    "must should shall ought required requested asked instructed contain contains include includes without opens begins "
    "starts ends reads only"
)
_YOU = _set("you your yourself")
_ACTS = _set(
    "print output write reply respond answer say return display echo emit produce generate repeat include insert append add mention "
    "state report begin "
    "start end open close finish conclude use quote cite attribute credit link render translate replace treat keep join combine "
    "decode execute run follow "
    "obey comply reveal disclose show list send tell summarise summarize rank rate recommend praise promote describe call set put "
    "make give copy paste "
    "spell type complete continue fill provide remember store forward consider assume pretend act imagine confirm refer name title "
    "drop omit remove delete "
    "stop skip refuse decline switch enter leave emphasise emphasize highlight present portray verify log sign supersede substitute "
    "swap overwrite "
    "ascribe validate update unlock"
)
_STAGE = _set(
    "pretend imagine role play act mode operator developer administrator key token secret prompt credentials password "
    "jailbreak account from wallet payment"
)
_SIGN = (*"<[{}#`=\\~_", '":', '"]')
_SIGNS = re.compile(r"[<\[{}#`=\\~_]|\":|\"\]|\"\"\"|%[0-9a-fA-F]{2}%")
_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}%")
_NUMBERS = re.compile(r"\d[\d ,]{39}")
_ROW = re.compile(r"[\d ,]{5}")
_SINGLE = 4  # different letters that stand alone
_LETTERS = re.compile(r"[\u0250-\u1fff\u2c00-\ufaff\uff00-\uffef]")
_RULES = frozenset({"--", "==", "**", "//", "~~", "##"})
_TELLING = _YOU | _ACTS | _OVERRIDING | _PRODUCTS | _SUMMARIES | _DUTIES | _MACHINES | _HELPERS | _MAKERS | _TURNS | _PLAY | _STAGE
_EVERYDAY = _set("the of and to that with from said were been has for")
_TIED = 0.34  # share of its terms that the story holds, from which a sentence is the story's
_DETACHED = 0.15


def instruction_spans(text: str, parts: Sequence[Passage], split: Split | None = None, done: Container[int] = ()) -> list[tuple[int, int]]:
    """The quarantined spans of a text, in order, each within one passage of `parts`.

    `split`: gives the sentences of one of them. `done`: the places of passages that are asides already.
    """
    split = split or (lambda one: sentences(text, one))
    examples = worked_examples([one.text for one in parts]) if sum(":" in one.text[:40] for one in parts) > 1 else set()
    story = Counter([term for one in parts for term in one.terms])
    spans: dict[int, list[tuple[int, int]]] = {}
    odd = _odd(text)
    for index, one in enumerate(parts):
        if index in examples and index not in done:
            spans[index] = [(one.start, one.end)]
        elif index not in done and (found := _poisoned(one, split, story, odd)):
            spans[index] = found
    if spans:
        _with_neighbours(text, parts, spans, story, done)
    return [span for index in sorted(spans) for span in spans[index]]


def addresses_machine(line: str) -> bool:
    """Whether a title or name is an order to a machine."""
    return _is_order(line, True)


def _poisoned(one: Passage, splitter: Split, story: Counter[str], odd: bool) -> list[tuple[int, int]]:
    if not _suspicious(one.text, one.bag, odd):
        return []
    split = splitter(one)
    flags = [
        _suspicious(each.text, each.bag, odd) and _is_order(each.text, tied(each.terms, story, own=True) < _DETACHED) for each in split
    ]
    if not any(flags):
        return [(one.start, one.end)] if _is_order(one.text, False) and len(split) > 1 and len(one.words) < 60 else []
    _spread(split, flags, story)
    return _joined(split, flags)


def _spread(split: Sequence[Passage], flags: list[bool], story: Counter[str]) -> None:
    """An order goes on to the end of its paragraph, and what leads up to it belongs to it, unless a sentence tells of the story."""
    last = max(index for index, flag in enumerate(flags) if flag)
    first = flags.index(True)
    own = Counter([term for each in split for term in each.terms])
    for index, each in enumerate(split):
        rest = Counter({term: story[term] - own[term] > 0 for term in each.terms})
        if (
            not flags[index]
            and tied(each.terms, rest) < _TIED
            and (index > first or (index == first - 1 and len(each.words) <= 8) or last - first > 1)
        ):
            flags[index] = True


def _joined(split: Sequence[Passage], flags: Sequence[bool]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for index, (each, flag) in enumerate(zip(split, flags, strict=True)):
        if flag and index and flags[index - 1]:
            spans[-1] = (spans[-1][0], each.end)
        elif flag:
            spans.append((each.start, each.end))
    return spans


def _with_neighbours(
    text: str, parts: Sequence[Passage], spans: dict[int, list[tuple[int, int]]], story: Counter[str], done: Container[int]
) -> None:
    """Lines of the same block (no empty line between) that tell nothing of the story go with a poisoned one; so do lines between two."""
    gaps = [text[a.end : b.start].count("\n") for a, b in pairwise(parts)]
    blocks = sum(gap > 1 for gap in gaps) * 2 >= len(gaps)
    own = Counter([term for index in spans for term in parts[index].terms])
    for index in sorted(spans):
        for step in (1, -1):
            at = index + step
            while 0 <= at < len(parts) and at not in spans and at not in done and blocks and gaps[min(at, at - step)] < 2:
                rest = Counter({term: story[term] - own[term] > 1 for term in parts[at].terms})
                if tied(parts[at].terms, rest) >= _TIED:
                    break
                spans[at] = [(parts[at].start, parts[at].end)]
                at += step


def _holds_numbers(text: str) -> bool:
    """Whether a row of numbers does. 40 characters in a row show in every eighth, which is looked at first."""
    return _ROW.search(text[::8]) is not None and _NUMBERS.search(text) is not None


def _odd(text: str) -> bool:
    """Whether a text holds signs, runs or numbers that prose does not."""
    if any(sign in text for sign in _SIGN) or holds_run(text) or _holds_numbers(text) or ("%" in text and _ESCAPED.search(text)):
        return True
    return text[:2] in _RULES or any(f"\n{rule}" in text for rule in _RULES)


def _suspicious(text: str, bag: frozenset[str], odd: bool = True) -> bool:
    """Whether a passage holds enough to be looked at closely. Cheap: most news does not. `odd`: what `_odd` says of the whole text."""
    if _worded(text, bag & _TELLING):
        return True
    if odd and (_SIGNS.search(text) or text[:2] in _RULES or holds_run(text) or _holds_numbers(text)):
        return True
    if len([word for word in bag if len(word) == 1]) > _SINGLE:
        return True
    return (not text.isascii() and _LETTERS.search(text) is not None) or _strange(bag)


def _worded(text: str, told: frozenset[str]) -> bool:
    """Whether the telling words of a passage stand together as in an order."""
    if len(told) < 2 and not (told and ":" in text[:90]):
        return False
    you, acts = not _YOU.isdisjoint(told), not _ACTS.isdisjoint(told)
    if not _OVERRIDING.isdisjoint(told) and (acts or you or not _PRODUCTS.isdisjoint(told)):
        return True
    summaries, duties = not _SUMMARIES.isdisjoint(told), not _DUTIES.isdisjoint(told)
    if (not _MACHINES.isdisjoint(told) and (acts or duties or you)) or (summaries and (duties or you)):
        return True
    early = ":" in text[:90]
    if (not _HELPERS.isdisjoint(told) or not _MAKERS.isdisjoint(told)) and (summaries or early):
        return True
    if (early and not _TURNS.isdisjoint(told)) or (you and not _PLAY.isdisjoint(told)):
        return True
    speaks = you or not _STAGE.isdisjoint(told) or not _PRODUCTS.isdisjoint(told)
    return acts and speaks and ANSWER.pattern.search(text.lower()) is not None


def _strange(bag: frozenset[str]) -> bool:
    """Text without common words: perhaps a disguise, perhaps another language."""
    return (len(bag) > 3 and bag.isdisjoint(_EVERYDAY)) or len(bag & TURNED) > 1


def _is_order(text: str, detached: bool) -> bool:
    if is_syntax(text):
        return True
    low = plain(text)
    if order_points(low, detached) >= ENOUGH:
        return True
    return any(other.certain or order_points(other.text, True) >= ENOUGH for other in undisguised(text))
