"""What verification says: one verdict a statement, a report over many."""

from pydantic import Field

from summarizer.brief import Citation, Outcome, Support
from summarizer.value import Value


class CheckResult(Value):
    """One named check: `reason` is a plain sentence for the reader, empty when it passed."""

    name: str
    outcome: Outcome
    reason: str = ""


class Verdict(Value):
    """Whether a statement is supported by what it cites.

    `score` is 0..1 (1 = supported); `support` is "verified" when no check failed and the text is entailed, "partial" when the cited text
    supports some of it, "unchecked" when nothing could be decided. `citations` are the ones given, or the best ones found
    when none were given or a moved one was corrected (`moved`).
    """

    id: str
    text: str
    supported: bool
    support: Support
    score: float
    checks: tuple[CheckResult, ...] = ()
    citations: tuple[Citation, ...] = ()
    independent_sources: int = 0
    moved: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it failed, in words a reader understands."""
        return tuple(check.reason for check in self.checks if check.outcome == "fail")


class Report(Value):
    """The verdicts of a brief or a text, in its order, and problems that belong to no single statement."""

    verdicts: tuple[Verdict, ...] = Field(default=())
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing failed."""
        return not self.problems and all(verdict.supported for verdict in self.verdicts)
