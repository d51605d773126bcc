"""What a run tells while it runs. Results never travel this way."""

from typing import Literal

from summarizer.value import Value


class Progress(Value):
    """`done` of `total` items of a stage ("reading", "map", "reduce", "check"); `total` 0 when it is not known yet."""

    stage: str
    done: int
    total: int


class Notice(Value):
    """Something a person should know: a fallback taken, an input that failed, a limit reached."""

    level: Literal["info", "warning"]
    message: str


Happening = Progress | Notice
