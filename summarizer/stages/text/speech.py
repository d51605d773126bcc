"""Who says what: quotations with their speakers, and the person a sentence is attributed to.

A speaker is a name that stands in the text; where the text says "he", the name comes from the sentences before. Nobody is
guessed: without a name in reach the speaker is None.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.value import Value

SAY = (
    r"(?:said|says|told|tells|added|adds|warned|warns|argued|argues|noted|notes|stated|stating|states|insisted|insists|claimed|claims|"
    r"clarified|explained|explains|acknowledged|admitted|announced|confirmed|declared|denied|emphasi[sz]ed|replied|responded|stressed|"
    r"suggested|testified|tweeted|wrote|writes|called|described|remarked|recalled|predicted|promised|pledged|vowed|conceded|countered|"
    r"complained|concluded|cautioned|commented|asked|urged|joked|observed|continued|reported|reiterated|"
    r"disputed|accused|challenged|rejected|saying)"
)
_SAYS = rf"(?:(?<![’']s )|(?!(?:claims|notes|states)\b)){SAY}"
"""Behind a name: "McDonald's said" tells of speech, "Roe's claims" does not."""
_PARTICLE = r"(?:[ \-](?:(?:de|van|von|der|den|la|le|el|al|bin|di|da|du)[ \-])?)"
NAME = rf"[A-Z][\w’'\-]*\.?(?:{_PARTICLE}[A-Z][\w’'\-]*\.?){{0,3}}"
_PRONOUN = r"(?:He|She|They|he|she|they)"
_ROLE = (
    r"(?:[Tt]he |[Aa]n? )?(?:[a-z][\w\-]* ){0,4}(?:official|spokes(?:man|woman|person)|minister|secretary|"
    r"president|person|source|analyst|economist|lawyer|judge|mayor|governor|chairman|chief|director|"
    r"manager|captain|doctor|expert|resident|engineer)"
)
_OPEN, _CLOSE = '“"«„', '”"»“'
_QUOTED = re.compile(r"“([^“”\n]{2,700})(?:”|$)|(?<!\w)\"([^\"\n]{2,700})\"|«\s?([^«»\n]{2,700}?)\s?»|„([^„“”\n]{2,700})[“”]")

_TITLE = re.compile(
    r"^(?:(?:U\.S\.|US|UK|EU|Chinese|American|Mr|Mrs|Ms|Dr|Sir|Lord|Prof|Professor|Senator|Sen|Rep|"
    r"Representative|President|Prime|Vice|Deputy|"
    r"Minister|Secretary|Treasury|Trade|Finance|Foreign|Interior|Transport|Health|Defence|Defense|"
    r"Governor|Gov|Mayor|Chancellor|Chief|Captain|"
    r"Judge|Justice|General|Gen|Colonel|Col|Sergeant|Commissioner|Director|Chair|Chairman|Chairwoman|"
    r"Premier|Inspector|King|Queen|Prince|Princess)\.?\s+)+"
)
_NOT_PEOPLE = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "but",
        "or",
        "if",
        "as",
        "while",
        "when",
        "after",
        "before",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "their",
        "our",
        "my",
        "what",
        "who",
        "where",
        "why",
        "how",
        "there",
        "here",
        "not",
        "no",
        "yes",
        "some",
        "many",
        "most",
        "more",
        "few",
        "both",
        "each",
        "every",
        "other",
        "another",
        "such",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "critics",
        "officials",
        "analysts",
        "experts",
        "sources",
        "residents",
        "witnesses",
        "police",
        "speaking",
        "asked",
        "according",
        "still",
        "yet",
        "however",
        "meanwhile",
        "later",
        "earlier",
    ]
)


class Quotation(Value):
    """Quoted words: `text[start:end]` is inside the quotation marks; `speaker` a name or role from the text, or None."""

    start: int
    end: int
    speaker: str | None = None


@lru_cache(maxsize=50_000)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans inside quotation marks, in order."""
    spans = []
    for match in _QUOTED.finditer(text):
        group = next(g for g in range(1, 5) if match.group(g) is not None)
        spans.append(match.span(group))
    return tuple(spans)


def even(text: str) -> bool:
    """Whether every quotation that begins in the text ends in it."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


_AFTER = re.compile(
    rf"^[”\"»]?[,.]?\s*(?:[”\"»])?\s*(?:(?P<name>{NAME})(?:,[^,“”]{{2,80}},)?\s+{SAY}\b|"
    rf"(?!t(?:old|ells)\b){SAY}\s+(?:(?P<role>{_ROLE}) |{NAME} (?:[a-z][\w-]* ){{1,4}}(?=[A-Z][\w-]+ [A-Z]))?(?P<name2>{NAME})|"
    rf"(?P<pronoun>{_PRONOUN})\s+{SAY}\b|{SAY}\s+(?P<role2>{_ROLE})\b|(?P<role3>{_ROLE})\s+{SAY}\b|{SAY}\s+(?P<pronoun2>{_PRONOUN})\b)"
)
_BEFORE = re.compile(
    rf"(?:(?P<name>{NAME})(?:,[^,“”]{{2,90}},)?\s+(?:(?:has|had|also|later|then|again|further|"
    rf"repeatedly)\s+)?{_SAYS}\b|(?P<pronoun>{_PRONOUN})\s+(?:(?:also|later|then)\s+)?{SAY}\b|"
    rf"(?P<role>{_ROLE})\s+{SAY}\b|[Aa]ccording to (?P<name2>{NAME}))[^“”\"«»]*$"
)
_SAYER = re.compile(
    rf"(?:^|[,;.”\"] )(?:[^“”\"]{{0,60}}?[ (])??(?P<name>{NAME})(?:,[^,“”]{{2,90}},)?\s+(?:(?:has|had|also|"
    rf"later|then|again|further|repeatedly|on [A-Z]\w+|[A-Z]\w+day)\s+)?{_SAYS}\b"
)
_ACCORDING = re.compile(rf"[Aa]ccording to (?P<name>{NAME})")
_SAID_BY = re.compile(rf"[”\",] (?!t(?:old|ells)\b){SAY} (?P<name>{NAME})")
_APPOSED = re.compile(rf"\b(?:their|his|her|its|the|an?) [a-z][a-z -]{{2,40}}, (?P<name>{NAME}), {SAY}\b")


def person(name: str | None) -> str | None:
    """`name` without titles and possessive, or None when it is no name of a person or body."""
    if name is None:
        return None
    bare = re.sub(r"[’']s?$", "", _TITLE.sub("", name).strip(" .,"))
    words = bare.split()
    if not words or words[0].lower() in _NOT_PEOPLE:
        words = words[1:]
    return " ".join(words) or None if words and words[0].lower() not in _NOT_PEOPLE else None


@lru_cache(maxsize=50_000)
def sayer(text: str) -> str | None:
    """The named person or body whose words a sentence reports ("X said …", "…", said X, according to X), or None."""
    outside = _mask(text)
    for pattern in (_APPOSED, _SAYER, _SAID_BY, _ACCORDING):
        match = pattern.search(outside)
        if match and not (pattern is _SAYER and _PLACED.search(outside[: match.start("name")])) and (found := person(match.group("name"))):
            return found
    return None


_PLACED = re.compile(r"\b(?:in|at|of|from|for|near|to|on|by|with|against|about)\s+(?:the\s+)?$", re.I)


def _mask(text: str) -> str:
    """`text` with the words inside quotation marks blanked, same length."""
    for start, end in quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def speaker(text: str, span: tuple[int, int], before: Sequence[str]) -> str | None:
    """Who speaks the words at `span` of `text`; `before` are the preceding sentences, nearest last.

    Looks right behind the closing mark, then before the opening one, then, for a pronoun or nothing, back through `before`.
    """
    start, end = span
    after = _AFTER.match(text[end : end + 160])
    ahead = _BEFORE.search(text[max(0, start - 220) : start].rstrip(' ,:“"«„'))
    for match in (after, ahead):
        if match is None:
            continue
        groups = match.groupdict()
        name = person(groups.get("name")) or person(groups.get("name2"))
        if name:
            return name
        if groups.get("pronoun") or groups.get("pronoun2"):
            return _back(before)
        role = groups.get("role") or groups.get("role2") or groups.get("role3")
        if role:
            return role
    if match_in := sayer(text):
        return match_in
    return None


_FULL_NAME = rf"[A-Z][\w’'\-]*\.?(?:{_PARTICLE}[A-Z][\w’'\-]*\.?){{1,3}}"
_OFFICE = (
    r"(?:officials?|spokes(?:man|woman|person)|minister|secretary|president|executive|analyst|economist|lawyer|judge|mayor|governor|chair|"
    r"chair(?:man|woman)|head|chief|director|manager|captain|doctor|expert|engineer|officer|inspector|commander|professor|leader|owner|"
    r"founder|mediator|prosecutor|researcher|author|commissioner|councillor|senator|ambassador|treasurer|editor|supervisor)"
)
_INTRODUCED = re.compile(rf"\b(?i:{_OFFICE}),? (?P<name>{_FULL_NAME})|(?P<name2>{_FULL_NAME}), [^,“”]{{0,60}}?\b{_OFFICE}\b")


def _back(before: Sequence[str]) -> str | None:
    """The nearest earlier speaker, or the one person that a nearer sentence introduces; nobody behind a sentence that introduces two, or
    that has somebody else as its subject.

    "The Searchlight" is a body: no "she" stands for it.
    """
    subject = None
    for sentence in reversed(before[-4:]):
        found = sayer(sentence)
        if found and re.search(rf"\b[Tt]he {re.escape(found)}\b", sentence):
            found = None
        introduced = {found} if found else {person(match["name"] or match["name2"]) for match in _INTRODUCED.finditer(_mask(sentence))}
        if introduced := introduced - {None}:
            who = introduced.pop() if len(introduced) == 1 else None
            return who if who and (subject is None or subject.split()[-1] == who.split()[-1]) else None
        subject = subject or _subject(sentence, before)
    return None


_SUBJECT = re.compile(rf"(?P<name>{NAME}) (?:has|had|is|was|will|would|also|then|later|never|often|[a-z]+ed)\b")


def _subject(sentence: str, before: Sequence[str]) -> str | None:
    """The name that a sentence opens with as its subject; a single word only where it is capitalised elsewhere too ("Rain fell")."""
    match = _SUBJECT.match(sentence)
    name = person(match["name"]) if match else None
    if name is None or " " in name:
        return name
    return name if any(re.search(rf"[\w,] {re.escape(name)}\b", other) for other in before) else None


def antecedent(before: Sequence[str]) -> str | None:
    """The person a sentence-opening "he" or "she" stands for: the nearest earlier speaker, if there is exactly one in reach."""
    return _back(before)
