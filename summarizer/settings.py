"""What can be set. Where each value came from is kept beside it; reading the environment and files is the edge's work (`edges.config`)."""

import re
from typing import Literal

from pydantic import Field, field_validator

from summarizer.limits import Limits
from summarizer.value import Value

OnLimit = Literal["stop", "trim", "extractive"]
Judge = Literal["lexical", "nli", "llm"]
SECTIONS = ("bottom_line", "changes", "key_points", "timeline", "figures", "quotes", "conflicts", "gaps")


class Outline(Value):
    """What shape the brief should have. `max_words` bounds everything a reader reads before the sources; None: the default for its size."""

    focus: str | None = None
    language: str | None = None
    max_points: int = Field(default=12, ge=1, le=50)
    max_words: int | None = Field(default=None, ge=50)
    sections: tuple[str, ...] = SECTIONS
    max_stories: int = Field(default=12, ge=1)

    @field_validator("language")
    @classmethod
    def _is_code(cls, language: str | None) -> str | None:
        if language is not None and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
            raise ValueError(f"a language is named by its code, such as en, de or pt-BR, not {language!r}")
        return language


class Settings(Value):
    """Everything a run can be told. `model` "extractive" means no model; None means: the configured one, else extractive."""

    model: str | None = None
    base_url: str | None = None
    api_key: str | None = Field(default=None, repr=False)
    outline: Outline = Outline()
    max_cost: float | None = Field(default=None, gt=0)
    price_in: float | None = Field(default=None, ge=0)  # USD per million tokens read; None: the list price, where one is known
    price_out: float | None = Field(default=None, ge=0)  # and written
    on_limit: OnLimit = "stop"
    concurrency: int = Field(default=16, ge=1, le=512)
    chunk_tokens: int = Field(default=3000, ge=200)
    state: str | None = None
    cache: bool = True
    call_seconds: float = Field(default=60.0, gt=0)
    retries: int = Field(default=4, ge=0)
    judge: Judge = "lexical"  # who says whether a source bears a sentence out, beside the checks
    judge_model: str | None = None  # files of the nli judge; model of the llm judge (None: the run's own)
    limits: Limits = Limits()
