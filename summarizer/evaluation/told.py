"""Planted errors and false alarms over statements in words of their own: what somebody wrote from articles, not sentences of them.

A statement that the checks refuse as it stands proves nothing when it is refused with an error in it, so errors are planted in those that
pass, and the ones that do not are the false alarms. The evidence is looked for anew, as `verify` does for a text without citations.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from summarizer.article import Article
from summarizer.evaluation.mutate import DETERMINISTIC, KINDS, alter, material
from summarizer.evaluation.planted import Line, verdict
from summarizer.evaluation.planting.edit import Material
from summarizer.stages.checks import Cited
from summarizer.stages.evidence.evidence import Evidence
from summarizer.value import Value

UNTOLD = ("moved", "invented", "merged")
"""Kinds that alter what is cited or need the very sentence."""
_MOST, _LEAST = 5, 0.04  # as verification looks for evidence


class Told(Value):
    """A true statement and the articles it was written from."""

    text: str
    articles: tuple[Article, ...]


class _Ground:
    """The articles of a statement, made ready to look for evidence and to plant errors in."""

    def __init__(self, articles: tuple[Article, ...]) -> None:
        self.stuff: Material = material(articles)
        ids = [article.id for article in articles]
        self.evidence = Evidence(articles, dict(zip(ids, self.stuff.sentences, strict=True)))

    def cited(self, text: str) -> tuple[Cited, ...]:
        return self.evidence.cited(self.evidence.supporting(text, _MOST, None, _LEAST))


def measure_told(statements: Sequence[Told], per_kind: int, seed: int, progress: Callable[[Line], None] | None = None) -> tuple[Line, ...]:
    """Every kind of planted error over the statements that pass as they stand, then how many do not pass, and how many of these because
    a check failed rather than the entailment alone. `progress` is called with each line."""
    lines: list[Line] = []

    def add(line: Line) -> None:
        lines.append(line)
        if progress:
            progress(line)

    grounds: dict[tuple[str, ...], _Ground] = {}
    passing: list[tuple[str, _Ground]] = []
    alarms: list[tuple[str, list[str]]] = []
    for told in statements:
        ground = grounds.setdefault(tuple(article.sha256 for article in told.articles), _Ground(told.articles))
        failed = _failed(told.text, ground.cited(told.text))
        if failed:
            alarms.append((told.text, failed))
        else:
            passing.append((told.text, ground))
    for kind in (kind for kind in KINDS if kind not in UNTOLD):
        add(_planted(kind, passing, per_kind, seed))
    add(_alarms("untouched", alarms, len(statements)))
    add(_alarms("by a check", [one for one in alarms if set(one[1]) != {"entailment"}], len(statements)))
    return tuple(lines)


def _planted(kind: str, passing: Sequence[tuple[str, _Ground]], most: int, seed: int) -> Line:
    order = list(passing)
    Random(f"{seed}/{kind}").shuffle(order)
    by: Counter[str] = Counter()
    missed: list[str] = []
    n = 0
    for text, ground in order:
        if n >= most:
            break
        cited = ground.cited(text)
        mutant = alter(kind, ground.stuff, text, cited[0].sentence, seed) if cited else None
        if mutant is None or any(mutant.text in article.text for article in ground.stuff.articles):
            continue
        n += 1
        failed = _failed(mutant.text, ground.cited(mutant.text))
        by.update(failed)
        if not failed:
            missed.append(mutant.text.replace("\n", " "))
    group = "deterministic" if kind in DETERMINISTIC else "semantic"
    return Line(kind=kind, group=group, n=n, failed=n - len(missed), by=tuple(by.most_common(3)), examples=tuple(missed[:20]))


def _failed(text: str, cited: tuple[Cited, ...]) -> list[str]:
    """The checks that fail; without any evidence the entailment."""
    if not cited:
        return ["entailment"]
    return [check.name for check in verdict(text, cited).checks if check.outcome == "fail"]


def _alarms(kind: str, alarms: Sequence[tuple[str, list[str]]], n: int) -> Line:
    by = Counter(name for _, failed in alarms for name in failed)
    examples = tuple(f"{text}; {', '.join(failed)}".replace("\n", " ") for text, failed in alarms[:20])
    return Line(kind=kind, group="true", n=n, failed=len(alarms), by=tuple(by.most_common(3)), examples=examples)
