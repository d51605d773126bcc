"""What a check says: passed, or failed with the reason in words a reader understands."""

from functools import cache

from summarizer.verdict import CheckResult


@cache
def passed(name: str) -> CheckResult:
    return CheckResult(name=name, outcome="pass")


def failed(name: str, reason: str) -> CheckResult:
    return CheckResult(name=name, outcome="fail", reason=reason)
