"""Notes by which a paper takes back what it reported."""

import re
from functools import lru_cache

_NOTE = re.compile(
    r"\b(?:corrections?:|clarification:|correction to|corrected version|earlier versions? of (?:th(?:is|e|at)|our)|"
    r"(?:an|our) earlier (?:version|article|report|story|headline) (?:\w+ ){0,3}?(?:said|stated|gave|named|reported|put|misstated|wrongly|"
    r"incorrectly|described)|(?:incorrectly|wrongly|mistakenly|erroneously|falsely) "
    r"(?:said|stated|reported|gave|named|identified|put|described|attributed|wrote|referred|credited)|"
    r"misreported|misstated|misidentified|misspelled|misspelt|misquoted|should have (?:said|read|stated)|"
    r"(?:was|were) wrong to (?:say|report|name|state)|(?:has|have|had) (?:retracted|withdrawn) (?:its|their|a|the|our) (?:report|"
    r"article|story|claim)|"
    r"retracts? (?:its|the|a|our) (?:report|article|story)|as (?:we|this \w+) (?:first|originally|previously) (?:said|reported|stated)|"
    r"(?:article|report|story|page) (?:was|has been) (?:amended|corrected)|(?:amended|corrected) on)\b",
    re.I,
)

_WE_SAID = re.compile(
    r"^(?:(?:on|in) [\w ,’']{3,40}? )?we (?:had )?(?:\w+ )?(?:said|reported|wrote|stated|gave|named|put|told readers)\b", re.I
)

_WRONG = re.compile(
    r"\b(?:wrong|incorrect|untrue|mistaken|mistake|in error|not (?:true|so|the case)|inaccurate|regret|apologi[sz]e)\b", re.I
)


@lru_cache(maxsize=50_000)
def is_correction(text: str) -> bool:
    """Whether a sentence says that an earlier report was wrong."""
    return bool(_NOTE.search(text))
