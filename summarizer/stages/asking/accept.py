"""Which check belongs to which prompt: what a cache asks of a reply before it is remembered."""

from collections.abc import Callable, Mapping

from summarizer.protocols import Reply, Request
from summarizer.stages.asking import judge_pairs, select_claims, word_findings
from summarizer.stages.asking.answer import read_whole

Check = Callable[[Request, Reply], None]

CHECKS: Mapping[str, Check] = {
    "map": select_claims.check,
    "reduce": word_findings.check,
    "judge": judge_pairs.check,
}


def check(request: Request, reply: Reply) -> None:
    """Raises BadReply unless the reply answers the request; of a purpose not known here only a JSON object is asked."""
    if request.purpose in CHECKS:
        CHECKS[request.purpose](request, reply)
        return
    read_whole(reply)
