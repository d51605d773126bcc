"""The checks of a statement against what it cites: one question a module, no model."""

from collections.abc import Callable

from summarizer.stages.checks.additions import additions
from summarizer.stages.checks.attribution import attribution
from summarizer.stages.checks.citation import citation
from summarizer.stages.checks.cited import Cited, Ground, resting
from summarizer.stages.checks.dates import dates
from summarizer.stages.checks.direction import direction
from summarizer.stages.checks.modality import modality
from summarizer.stages.checks.names import names
from summarizer.stages.checks.negation import negation
from summarizer.stages.checks.numbers import numbers
from summarizer.stages.checks.placement import placement
from summarizer.stages.checks.quotation import quotation
from summarizer.stages.checks.roles import roles
from summarizer.verdict import CheckResult

__all__ = ["CHECKS", "Cited", "Ground", "placement", "resting"]

CHECKS: tuple[Callable[[Ground], CheckResult], ...] = (
    citation,
    quotation,
    numbers,
    dates,
    names,
    attribution,
    roles,
    negation,
    direction,
    modality,
    additions,
)
"""Every check that needs the statement and its cited sentences only, in the order a reader is told of them."""
