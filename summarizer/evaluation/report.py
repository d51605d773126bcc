"""A run as one self-contained HTML page: every score with its interval and its judge's grade, every fact, statement and reason.

The page loads nothing and runs nothing; its content security policy allows its own style sheet, by hash, and refuses everything else.
"""

import base64
import hashlib
from importlib import resources
from typing import NamedTuple

from summarizer.evaluation.run import CaseResult, RunResult
from summarizer.evaluation.scores import Detail
from summarizer.evaluation.scoring import SCORES
from summarizer.render import safe

_SHORT = {"citation_precision": "cit. prec.", "citation_recall": "cit. rec.", "conflict_recall": "conflicts", "fact_recall": "recall"}


class Row(NamedTuple):
    name: str
    short: str
    mean: str
    between: str
    cases: int
    better: str
    judge: str


class Item(NamedTuple):
    """One line of a case: `look` is good, part, bad or unknown."""

    mark: str
    look: str
    text: str
    why: str
    cites: tuple[str, ...] = ()


class Cell(NamedTuple):
    text: str
    look: str


class CaseRow(NamedTuple):
    id: str
    values: tuple[Cell, ...]


def html(run: RunResult) -> str:
    """The whole page."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def visible(value: object) -> object:
        return safe.passage(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(autoescape=True, finalize=visible, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["as_is"] = Markup
    style = _file("report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.from_string(_file("report.html.jinja")).render(
        run=run, rows=rows(run), cases=_cases(run), parts=_parts, shown=shown, style=style, digest=digest
    )


def rows(run: RunResult) -> tuple[Row, ...]:
    """The table of scores: one row a score, in the order of reports."""
    return tuple(_row(run, name) for name in SCORES)


def shown(name: str, value: float | None) -> str:
    """A score's value as people read it."""
    if value is None:
        return "–"
    if name in ("words", "tokens"):
        return f"{value:,.0f}"
    if name in ("forbidden", "noise"):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return f"{value:.4f}" if name == "cost" else f"{value:.2f}" if name == "seconds" else f"{value:.3f}"


def _row(run: RunResult, name: str) -> Row:
    measure, found = SCORES[name], run.interval(name)
    between = f"{shown(name, found.low)} – {shown(name, found.high)}" if found and found.low is not None else "–"
    task = measure.judged_by
    judge = {"coverage": run.judge, "support": run.support_judge, "": ""}[task]
    grade = next((g for g in run.grades if g.task == task), None)
    return Row(
        name=name, short=_SHORT.get(name, name), mean=shown(name, found.mean if found else None), between=between,
        cases=found.n if found else 0, better=measure.better,
        judge=f"{judge}: {grade or 'ungraded'}" if task else "",
    )  # fmt: skip


def _cases(run: RunResult) -> tuple[CaseRow, ...]:
    values = {name: run.by_case(name) for name in SCORES}
    ids = dict.fromkeys(result.case for result in run.results)
    return tuple(
        CaseRow(id=case, values=tuple(Cell(shown(name, values[name].get(case)), _look(name, values[name].get(case))) for name in SCORES))
        for case in ids
    )


def _look(name: str, value: float | None) -> str:
    better = SCORES[name].better
    if value is None or not SCORES[name].floored:
        return "unknown" if value is None else ""
    if better == "lower":
        return "good" if value == 0 else "bad" if name in ("forbidden", "noise") else ""
    return "good" if value >= 0.8 else "bad" if value < 0.3 else ""


def _parts(result: CaseResult) -> list[tuple[str, list[Item]]]:
    """The lists of a case: facts, statements, and what should not, should, or need not have been said."""
    return [
        ("Facts", [_item(detail) for detail in result.score("fact_recall").details]),
        ("Statements", _statements(result)),
        ("Forbidden statements made", [_item(detail, turned=True) for detail in result.score("forbidden").details]),
        ("Noise that came through", [_item(detail, turned=True) for detail in result.score("noise").details]),
        ("Conflicts", [_item(detail) for detail in result.score("conflict_recall").details]),
        ("Open questions", [_item(detail) for detail in result.score("abstention").details]),
        ("Repetitions", [_item(detail, turned=True) for detail in result.score("redundancy").details]),
    ]


def _item(detail: Detail, *, turned: bool = False) -> Item:
    value = detail.value if detail.value is None or not turned else 1 - detail.value
    mark, look = _verdict(value)
    told = "" if detail.point is None else f"; told in p{detail.point + 1}"
    return Item(mark, look, f"{detail.id} {detail.text}", detail.reason + told)


def _verdict(value: float | None) -> tuple[str, str]:
    if value is None:
        return "unscored", "unknown"
    return ("yes", "good") if value == 1 else ("no", "bad") if value == 0 else ("in part", "part")


def _statements(result: CaseResult) -> list[Item]:
    checked = {detail.id: detail for detail in result.score("faithfulness").details}
    found = []
    for number, point in enumerate(result.answer.points, 1):
        detail = checked.get(f"p{number}")
        mark, look = _verdict(detail.value) if detail else ("", "unknown")
        cites = tuple(c.mark or (f"{c.article} {c.start}–{c.end}" if c.start is not None else c.article) for c in point.cites)
        found.append(Item(mark, look, f"p{number} {point.text}", detail.reason if detail else point.part, cites))
    return found


def _file(name: str) -> str:
    return resources.files("summarizer.evaluation").joinpath("templates", name).read_text("utf-8")
