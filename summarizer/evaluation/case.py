"""A case: articles, and what a good brief of them must say, must not say and must admit. A folder with `case.toml` and `articles/`.

id = "harbour"                 # the folder's name by default
focus = ""                     # the question the brief is asked, "" for none
[[facts]]
id = "f1"
text = "The fire brigade counted 46 injured."
weight = 3                     # how much it matters; 1 by default
keys = [["46", "forty-six"], ["fire brigade"]]   # optional: one of each group must stand in one statement
[[facts.support]]              # optional: which sentences of which articles say so
article = "02-wire.txt"        # the file's name; "feed.jsonl#id" for a row
sentence = "Forty-six people were injured, the fire brigade said."
[[forbidden]]                  # what no brief may say: regular expressions over its text
id = "x1"
text = "The number rose from 31 to 46."
patterns = ['rose [^.]*46']
why = "Two counts for one hour told as a development."
[[noise]]                      # what must not come through at all
text = "Sign up for alerts"
[[conflicts]]                  # where the articles disagree: one of each side must be told, as a conflict
id = "c1"
question = "How many were injured?"
kind = "contradiction"         # or "superseded", "different_measure"
sides = [["31"], ["46", "forty-six"]]
[[absent]]                     # what the focus asks and no article answers: the brief must say that it is not covered
topic = "the cause of the accident"
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from summarizer.errors import UsageError
from summarizer.value import Value

Keys = tuple[tuple[str, ...], ...]
"""Groups of words: one of every group must be found."""


class Support(Value):
    """A sentence of an article that says a fact. `article` is its file's name, with "#row" for a row of a `.jsonl` file."""

    article: str
    sentence: str


class Fact(Value):
    """What the brief should say. Without `keys` a judge decides; without `support` its citations are not judged."""

    id: str
    text: str = Field(min_length=1)
    weight: float = Field(default=1.0, gt=0)
    keys: Keys = ()
    support: tuple[Support, ...] = ()


class Forbidden(Value):
    """What no brief may say; any of the regular expressions `patterns` finds it."""

    id: str
    text: str
    patterns: tuple[str, ...] = Field(min_length=1)
    why: str = ""

    @field_validator("patterns")
    @classmethod
    def _compile(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"the pattern {pattern!r} is no regular expression: {error}") from None
        return patterns


class Noise(Value):
    """Words that are no news (an advertisement, a disclaimer) and must not come through."""

    text: str = Field(min_length=3)


class ExpectedConflict(Value):
    """A disagreement that the brief must show: one key of each side, told as `kind`."""

    id: str
    question: str
    kind: Literal["contradiction", "superseded", "different_measure"]
    sides: Keys = Field(min_length=2)


class Absent(Value):
    """What is asked and not answered by any article."""

    topic: str


class Case(Value):
    """One case. `folder` is where it lies ("" for one made in code); `digest` stands for its articles: an answer depends on them and the
    focus."""

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    title: str = ""
    catches: str = ""
    language: str = "en"
    focus: str | None = None
    facts: tuple[Fact, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    noise: tuple[Noise, ...] = ()
    conflicts: tuple[ExpectedConflict, ...] = ()
    absent: tuple[Absent, ...] = ()
    folder: str = ""
    digest: str = ""

    @field_validator("facts", "forbidden", "conflicts")
    @classmethod
    def _distinct(cls, values: Sequence[Fact | Forbidden | ExpectedConflict]) -> Sequence[Fact | Forbidden | ExpectedConflict]:
        ids = [value.id for value in values]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"the id {twice[0]!r} is given twice")
        return values

    @property
    def articles(self) -> str:
        """The folder of its articles."""
        return str(Path(self.folder) / "articles")


def load_case(folder: str | Path) -> Case:
    """The case in a folder. Raises UsageError, naming the file and the place, where it is missing or broken."""
    place = Path(folder)
    path = place / "case.toml"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{place} is no case: {path.name} cannot be read ({error.strerror or error})") from None
    if not (place / "articles").is_dir():
        raise UsageError(f"{place} is no case: it has no folder articles/")
    try:
        table = tomllib.loads(content.decode())
        table = {"id": place.resolve().name, **table, "focus": table.get("focus") or None}
        return Case.model_validate({**table, "folder": str(place), "digest": _digest(place / "articles")})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {where}: {first['msg'].removeprefix('Value error, ')}") from None


def find_cases(locations: Iterable[str | Path]) -> tuple[Case, ...]:
    """The cases of folders: each a case itself, or a folder of cases, in order of name. Raises UsageError where there is none."""
    found: list[Case] = []
    for location in locations:
        place = Path(location)
        if (place / "case.toml").is_file():
            found.append(load_case(place))
            continue
        inside = sorted(path.parent for path in place.glob("*/case.toml"))
        if not inside:
            raise UsageError(f"{place} holds no case: a case is a folder with case.toml and articles/")
        found += [load_case(folder) for folder in inside]
    ids = [case.id for case in found]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise UsageError(f"two cases are called {twice[0]!r}; give them ids of their own")
    return tuple(found)


def _digest(articles: Path) -> str:
    """16 hexadecimal digits of the SHA-256 of the articles' files."""
    whole = hashlib.sha256()
    for path in sorted(path for path in articles.rglob("*") if path.is_file()):
        whole.update(str(path.relative_to(articles)).encode("utf-8", "replace") + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
