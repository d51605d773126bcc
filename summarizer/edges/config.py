"""Settings, and where each came from: flag > environment > `summarizer.toml` in the folder > the user's file > default.

pydantic-settings would merge these sources but does not say which one a value came from, and that is half of what is asked here;
importing it also takes as long as everything else together (0.3 s). So: tomllib, one table of names, one validation by `Settings`.
"""

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.limits import Limits
from summarizer.settings import SECTIONS, Outline, Settings

FOLDER_FILE = "summarizer.toml"
_SPECIAL = {"outline", "limits"}
_PLAIN = tuple(name for name in Settings.model_fields if name not in _SPECIAL)
_OUTLINE = tuple(Outline.model_fields)
_LIMITS = tuple(f"limits.{name}" for name in Limits.model_fields)
NAMES = (*_PLAIN, *_OUTLINE, *_LIMITS)
"""Every setting by the name it has in a file; `limits.pages` is `pages` in the table `[limits]`, and SUMMARIZER_LIMITS_PAGES outside."""

_OPENAI = {"api_key": "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL"}


class Configured(NamedTuple):
    """The settings and, for each of NAMES, its origin ("--model", "SUMMARIZER_MODEL", a file's path, "default")."""

    settings: Settings
    origins: dict[str, str]


def configured(
    flags: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user_file: Path | None = None,
) -> Configured:
    """Gathers the settings. `flags` holds what was given on the command line, by setting name; None values count as not given.

    Raises UsageError for an unknown name, a value that does not fit, a file that cannot be read, or a key in the folder's file.
    """
    environ = os.environ if environ is None else environ
    folder_file = (folder or Path.cwd()) / FOLDER_FILE
    user_file = user_file or default_user_file()
    values: dict[str, object] = {"state": str(default_state())}
    origins = dict.fromkeys(NAMES, "default")
    for file in (user_file, folder_file):
        found = _from_file(file)
        if file == folder_file and "api_key" in found:
            raise UsageError(f"{file} holds api_key, and such files get shared: put the key into OPENAI_API_KEY or into {user_file}")
        values |= found
        origins |= dict.fromkeys(found, str(file))
    for name in NAMES:
        variable = _variable(name, environ)
        if variable:
            values[name], origins[name] = environ[variable], variable
    for name, value in (flags or {}).items():
        if value is not None:
            values[name], origins[name] = value, f"--{name.replace('_', '-')}"
    return Configured(_validated(values, origins), origins)


def shown(found: Configured) -> dict[str, object]:
    """The value of each of NAMES as it may be shown: of the key only whether it is set."""
    settings = found.settings
    values: dict[str, object] = {name: getattr(settings, name) for name in _PLAIN}
    values |= {name: getattr(settings.outline, name) for name in _OUTLINE}
    values |= {name: getattr(settings.limits, name.removeprefix("limits.")) for name in _LIMITS}
    values["api_key"] = "(set, not shown)" if settings.api_key else None
    return values


def default_user_file() -> Path:
    """The user's own file, where this system keeps such files."""
    from platformdirs import user_config_path

    return user_config_path("summarizer") / "config.toml"


def default_state() -> Path:
    """Where replies are remembered when no --state is given."""
    from platformdirs import user_state_path

    return user_state_path("summarizer") / "state.sqlite"


def _from_file(file: Path) -> dict[str, object]:
    try:
        text = file.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read: {error}") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file} is not valid TOML: {error}") from error
    limits = table.pop("limits", {})
    if not isinstance(limits, dict):
        raise UsageError(f"{file}: limits must be a table: [limits]")
    values = {**table, **{f"limits.{name}": value for name, value in limits.items()}}
    for name in values:
        if name not in NAMES:
            near = get_close_matches(name, NAMES, n=1, cutoff=0.5)
            raise UsageError(f"{file}: unknown setting {name!r}{f'; did you mean {near[0]!r}?' if near else ''}")
    return values


def _variable(name: str, environ: Mapping[str, str]) -> str | None:
    """The environment variable that sets it; an empty one counts as not set."""
    own = "SUMMARIZER_" + name.replace(".", "_").upper()
    return next((variable for variable in (own, _OPENAI.get(name, "")) if environ.get(variable)), None)


def _validated(values: Mapping[str, object], origins: Mapping[str, str]) -> Settings:
    values = {name: _listed(value) if name == "sections" else value for name, value in values.items()}
    try:
        return Settings.model_validate(
            {
                **{name: value for name, value in values.items() if name in _PLAIN},
                "outline": {name: value for name, value in values.items() if name in _OUTLINE},
                "limits": {name.removeprefix("limits."): value for name, value in values.items() if name in _LIMITS},
            }
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = [str(part) for part in first["loc"] if part != "outline"]
        name = ".".join(path[:2] if path[0] == "limits" else path[:1])
        raise UsageError(f"{name} (from {origins.get(name, 'default')}): {_told(first['msg'])}") from None


def _told(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _listed(value: object) -> tuple[str, ...]:
    """Sections as a list or as words with commas between them."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list | tuple) else [value]
    names = tuple(str(part).strip() for part in parts if str(part).strip())
    unknown = [name for name in names if name not in SECTIONS]
    if unknown or not names:
        raise UsageError(f"unknown section {unknown[0] if unknown else ''!r}: choose from {', '.join(SECTIONS)}")
    return names
