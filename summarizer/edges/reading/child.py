"""The process that parses hostile files: its memory, its processor time and its environment are limited; it answers in text.

Standard input: a line of JSON (`Task`), then `size` bytes. Standard output: a line with a length, then JSON (`Parsed`).
"""

import sys
from typing import BinaryIO

from summarizer.edges.reading.parsing import Task, parse
from summarizer.limits import Limits


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers until the input ends."""
    limited = False
    while line := requests.readline():
        task = Task.model_validate_json(line)
        data = requests.read(task.size)
        if not limited:
            limit_memory(task.limits)
            limited = True
        limit_time(task.limits)
        answer = parse(task, data).model_dump_json().encode("utf-8", "replace")
        answers.write(b"%d\n" % len(answer) + answer)
        answers.flush()


def limit_memory(limits: Limits) -> None:
    """Address space, core dumps and written files; where the system has no such limits (Windows) the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in ((resource.RLIMIT_AS, limits.parse_memory_bytes), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        try:
            resource.setrlimit(kind, (amount, amount))
        except (ValueError, OSError):
            continue


def limit_time(limits: Limits) -> None:
    """Processor seconds from now on; over them the kernel ends this process and the parent says why."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime + limits.parse_seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


if __name__ == "__main__":
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(0)
