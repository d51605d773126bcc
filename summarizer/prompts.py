"""The prompts: `prompts/*.toml`, one file a purpose, versioned by a digest of their content.

A prompt has `$holes` (string.Template) in `system` and `user`. The digest travels in every request's cache key and in the brief, so
that a changed word is a new version.
"""

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from string import Template

from summarizer.errors import UsageError
from summarizer.value import Value

_PACKAGED = Path(__file__).parent / "_prompts"  # in the wheel
_CHECKOUT = Path(__file__).parent.parent / "prompts"
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


class Prompt(Value):
    """Words for a model. `digest`: the first 12 hexadecimal digits of the SHA-256 of the file."""

    name: str
    system: str
    user: str
    digest: str

    def fill_system(self, **holes: str) -> str:
        """The system message. Raises KeyError for a hole that is not filled."""
        return Template(self.system).substitute(holes)

    def fill_user(self, **holes: str) -> str:
        """The user message. Raises KeyError for a hole that is not filled."""
        return Template(self.user).substitute(holes)


@cache
def load(name: str) -> Prompt:
    """The prompt `name` ("map", "reduce", "judge"). Raises UsageError where there is none or its file is broken."""
    if not _NAME.match(name):
        raise UsageError(f"no prompt is called {name!r}")
    for folder in (_PACKAGED, _CHECKOUT):
        path = folder / f"{name}.toml"
        if path.is_file():
            return read(path)
    raise UsageError(f"no prompt is called {name!r}")


def read(path: Path) -> Prompt:
    """The prompt in a file of one's own. Raises UsageError for a broken one."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    try:
        table = tomllib.loads(content.decode())
        return Prompt(name=path.stem, system=table["system"].strip(), user=table["user"].strip(), digest=digest)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, AttributeError, ValueError) as error:
        raise UsageError(f"prompt file {path}: {error}") from None
