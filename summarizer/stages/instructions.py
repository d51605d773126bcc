"""Which passages address a machine or an editor instead of a reader? They are quarantined: stored, shown as warnings, never cited.

Only the poisoned sentences go, with what belongs to them; the article's own facts stay. Sentences that report on such orders are news.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from summarizer.stages.orders import ENOUGH, order_points
from summarizer.stages.passages import Passage, sentences, tied
from summarizer.stages.prompt_syntax import is_syntax, worked_examples
from summarizer.stages.unmasked import plain, undisguised


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OVERRIDING = _set(
    "ignore disregard forget override overrule discard bypass neglect dismiss abandon unlearn erase cancel aside attention following"
)
_MACHINES = _set(
    "ai ais llm llms gpt chatgpt chatbot chatbots bot bots model models assistant assistants summariser summarizer summarisers "
    "summarizers "
    "summarisation summarization aggregator aggregators crawler crawlers scraper scrapers parser parsers agent agents copilot "
    "copilots tool tools "
    "system systems reader readers automated automatic machine machines editor editors editors' newsdesk operator algorithm software "
    "engine engines program"
)
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
_SIGNS = re.compile(r"[<\[{}|#`=\\~_]|\":|\"\]|\"\"\"|%[0-9a-fA-F]{2}%")
_NUMBERS = re.compile(r"\d[\d ,]{39}")
_LONG = 20  # code points of an unbroken run
_SINGLE = 4  # different letters that stand alone
_LETTERS = re.compile(r"[\u0250-\u1fff\u2c00-\ufaff\uff00-\uffef]")
_RULES = frozenset({"--", "==", "**", "//", "~~", "##"})
_EVERYDAY = _set("the of and to that with from said were been has for")
_TIED = 0.34  # share of its terms that the story holds, from which a sentence is the story's
_DETACHED = 0.15


def instruction_spans(text: str, parts: Sequence[Passage]) -> list[tuple[int, int]]:
    """The quarantined spans of a text, in order, each within one passage of `parts`."""
    examples = worked_examples([one.text for one in parts]) if sum(":" in one.text[:40] for one in parts) > 1 else set()
    story = Counter([term for one in parts for term in one.terms])
    spans: dict[int, list[tuple[int, int]]] = {}
    for index, one in enumerate(parts):
        if index in examples:
            spans[index] = [(one.start, one.end)]
        elif found := _poisoned(text, one, story):
            spans[index] = found
    if spans:
        _with_neighbours(text, parts, spans, story)
    return [span for index in sorted(spans) for span in spans[index]]


def addresses_machine(line: str) -> bool:
    """Whether a title or name is an order to a machine."""
    return _is_order(line, True)


def _poisoned(text: str, one: Passage, story: Counter[str]) -> list[tuple[int, int]]:
    if not _suspicious(one.text, one.bag):
        return []
    split = sentences(text, one)
    flags = [_suspicious(each.text, each.bag) and _is_order(each.text, tied(each.terms, story, own=True) < _DETACHED) for each in split]
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


def _with_neighbours(text: str, parts: Sequence[Passage], spans: dict[int, list[tuple[int, int]]], story: Counter[str]) -> None:
    """Lines of the same block (no empty line between) that tell nothing of the story go with a poisoned one; so do lines between two."""
    gaps = [text[a.end : b.start].count("\n") for a, b in pairwise(parts)]
    blocks = sum(gap > 1 for gap in gaps) * 2 >= len(gaps)
    own = Counter([term for index in spans for term in parts[index].terms])
    for index in sorted(spans):
        for step in (1, -1):
            at = index + step
            while 0 <= at < len(parts) and at not in spans and blocks and gaps[min(at, at - step)] < 2:
                rest = Counter({term: story[term] - own[term] > 1 for term in parts[at].terms})
                if tied(parts[at].terms, rest) >= _TIED:
                    break
                spans[at] = [(parts[at].start, parts[at].end)]
                at += step


def _suspicious(text: str, bag: frozenset[str]) -> bool:
    """Whether a passage holds enough to be looked at closely. Cheap: most news does not."""
    acts, you = not _ACTS.isdisjoint(bag), not _YOU.isdisjoint(bag)
    product = not _PRODUCTS.isdisjoint(bag)
    if not _OVERRIDING.isdisjoint(bag) and (product or acts or you):
        return True
    if not _MACHINES.isdisjoint(bag) and (acts or you or product or ":" in text[:90] or "," in text[:50]):
        return True
    if (product and (acts or you)) or (you and acts) or (not _STAGE.isdisjoint(bag) and (acts or you)):
        return True
    if not _SUMMARIES.isdisjoint(bag) and not _DUTIES.isdisjoint(bag):
        return True
    if _SIGNS.search(text) or text[:2] in _RULES or _NUMBERS.search(text) or max(map(len, text.split()), default=0) >= _LONG:
        return True
    if len([word for word in bag if len(word) == 1]) > _SINGLE:
        return True
    return (not text.isascii() and _LETTERS.search(text) is not None) or _strange(bag)


def _strange(bag: frozenset[str]) -> bool:
    """Text without common words: perhaps a disguise, perhaps another language."""
    return len(bag) > 3 and bag.isdisjoint(_EVERYDAY)


def _is_order(text: str, detached: bool) -> bool:
    if is_syntax(text):
        return True
    low = plain(text)
    if order_points(low, detached) >= ENOUGH:
        return True
    return any(other.certain or order_points(other.text, True) >= ENOUGH for other in undisguised(text))
