"""Sentences that stand alone: an opening pronoun is answered with the name in brackets, and no cited word changes."""

import re
from collections.abc import Sequence

from summarizer.stages.text.speech import SAY, antecedent, quoted, sayer

_OPENING = re.compile(r"^(?P<pronoun>He|She)\b(?=\s)")
_TAIL = re.compile(rf"(?:[”\"] ?(?:,\s*)?|, )(?P<pronoun>he|she) {SAY}\b")
_POINTS_BACK = re.compile(
    r"(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its)\b|.*\bthan (?:that|this)\b[,.;]|"
    r"(?:[A-Z][a-z]*(?: [a-z0-9]+){0,3}, |(?:Not only|Nor|Neither|So) [a-z]+ )(?:he|she)\b|"
    r"(?:Until|Since|By|Before) then\b|(?:From|Since|Until|By|On|After) (?:\w+ ){1,3}(?:it|he|she|they) (?:was|were|had|has|have)\b|"
    r"(?:Of|In|For|On|With) (?:that|those|these) \d|"
    r"The (?:\w+ )?(?:figures?|rest|words|sum|latter|former|others?)\b(?! (?:that|of|for|which|in) )|(?:\S+ ){2,8}\d{1,3}\.$|"
    r"The (?:two|three|four|five|pair|couple) (?:also |then |both |all )?(?:\w+ed|have|has|had|were|are|will|would|said|say|met|left)\b|"
    r"(?:Above|Among|Around|Behind|Below|Beneath|Beside|Between|Beyond|For|From|In|Inside|Near|Of|On|Over|To|Under|With|Without) "
    r"(?:it|them|him|her)\b|"
    r"(?:Why|How|Where|When|What|Who|Which), |\([^()]*\)$|"
    r".*\b(?:in|over|during) the same (?:period|time|days?|weeks?|months?|years?)\b|"
    r"(?:\S+ ){1,7}(?:is|was|are|were) (?:his|her|their) [\w-]+(?: [\w-]+)?\.$|"
    r".*(?:pic\.twitter\.com/|https?://|:$)"
)
_NOBODY = re.compile(rf"[”\"],? (?:he|she|they) \w+|, (?:he|she|they) {SAY}\b")
_STRAIGHT = re.compile(r"(?<!\d)\"")
"""A quotation mark; behind a number it is inches."""
_NOTHING = re.compile(
    r"\b(?:confirm|den|repeat|reject|disput|announc|admitt?|said|say|did|do)(?:ed|ied|ies|y|s|es)? (?:this|it|so|that)\b"
    r"(?=[.,;]| on \w+day\b| at\b)"
)


_EDIT = re.compile(r"\[[^\[\]]{1,60}\]")


def without_names_put_in(text: str) -> str:
    """The text without bracketed names: the quotation check knows the sentences that bear them out, a judge of one sentence does not."""
    return _EDIT.sub("", text)


def stand_alone(text: str, before: Sequence[str]) -> str:
    """`text` with "He" or "…, he said" replaced by "[Name]" where the sentences before name one speaker, and with a quotation closed that
    goes on in the next sentence; else unchanged."""
    text = _closed(text)
    name = antecedent(before)
    if name is None or name in text:
        return text
    opening = _OPENING.match(text)
    if opening:
        return f"[{name}]{text[opening.end() :]}"
    tail = _TAIL.search(text)
    if tail:
        return f"{text[: tail.start('pronoun')]}[{name}]{text[tail.end('pronoun') :]}"
    return text


def _closed(text: str) -> str:
    if "„" in text:
        return text  # “ closes there
    if text.rfind("“") > text.rfind("”"):
        return f"{text}”"
    marks = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(marks) % 2 and marks[-1] > 0 and text[marks[-1] - 1] == " " and text[marks[-1] + 1 : marks[-1] + 2].strip():
        return f'{text}"'
    return text


def needs_context(text: str) -> bool:
    """Whether a reader could not tell who or what a sentence speaks of: it opens with a pronoun, measures by a "that", confirms "this", is
    said by nobody with a name, is half of a quotation, or shows an address."""
    if _POINTS_BACK.match(text):
        return True
    spans = quoted(text)
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
    opened, closed = ("„", "“") if "„" in text else ("“", "”")
    unclosed = text.count(opened) != text.count(closed) or len(_STRAIGHT.findall(text)) % 2
    quotation = spans and sayer(text) is None and len(outside.split()) < 5
    return bool(unclosed or quotation or _NOBODY.search(text) or _NOTHING.search(outside))
