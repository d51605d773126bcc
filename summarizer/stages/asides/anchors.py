"""Which sentences are there for a link's sake: another story's headline worked into a general remark?

Farms of copied content do this: "Banks adapt as well, with Northbank winning over young savers." The tail is a headline turned into "
    "a participle; its names and
words occur nowhere else in the article, and what it hangs on names nothing of the story either.
"""

import re
from collections import Counter

from summarizer.stages.asides.passages import Passage, passage, tied

_HOOK = re.compile(
    r"(?:,\s+|\s)(?:including|with|as (?:evidenced|shown|seen|demonstrated|highlighted|illustrated|exemplified|reflected) (?:by|in"
    r"|with)|such as)\s+"
    r"(?P<tail>(?P<names>(?:[A-Z][\w&’'.-]*\s+){1,5})(?:[a-z]+ly\s+)?[a-z]{2,}ing\s[^;]{10,160})$"
)
_NEAR = re.compile(r"\b(?:including|with|by|in|as) [A-Z][\w&’'.-]*\s(?:[A-Z][\w&’'.-]*\s){0,4}(?:[a-z]+ly )?[a-z]{2,}ing ")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w&-]{2,}")
_OPENS = (
    "including ",
    "with ",
    "such as ",
    " as evidenced",
    " as shown",
    " as seen",
    " as demonstrated",
    " as highlighted",
    " as illustrated",
)
_TRIUMPH = re.compile(
    r"\b(?:successful(?:ly)?|first|next[- ]generation|record|new|leading|winning|beating|capturing|launching|unveiling|historic)\b"
)
_NEW = 0.4  # share of the tail's terms that the story may hold


def may_hold(one: Passage) -> bool:
    """Whether a look at its sentences is worth it."""
    return "ing " in one.text and any(word in one.text for word in _OPENS) and _NEAR.search(one.text) is not None


def is_anchor(sentence: Passage, story: Counter[str], text: str) -> bool:
    """Whether a sentence of `text` ends in another story's headline. `story` counts the passages that hold a term, its own among them."""
    found = _HOOK.search(sentence.text.rstrip('.!?”"'))
    if found is None:
        return False
    tail = passage(sentence.text, found.start("tail"), len(sentence.text), "prose")
    if len(tail.terms) < 3 or tied(tail.terms, story, own=True) > _NEW:
        return False
    head = sentence.text[: found.start("tail")]
    told = any(story[name.lower()[:6]] > 1 for name in _NAME.findall(head))
    return not told and any(text.count(name) == 1 for name in found["names"].split())


def triumphs(sentence: Passage) -> bool:
    """Whether it speaks as releases and headlines do of success and novelty."""
    return bool(_TRIUMPH.search(sentence.text))
