"""Is what stands at a place told as past or as still to come?"""

import re
from typing import Literal

Tense = Literal["past", "future", "unknown"]

_FUTURE = re.compile(
    r"\b(?:(?:will|won['’]t|shall|would|going\s+to)(?:\s+(?:not|also|be|have|been|then))*(?:\s+\w+)?"
    r"|(?:is|are|was|were)\s+(?:due|set|likely|expected|scheduled|slated|supposed|planning)?\s*to\s+(?:be\s+)?\w+"
    r"|(?:expected|scheduled|slated|set|due|planned|pencill?ed\s+in|booked|called|listed)\s+(?:to\s+(?:be\s+)?\w+|for|on|in)"
    r"|(?:may|might|can|could|must)(?:\s+(?:not|also|be|only))*\s+(?!have\b)[a-z]\w*"
    r"|plan(?:s|ned|ning)?\s+(?:to|for)(?:\s+\w+)?|(?:expects?|hopes?|intends?|wants?|aims?)\s+(?:to\s+)?\w+|upcoming|forthcoming|later\s+this|ahead\s+of"
    r"|deadline(?:\s+(?:of|on|for))?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?!(?:need|speed|feed|indeed|proceed|exceed|succeed|seed)\b)[a-z]{2,}ed|was|were|had|has|said|told|took|met|began|fell|rose|left|came|went|made|gave|won|lost|held|wrote|found|shot|got|saw|kept|led|"
    r"struck|hit|sent|spoke|stood|died|ran|put|broke|brought|built|caught|drew|drove|flew|fought|grew|heard|knew|laid|paid|quit|read|sold|sank|swore|"
    r"taught|threw|woke|ago|since|earlier|following)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR = 90  # code points before, the clause as a rule
_AFTER = 45
_CLAUSE = re.compile(r"[;:.!?](?=\s)|,\s(?:but|and|while|which|who|when|where|as)\b", re.IGNORECASE)


def tense(text: str, start: int, end: int) -> Tense:
    """Past or future at `text[start:end]`: by the nearest verb before it in its clause, else after it."""
    before = text[max(0, start - _NEAR) : start]
    for border in _CLAUSE.finditer(before):
        rest = before[border.end() :]
        if _FUTURE.search(rest) or _PAST.search(rest):
            before = rest
    future = max((found.end() for found in _FUTURE.finditer(before)), default=-1)
    past = max((found.end() for found in _PAST.finditer(before)), default=-1)
    if future >= 0 or past >= 0:
        return "future" if future >= past else "past"
    if _UNTIL.search(before):
        return "future"
    after = text[end : end + _AFTER]
    ahead, behind = _FUTURE.search(after), _PAST.search(after)
    if ahead and (not behind or ahead.start() <= behind.start()):
        return "future"
    return "past" if behind else "unknown"
