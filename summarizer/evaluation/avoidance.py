"""What a brief must not say, must show as a conflict, and must admit not to know: scores that need no judge."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from summarizer.evaluation import keys
from summarizer.evaluation.answer import Point
from summarizer.evaluation.case import ExpectedConflict
from summarizer.evaluation.lexical import content, recall
from summarizer.evaluation.scores import Detail, Judged, Score
from summarizer.stages.text.sentence_ends import ends

_LIKE = 88.0
_LONG = 25


def forbidden(judged: Judged) -> Score:
    """How many of the case's forbidden statements are made. A question makes none, nor does the replaced side of a conflict."""
    case = judged.case
    if not case.forbidden:
        return Score(name="forbidden", value=None, reason="the case forbids nothing")
    details, stated = [], _stated(judged.answer.points)
    for each in case.forbidden:
        said = next((text for text in stated for pattern in each.patterns if re.search(pattern, text)), None)
        if said:
            details.append(
                Detail(id=each.id, text=each.text, value=1.0, reason=f"said in “{said[:160]}”" + (f": {each.why}" if each.why else ""))
            )
    return Score(
        name="forbidden",
        value=float(len(details)),
        reason=f"{len(details)} of {len(case.forbidden)} forbidden statements made",
        details=tuple(details),
    )


def _stated(points: Sequence[Point]) -> list[str]:
    """What a reader is told as so, point by point: without questions, and of a superseded conflict the last side only."""
    last = {p.of: p for p in points if p.part == "side" and p.kind == "superseded"}
    shown = [p.text for p in points if last.get(p.of, p) is p or p.part != "side"]
    cuts = [(text, [0, *ends(text, 0, len(text)), len(text)]) for text in shown]
    sentences = [[text[start:end].strip() for start, end in pairwise(borders)] for text, borders in cuts]
    return [" ".join(s for s in own if not s.endswith("?")) for own in sentences]


def noise(judged: Judged) -> Score:
    """How many of the case's pieces of advertising and page furniture came through."""
    case = judged.case
    if not case.noise:
        return Score(name="noise", value=None, reason="the case has no noise")
    details = []
    for number, each in enumerate(case.noise, 1):
        said = next((p.text for p in judged.answer.points if _like(each.text, p.text)), None)
        if said:
            details.append(Detail(id=f"n{number}", text=each.text, value=1.0, reason=f"came through in “{said[:160]}”"))
    return Score(
        name="noise",
        value=float(len(details)),
        reason=f"{len(details)} of {len(case.noise)} pieces of noise came through",
        details=tuple(details),
    )


def conflict_recall(judged: Judged) -> Score:
    """Expected conflicts: 1 where it is shown as what it is, 0.5 where both sides are told together or as another kind, else 0."""
    case = judged.case
    if not case.conflicts:
        return Score(name="conflict_recall", value=None, reason="the case has no conflicts")
    details = [_conflict(expected, judged.answer.points) for expected in case.conflicts]
    value = sum(detail.value or 0.0 for detail in details) / len(details)
    shown = sum(detail.value == 1 for detail in details)
    return Score(
        name="conflict_recall", value=value, reason=f"{shown} of {len(details)} conflicts shown as what they are", details=tuple(details)
    )


def abstention(judged: Judged) -> Score:
    """Where the focus asks what no article answers: 1 when the brief says so and makes no forbidden statement, else 0."""
    case = judged.case
    if not case.absent:
        return Score(name="abstention", value=None, reason="every topic of the case is covered by its articles")
    invented = forbidden(judged).value or 0.0
    details = []
    for number, each in enumerate(case.absent, 1):
        told = next((p.text for p in judged.answer.points if _admits(p, each.topic)), None)
        if told and not invented:
            details.append(Detail(id=f"a{number}", text=each.topic, value=1.0, reason=f"says so: “{told[:160]}”"))
        else:
            why = "makes a forbidden statement" if invented else "does not say that no article answers it"
            details.append(Detail(id=f"a{number}", text=each.topic, value=0.0, reason=why))
    value = sum(detail.value or 0.0 for detail in details) / len(details)
    return Score(
        name="abstention",
        value=value,
        reason=f"{int(sum(d.value or 0 for d in details))} of {len(details)} open questions admitted",
        details=tuple(details),
    )


def _like(noise: str, text: str) -> bool:
    return keys.holds(text, noise) or (
        len(noise) >= _LONG and len(text) >= _LONG and fuzz.partial_ratio(noise, text, score_cutoff=_LIKE) > 0
    )


def _conflict(expected: ExpectedConflict, points: tuple[Point, ...]) -> Detail:
    shown: dict[str, list[Point]] = {}
    for point in points:
        if point.of:
            shown.setdefault(point.of, []).append(point)
    kinds = [group[0].kind for group in shown.values() if all(keys.found("\n".join(p.text for p in group), expected.sides))]
    if expected.kind in kinds:
        return Detail(id=expected.id, text=expected.question, value=1.0, reason=f"shown as {expected.kind}")
    if kinds:
        return Detail(id=expected.id, text=expected.question, value=0.5, reason=f"shown as {kinds[0]}, it is {expected.kind}")
    place = keys.together([p.text for p in points], expected.sides)
    if place:
        return Detail(
            id=expected.id,
            text=expected.question,
            value=0.5,
            reason=f"both told side by side, not as a conflict: “{points[place[0]].text[:120]}”",
        )
    told = keys.found("\n".join(p.text for p in points), expected.sides)
    missing = [side[0] for side, there in zip(expected.sides, told, strict=True) if not there]
    why = f"nowhere “{'”, “'.join(missing)}”" if missing else "its sides are told apart"
    return Detail(id=expected.id, text=expected.question, value=0.0, reason=why)


_NOT_TOLD = re.compile(
    r"(?i)\b(?:no (?:article|source|report|information|figure|sum|amount|mention|detail|decision|one)s?|none of the|neither|nor|unclear|"
    r"unknown|unanswered|nothing (?:is|in|about|on)|not (?:yet )?(?:been )?(?:say|said|state|mention|cover|report|name|disclos|answer|give|"
    r"given|address|specif|decid|known|clear|provid|set)\w*)\b"
)


def _admits(point: Point, topic: str) -> bool:
    """Whether a point says that the topic is not covered: a gap of the brief that is about it, or a sentence that both denies and shares
    its words."""
    if not _NOT_TOLD.search(point.text):
        return False
    shared = len(content(topic) & content(point.text))
    return shared >= 1 if point.part == "gap" else shared >= 2 and recall(topic, point.text) >= 0.4
