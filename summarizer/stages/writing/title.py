"""What is a story called? Its headline, in the bottom line's own words, and its label before anything is written."""

import re
from collections.abc import Mapping, Sequence

from summarizer.article import Article, Sentence
from summarizer.brief import Statement
from summarizer.stages.choosing.tighten import FRONTED, SAID, tighten
from summarizer.stages.text.assertion import has_verb
from summarizer.stages.text.speech import even

_SHORT, _CUT, _LONG, _WHOLE, _LONGEST = 6, 14, 16, 20, 26
"""Words: a headline that ends where a clause does has 6 to 16; else a bottom line of at most 20 is one as a whole; else it is cut at 14.
What stands before its subject is not counted, up to 26 in all."""
_CLAUSE = re.compile(r"(?:after|before|when|while|because|amid|following|until)$", re.I)
_VERB = re.compile(r"(?:has|have|had|is|are|was|were|will|would|\w+ed)$")
_GOES_ON = re.compile(r"(?:model|pattern|nam|styl)l?ed$|(?:shortly|soon|just|immediately|even|only|right|long|well)$", re.I)
"""Before "after" and "before" it belongs to what follows: "a mailer modelled after"."""
_NARROWED = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|only|few|little|hardly|rather|den(?:y|ies|ied)|refus\w+)\b|n[’']t\b", re.I
)
"""Words that say less, or the contrary, without what follows them."""
_TIME = re.compile(
    r"\b(?:an?|\d+|half an?|two|three|four|five|six|seven|eight|nine|ten|some|many|few) (?:minute|hour|day|week|month|year|decade)s?$", re.I
)
"""Likewise."""
_WEAK_END = re.compile(
    r"(?:the|an?|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|its|his|her|their|is|was|were|are|be|will|would|has|had|have|this)$",
    re.I,
)


def headline(statement: Statement | None, articles: Sequence[Article]) -> str:
    """A headline from the bottom line's own words: to the end of a clause if one ends in time, all of it, or cut with "…"; never from a
    page's title, which is the publisher's and may say anything."""
    if statement is None:
        return "Nothing could be said" if not articles else "One article" if len(articles) == 1 else f"{len(articles)} articles"
    text = tighten(statement.text, lambda words: float(len(words.split())), keep=0.4).rstrip(".")
    words = text.split()
    opening = FRONTED.match(text)
    before = len(opening.group().split()) if opening else 0
    longest = min(before + _LONG, _LONGEST)
    if len(words) <= longest:
        return text
    for size in range(longest, before + _SHORT - 1, -1):
        head = " ".join(words[:size]).rstrip(",;— ")
        if _ends_a_clause(words, size) and not _NARROWED.search(head) and _says(head, text):
            return head
    if len(words) <= min(before + _WHOLE, _LONGEST):
        return text
    cut = max(_CUT, before + _SHORT)
    while cut > _SHORT and _WEAK_END.match(words[cut - 1]):
        cut -= 1
    return " ".join(words[:cut]).rstrip(",;— ") + " …"


def _ends_a_clause(words: Sequence[str], size: int) -> bool:
    """Whether the first `size` words could be all: before a pause, a subordinate clause, or a second verb."""
    last, after = words[size - 1], words[size]
    if last.endswith((",", ";", "—")):
        return not _VERB.match(after)
    if _WEAK_END.match(last) or _GOES_ON.match(last) or _TIME.search(" ".join(words[:size])):
        return False
    second_verb = after in ("and", "but") and size + 1 < len(words) and _VERB.match(words[size + 1])
    return bool(_CLAUSE.match(after) or second_verb)


def _says(head: str, text: str) -> bool:
    """Whether the head asserts something, as the text does ("Ilse Venn, the minister" does not; other languages are let pass), and cuts off
    neither half a quotation nor who says it."""
    return even(head) and (has_verb(head) or not has_verb(text)) and not SAID.search(text, len(head))


def story_label(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]) -> str:
    """What a cluster is about before anything is written: its first article's opening news sentence, at most 14 words."""
    opening = next((s.text for s in sentences[articles[0].id] if s.aside is None and s.role == "prose"), articles[0].title or "(no text)")
    words = opening.split()
    return " ".join(words[:_CUT]) + (" …" if len(words) > _CUT else "")
