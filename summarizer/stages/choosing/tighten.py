"""Fewer words, the same words: a sentence shortened by deletion only.

Rules cut what a brief can do without and never what could turn the meaning: a part with a condition, a negation, a limit or a doubt stays.
After "jointly learning to extract and compress" (Berg-Kirkpatrick, Gillick & Klein 2011), with hand-written, guarded cuts.
"""

import re
from collections.abc import Callable, Iterator

from summarizer.stages.text.speech import SAY, even

_CONNECTIVE = re.compile(
    r"^(?:meanwhile|however|indeed|yet|still|moreover|furthermore|in addition|additionally|also|besides|nonetheless|nevertheless|overall|"
    r"in (?:a|an) [\w-]+(?: [\w-]+)? (?:move|maneuver|manoeuvre|twist|response|step|development)|for (?:its|his|her|their) part|"
    r"in fact|of course|in response|in turn|by contrast|in contrast|as a result|at the same time|in unusually \w+ remarks|"
    r"notably|separately|in other words|that said|importantly|crucially|in short|in particular|and|but|so),\s+",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:(?:UPDATED?|BREAKING|EXCLUSIVE|CORRECTED)(?: \([^()]*\))?: (?=[A-Z“\"])|"
    r"(?:[A-Z][a-z]+day,? )?[A-Z][a-z]+\.? \d{1,2},? \d{4}(?:,? \d{1,2}:\d\d ?[AaPp]\.?[Mm]\.?)? ?[—–-] ?(?=[A-Z“\"])|"
    r"[A-Z]{4,}[—–-](?=[A-Z][a-z])|\((?:CNN|AP|AFP|Reuters|[A-Z][\w.&’']*(?: [A-Z][\w.&’']*){1,3})\) ?(?=[A-Z“\"])|"
    r"[A-Z][A-Z’'.\- ]{2,30}(?:,[^—–“”\"]{2,40}?|\s\([^()]{2,30}\))?\s(?:—|–|-)\s(?=[A-Z“\"]))"
)
"""Where and when, and "UPDATED:", before the news begins."""
_ADDRESS = re.compile(r"\s*\((?:https?://|www\.)[^\s()]+\s*\)")
_BARE_CONNECTIVE = re.compile(r"^(?:And|But|Yet|Still|So) (?=[a-z“\"A-Z])")
_GUARD = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|unless|if|only|except|until|provided|whether|hardly|barely|despite|although|though|"
    r"instead|rather|may|might|could|would|should|alleged\w*|reported\w*|likely|possibl\w+|n[’']t|fail\w*|"
    r"refus\w*|den(?:y|ied|ies)|reject\w*)\b|n[’']t\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_FILLER_PARTICIPLE = re.compile(
    rf",\s+(?![^,;]*\b{SAY}\b[^,;]*$)(?:describing|emphasi[sz]ing|underscoring|highlighting|signal(?:l)?ing|indicating|characteri[sz]ing|sparking|reflecting|"
    r"marking|noting|citing|referring|speaking|pointing|raising|adding to|fuel(?:l)?ing|paving|prompting|leaving|suggesting|reviving|"
    r"representing|aimed|seen|viewed|widely|effectively|further|thereby|while|as|a move|a step|one of|"
    r"in what|amid|following|after which)\b[^,;]*(?=[.”\"]?$)",
    re.I,
)
_VERB_NEXT = r"(?=(?:has|have|had|is|was|were|are|will|would|could|may|might|can|said|says|told|called|also|then|later|\w+ed|\w+s)\b)"
_RELATIVE = re.compile(rf",\s+(?:which|who|whose|where)\b[^,;:“”\"]{{3,160}},\s+{_VERB_NEXT}", re.I)
_TRAILING_RELATIVE = re.compile(rf",\s+(?:which|who|whose|where)\b(?:(?!,\s+{_VERB_NEXT})[^;“”\"]){{3,200}}(?=[.]$)", re.I)
_DASHED = re.compile(r"\s*(?:—|\s–\s| - )\s*[^—–]{3,160}?\s*(?:—|\s–\s| - )\s*")
_TRAILING_DASH = re.compile(r"\s*(?:—| – | -- )\s*[^—]{3,200}(?=[.]$)")
_PARENTHESIS = re.compile(r"\s+\([^()]{2,120}\)")
_LEADING_PHRASE = re.compile(
    r"^(?:Speaking|Appearing|Asked|Writing|Pressed|Citing|Addressing|Responding|Commenting|Facing|Reflecting|Framing|Behind|In response to|"
    r"As part of|In (?:a|an|his|her|their|its)|At (?:a|an|the)|During (?:a|an|the)|Amid|Against|With|"
    r"Following|Over the past|For)\b[^,“”\"]{4,120},\s+(?=[A-Z“])(?!(?:[A-Z][\w’'-]*\s?){1,3},)"
)
_SAID_TAIL = re.compile(r",\s+(?:adding|saying|noting|arguing|stressing|insisting|warning) that\b[^“”\"]*(?=[.]$)", re.I)
_APPOSITIVE = re.compile(rf",\s+(?:a|an)\s[^,“”\"]{{4,90}},\s+{_VERB_NEXT}")
FRONTED = re.compile(
    r"(?:In|On|At|After|Before|Behind|With|Under|Amid|During|For|From|By|Through|Among|Over|Since|Despite|As|When|While|If|Once|Although|"
    r"Though|Because|Following)\b[^,]+,"
)
"""What is told before the subject, up to its comma: what follows is the subject and no apposition."""

_CUTS = (_FILLER_PARTICIPLE, _TRAILING_RELATIVE, _TRAILING_DASH, _SAID_TAIL, _DASHED, _RELATIVE, _PARENTHESIS, _APPOSITIVE)


def tighten(text: str, weight: Callable[[str], float], *, keep: float = 0.8) -> str:
    """`text` with guarded cuts, each made only while at least `keep` of its `weight` stays and it gets denser.

    `weight(words)` says how much of the story's content a piece of text holds (0 and up). The result is at least six words and
    reads `text` with pieces deleted; only its first letter may change case.
    """
    best = _lead(text)
    worth = weight(text)
    for _ in range(4):
        candidates = [c for c in _variants(best) if len(c.split()) >= 6 and weight(c) >= keep * worth]
        if not candidates:
            return best
        best = min(candidates, key=lambda c: (len(c), c))
    return best


def _lead(text: str) -> str:
    """Without a dateline, addresses in brackets, and an opening connective, which ties the sentence to one that the brief does not show."""
    text = _ADDRESS.sub("", _DATELINE.sub("", " ".join(text.split()), count=1))
    stripped = _CONNECTIVE.sub("", text, count=1)
    stripped = _BARE_CONNECTIVE.sub("", stripped, count=1)
    return stripped if stripped == text else stripped[:1].upper() + stripped[1:]


def _variants(text: str) -> Iterator[str]:
    fronted = FRONTED.match(text)
    before = fronted.end() if fronted else 0
    for rule in _CUTS:
        for match in rule.finditer(text, before if rule is _APPOSITIVE else 0):
            if not _GUARD.search(match.group()) and not _DIGIT.search(match.group()) and _outside_quotes(text, match.start(), match.end()):
                yield _join(text, match.start(), match.end())
    opening = _LEADING_PHRASE.match(text)
    if opening and not _GUARD.search(opening.group()) and not re.search(r"\d", opening.group()):
        rest = text[opening.end() :]
        yield rest[:1].upper() + rest[1:]


def _outside_quotes(text: str, start: int, end: int) -> bool:
    """Whether a cut leaves every quotation whole."""
    before = text[:start]
    inside = text[start:end]
    return (
        before.count("“") <= before.count("”")
        and inside.count("“") == inside.count("”")
        and before.count('"') % 2 == 0
        and inside.count('"') % 2 == 0
    )


_APPOSED = re.compile(r"\w, (?:an?|the|its|his|her|their) [^,]+$")
"""An apposition that a cut must not leave open: "Ilse Venn, the minister told reporters"."""


def _join(text: str, start: int, end: int) -> str:
    left, right = text[:start].rstrip(" ,"), text[end:].lstrip(" ,")
    pause = "," if text[start:end].rstrip().endswith(",") and _APPOSED.search(left) else ""
    joined = f"{left}{right}" if right[:1] in (".", "!", "?", "”", '"') else f"{left}{pause} {right}".rstrip()
    return joined if joined[-1:] in '.!?”"' else f"{joined}."


_CLAUSE_BREAK = re.compile(
    r"[;:]\s|,\s+(?:and|but|while|whereas|because|which|adding|saying|with)\b|\s(?:—|–)\s?|—|,\s|\b(?:because|whereas)\b"
)
_SUBJECT_FIRST = re.compile(
    r"^(?:[A-Z][\w’'.\-]+|\d[\d.,]*|(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]bout|[Mm]ore than)\s+\w+)(?:\s+[\w’'.,%\-]+){3,}"
)
_NOT_A_START = re.compile(
    r"^(?:it|they|he|she|this|that|which|who|whose|and|or|but|as|to|of|in|on|at|by|for|from|with|will|is|"
    r"was|were|are|has|had|have|\w+ing|\w+ed)\b",
    re.I,
)


SAID = re.compile(rf", (?:according to|(?:[\w’'&.-]+ ){{1,8}}?(?:{SAY}|say|confirm|report|warn))\b")
"""Who says what the clause before it tells: cut off, a claim would stand as a fact."""
_HANGS = re.compile(
    r"\b(?:and|or|but|not|nor|than|as|of|to|in|on|at|by|for|with|from|the|an?|its|their|his|her|our|that|which|who|whose)$", re.I
)


def clause_at(text: str, start: int, end: int) -> str:
    """The clause that holds `text[start:end]`, as a sentence of its own where it has a subject and at least six words; else `text`."""
    left = max((m.end() for m in _CLAUSE_BREAK.finditer(text, 0, start) if even(text[: m.end()])), default=0)
    right = _clause_end(text, end)
    if said := SAID.match(text, right):
        right = _clause_end(text, said.end())
    clause = text[left:right].strip(" ,")
    cut = text[:left] + text[right:]
    if (
        len(clause.split()) < 6
        or _NOT_A_START.match(clause)
        or not _SUBJECT_FIRST.match(clause)
        or _HANGS.search(clause)
        or _GUARD.search(cut)
    ):
        return text
    whole = clause if clause[-1:] in ".!?”" else f"{clause}."
    return whole[:1].upper() + whole[1:] if even(whole) else text


def _clause_end(text: str, start: int) -> int:
    return next((m.start() for m in _CLAUSE_BREAK.finditer(text, start) if even(text[: m.start()])), len(text))
