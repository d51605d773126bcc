"""`briefing.toml`: what a daily edition reads, how long it is, and where it goes."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, Field, ValidationError, field_validator

from summarizer.errors import UsageError
from summarizer.settings import SECTIONS, OnLimit
from summarizer.value import Value

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction, words a minute (Brysbaert 2019 gives 238)."""

Format = Literal["html", "markdown", "json", "eml"]
Weight = Annotated[float, Field(ge=0, le=10)]


class FeedSource(Value):
    """A feed. `weight` lifts (above 1) or lowers its stories; `full_text` fetches the linked pages instead of using the feed's own text."""

    url: str
    name: str | None = None
    weight: Weight = 1.0
    full_text: bool = True


class EngineChoice(Value):
    """Who writes. The key is never here: it comes from the environment. `max_cost` is in USD, for one edition."""

    model: str = "extractive"
    base_url: str | None = None
    max_cost: float | None = Field(default=None, gt=0)
    on_limit: OnLimit = "extractive"
    concurrency: int = Field(default=16, ge=1, le=512)


class Fetching(Value):
    """How the web is met. `contact` stands in the agent's name; `seconds_between` is the pause between requests to one host;
    `allow_hosts` are hosts on your own network that may be fetched from; articles are looked at again for `recheck_days` days."""

    contact: str | None = None
    seconds_between: float = Field(default=1.0, ge=0)
    concurrency: int = Field(default=16, ge=1, le=128)
    recheck_days: int = Field(default=3, ge=0, le=60)
    allow_hosts: tuple[str, ...] = ()


class Mail(Value):
    """Where the mail goes. User and password are read from the environment variables named here."""

    to: tuple[str, ...] = Field(min_length=1)
    sender: str
    host: str
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user_env: str | None = None
    password_env: str | None = None


class Webhook(Value):
    """A URL that gets the brief as JSON; signed (HMAC-SHA256) with the secret in the environment variable `secret_env`, if given."""

    url: str
    secret_env: str | None = None


class Delivery(Value):
    """`folder` gets every edition in `formats`, an index page and an Atom feed; `base_url` is where that folder is published, if it is.
    `embed_sources` keeps the cited articles' texts in the JSON, so that it verifies on its own."""

    folder: str | None = "editions"
    formats: tuple[Format, ...] = ("html", "markdown", "json", "eml")
    feed: bool = True
    embed_sources: bool = False
    base_url: str | None = None
    mail: Mail | None = None
    webhooks: tuple[Webhook, ...] = ()


class Profile(Value):
    """A whole profile. `minutes` is reading time; `topics` maps words to weights (1 changes nothing); paths are absolute after `load`."""

    name: str = Field(default="briefing", pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")
    title: str = "Daily briefing"
    timezone: str | None = None
    language: str | None = None
    focus: str | None = None
    minutes: float = Field(default=6.0, ge=1, le=120)
    stories: int = Field(default=10, ge=1, le=50)
    sections: tuple[str, ...] = SECTIONS
    max_age_days: int = Field(default=3, ge=1, le=3650)
    state: str = "briefing.sqlite"
    feeds: tuple[FeedSource, ...] = ()
    opml: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    topics: dict[str, Weight] = Field(default_factory=dict)
    engine: EngineChoice = EngineChoice()
    fetch: Fetching = Fetching()
    delivery: Delivery = Delivery()

    @field_validator("feeds", mode="before")
    @classmethod
    def _bare_addresses(cls, feeds: object) -> object:
        return [{"url": feed} if isinstance(feed, str) else feed for feed in feeds] if isinstance(feeds, list) else feeds

    @field_validator("sections")
    @classmethod
    def _sections(cls, sections: tuple[str, ...]) -> tuple[str, ...]:
        for section in sections:
            if section not in SECTIONS:
                raise ValueError(f"“{section}” is no section; there are {', '.join(SECTIONS)}{_nearest(section, SECTIONS)}")
        return sections

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, timezone: str | None) -> str | None:
        try:
            if timezone is not None:
                ZoneInfo(timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"“{timezone}” is no time zone; write it like Europe/Berlin") from None
        return timezone

    @field_validator("delivery")
    @classmethod
    def _no_folder(cls, delivery: Delivery) -> Delivery:
        return delivery if delivery.folder else delivery.model_copy(update={"folder": None})

    @property
    def words(self) -> int:
        """The reading time in words."""
        return round(self.minutes * WORDS_A_MINUTE)


def load(path: str | Path) -> Profile:
    """The profile at `path`, its own paths made absolute from the folder it stands in. Raises UsageError, in one plain line."""
    place = Path(path)
    try:
        text = place.read_text("utf-8")
    except FileNotFoundError:
        raise UsageError(f"{place}: there is no such profile; `summarizer daily --init` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{place}: cannot be read as UTF-8 text ({error.__class__.__name__})") from None
    return rooted(parse(text, str(place)), place.resolve().parent)


def parse(text: str, shown: str = "briefing.toml") -> Profile:
    """The profile written in `text`. Raises UsageError naming what is wrong, and for an unknown key the nearest known one."""
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{shown}: it is not TOML: {error}") from None
    try:
        profile = Profile.model_validate(fields)
    except ValidationError as error:
        raise UsageError(f"{shown}: {_told(error)}") from None
    if not (profile.feeds or profile.opml or profile.pages or profile.folders):
        raise UsageError(f"{shown}: it names nothing to read; give feeds, opml, pages or folders")
    return profile


def rooted(profile: Profile, folder: Path) -> Profile:
    """The profile with its relative paths starting from `folder`."""

    def absolute(path: str) -> str:
        return path if "://" in path else str(folder / Path(path).expanduser())

    delivery = profile.delivery
    where = {"folder": absolute(delivery.folder)} if delivery.folder is not None else {}
    return profile.model_copy(
        update={
            "state": absolute(profile.state),
            "opml": tuple(absolute(path) for path in profile.opml),
            "folders": tuple(absolute(path) for path in profile.folders),
            "delivery": delivery.model_copy(update=where),
        }
    )


def _told(error: ValidationError) -> str:
    first = min(error.errors(include_url=False, include_input=False), key=lambda one: one["type"] != "extra_forbidden")
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = sorted(_fields(Profile, first["loc"][:-1]))
        return f"“{place}” is not known{_nearest(str(first['loc'][-1]), known)}{_secret(place)}"
    return f"{place}: {first['msg'].removeprefix('Value error, ')}"


def _secret(place: str) -> str:
    return "; keys and passwords stay in the environment" if any(word in place for word in ("key", "password", "secret", "token")) else ""


def _nearest(word: str, known: "list[str] | tuple[str, ...]") -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.55)
    return f"; did you mean “{near[0]}”?" if near else f"; known here: {', '.join(known)}" if known else ""


def _fields(model: type[BaseModel], place: "tuple[int | str, ...]") -> frozenset[str]:
    """The known keys at a place of the profile."""
    for part in place:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            if inner is None:
                return frozenset()
            model = inner
    return frozenset(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Union, tuple, Annotated) or get_args(annotation):
        return next((found for inner in get_args(annotation) if (found := _model_in(inner)) is not None), None)
    return None
