"""`summarizer daily` and `summarizer editions`."""

import asyncio
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli import options, results
from summarizer.cli.session import Session
from summarizer.errors import SummarizerError, UsageError

if TYPE_CHECKING:
    from summarizer.brief import Brief
    from summarizer.daily.desk import Desk, Engines
    from summarizer.daily.edition import Made
    from summarizer.daily.profile import Profile
    from summarizer.edges.memory import Memory
    from summarizer.edges.remembered import Edition
    from summarizer.protocols import Listener
    from summarizer.settings import Settings

PROFILE = "briefing.toml"


@click.command()
@click.argument("profile", metavar="[PROFILE]", default=PROFILE)
@click.option("--init", "begin", is_flag=True, help="Write a commented profile to start from.")
@click.option("--check", is_flag=True, help="Fetch, and say how each source is doing; nothing is stored.")
@click.option("--dry-run", is_flag=True, help="Show the edition as it would be, without a model; nothing is stored or delivered.")
@click.option("--since", metavar="DATE", help="Catch up: what was read from DATE (YYYY-MM-DD) on, against the last edition before it.")
@click.option("--edition", "name", metavar="NAME", default="", help="Name of this edition, for several a day (morning, evening).")
@click.option("--format", "shape", type=click.Choice(options.FORMATS), default="terminal", help="Format on stdout.  [default: terminal]")
@click.option("--lenient", is_flag=True, help="Exit with 0 wherever an edition was made, also a partial or undelivered one (for cron).")
@options.model
@options.voice
def daily(
    profile: str,
    begin: bool,
    check: bool,
    dry_run: bool,
    since: str | None,
    name: str,
    shape: str,
    lenient: bool,
    quiet: bool,
    verbose: int,
    **flags: object,
) -> int:
    """Make one edition from PROFILE (briefing.toml): feeds, folders, memory, delivery.

    Run again on the same day, it shows the same edition and delivers what was not delivered yet.
    """
    if begin:
        return _begin(Path(profile))
    from summarizer.daily.profile import load

    found = load(profile)
    state = flags.get("state")
    found = found.model_copy(update={"state": str(Path(str(state)).absolute())}) if state else found
    session = Session(_model_flags(found, flags), quiet=quiet, verbose=verbose)
    from_day = _day(since)
    with session.voice, _desk(found, session) as desk:
        if check:
            return asyncio.run(_check(found, desk))
        if dry_run:
            return asyncio.run(_rehearse(found, desk, session, name, from_day, shape))
        return asyncio.run(_make(found, desk, session, name, from_day, shape, lenient))


@click.command()
@click.argument("profile", metavar="[PROFILE]", default=PROFILE)
@click.option("--show", "shown", metavar="DAY", help="Print the edition of DAY (YYYY-MM-DD), or the one whose id begins so.")
@click.option("--trace", metavar="URL", help="List the statements of all editions that rest on an article.")
@click.option("--format", "shape", type=click.Choice(options.FORMATS), default="terminal", help="Format of --show.  [default: terminal]")
@click.option("--state", metavar="PATH", help="The memory, where it is not the profile's.")
def editions(profile: str, shown: str | None, trace: str | None, shape: str, state: str | None) -> int:
    """List the editions of PROFILE, or print one of them again."""
    from summarizer.daily.profile import load

    found = load(profile)
    where = state or found.state
    if not Path(where).exists():
        raise UsageError(f"{where}: there is no memory yet; `summarizer daily {profile}` makes the first edition")
    from summarizer.edges.memory import Memory
    from summarizer.edges.state import Database

    database = Database(where)
    try:
        memory = Memory(database)
        if trace is not None:
            results.print_lines(_trace(memory, trace))
        elif shown is not None:
            _print(_one(memory, found, shown), shape)
        else:
            results.print_lines(_history(memory, found))
    finally:
        database.close()
    return 0


def _begin(path: Path) -> int:
    from summarizer.daily.starter import STARTER
    from summarizer.edges.output import check_writable, write_atomically

    if path.exists():
        raise UsageError(f"{path} is there already; name another file, or edit it")
    check_writable(path)
    write_atomically(path, STARTER)
    results.print_lines([f"{path} written: put your feeds into it, then run `summarizer daily {path} --check`"])
    return 0


def _model_flags(profile: "Profile", flags: dict[str, object]) -> dict[str, object]:
    """The profile's choice of engine, under what the command line says."""
    engine = profile.engine
    chosen: dict[str, object] = {
        "model": engine.model, "base_url": engine.base_url, "max_cost": engine.max_cost, "on_limit": engine.on_limit,
        "concurrency": engine.concurrency, "focus": profile.focus, "language": profile.language,
    }  # fmt: skip
    return {**chosen, **{name: value for name, value in flags.items() if value is not None}, "state": profile.state}


def _desk(profile: "Profile", session: Session) -> "Desk":
    from summarizer.daily.desk import Desk

    return Desk(profile, clock=_now, listen=session.voice, environment=os.environ, limits=session.settings.limits)


def _now() -> datetime:
    return datetime.now(UTC)


def _day(since: str | None) -> date | None:
    if since is None:
        return None
    try:
        return date.fromisoformat(since)
    except ValueError:
        raise UsageError(f"--since {since}: write the day as YYYY-MM-DD") from None


async def _check(profile: "Profile", desk: "Desk") -> int:
    from summarizer.daily.edition import edition_key
    from summarizer.daily.health import told
    from summarizer.render import safe

    gathered = await desk.gathered(edition_key(profile, _now()))
    results.print_lines(safe.plain(line) for line in told(gathered.health, _now()))
    return 5 if gathered.health and all(row.status == "failed" for row in gathered.health) else 0


async def _rehearse(profile: "Profile", desk: "Desk", session: Session, name: str, since: date | None, shape: str) -> int:
    from summarizer.daily.edition import edition_key
    from summarizer.settings import Settings as Chosen

    composed = await desk.rehearsed(edition_key(profile, _now(), name), _engine(Chosen(model="extractive"), session.voice), since=since)
    _show(composed.brief, shape)
    return 0


async def _make(profile: "Profile", desk: "Desk", session: Session, name: str, since: date | None, shape: str, lenient: bool) -> int:
    from summarizer.daily.edition import edition_key

    made = await desk.edition(edition_key(profile, _now(), name), _engine(session.settings, session.voice), since=since)
    _print(made.edition, shape)
    _say(made, session)
    code = made.trouble.exit_code if made.trouble is not None else 1 if made.delivered.failed else 0
    return 0 if lenient else code


def _engine(settings: "Settings", listen: "Listener") -> "Engines":
    from summarizer.wiring import engine

    return lambda: engine(settings, listen)


def _say(made: "Made", session: Session) -> None:
    from summarizer.daily.courier import shown

    if not made.fresh:
        session.voice.say(f"this edition was made before ({made.edition.created:%Y-%m-%d %H:%M} UTC); it is shown again")
    for parcel in made.delivered.sent:
        session.voice.say(f"delivered: {shown(parcel)}")
    if made.trouble is not None:
        session.voice.fail(f"{made.trouble}; the edition holds what was done")


def _print(edition: "Edition", shape: str) -> None:
    from summarizer.brief import Brief

    _show(Brief.model_validate_json(edition.brief), shape)


def _show(brief: "Brief", shape: str) -> None:
    results.write(brief, results.targets((), shape), embed_sources=False)


def _one(memory: "Memory", profile: "Profile", wanted: str) -> "Edition":
    found = [edition for edition in memory.editions_like(wanted) if edition.profile == profile.name]
    if not found:
        raise UsageError(f"there is no edition {wanted}; `summarizer editions` lists them")
    if len(found) > 1:
        names = ", ".join(f"{edition.id} ({edition.name or edition.day})" for edition in found)
        raise UsageError(f"{wanted} means several editions: {names}; give the id")
    return found[0]


def _history(memory: "Memory", profile: "Profile") -> list[str]:
    from summarizer.daily.courier import shown
    from summarizer.render import safe

    lines = []
    for edition in memory.editions(profile.name):
        name = f" {edition.name}" if edition.name else ""
        lines.append(f"{edition.day}{name}  {edition.id}  {safe.plain(edition.headline)}  ({safe.plain(edition.facts)})")
        lines += [
            f"    {'not delivered yet' if parcel.state == 'waiting' else 'given up'}: {shown(parcel)}: {safe.plain(parcel.error)}"
            for parcel in memory.parcels(edition.id)
            if parcel.state != "sent"
        ]
    return lines or ["no edition yet"]


def _trace(memory: "Memory", url: str) -> list[str]:
    """Every version of the article, and under each what rests on it."""
    from summarizer.daily.addresses import canonical
    from summarizer.render import safe

    versions = memory.versions(url) or memory.versions(canonical(url))
    if not versions:
        raise SummarizerError(f"{url} was never read")
    lines = []
    for version in versions:
        lines.append(f"version {version.number}, read {version.first_seen:%Y-%m-%d}, text {version.article.sha256[:12]}")
        rows = memory.resting_on([version.article.id])
        lines += [f"    {row.day}  {safe.prose(row.statement.text)}" for row in rows] or ["    no statement rests on it"]
    return lines
