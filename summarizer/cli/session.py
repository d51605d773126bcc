"""What every command that reads articles starts from: settings, a voice, a Summarizer, the locations."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.article import Reading
from summarizer.cli import stop
from summarizer.cli.voice import Voice
from summarizer.edges.config import FOLDER_FILE, Configured, configured
from summarizer.errors import UsageError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.library import Summarizer


class Session:
    """One run of a command: `flags` are the settings given on the command line, by setting name."""

    def __init__(self, flags: dict[str, object], *, quiet: bool = False, verbose: int = 0) -> None:
        self.found: Configured = configured(flags)
        self.settings: Settings = self.found.settings
        if self.settings.api_key:
            stop.SECRETS.add(self.settings.api_key)
        self.voice = Voice(quiet, verbose, (self.settings.api_key,) if self.settings.api_key else ())

    def summarizer(self) -> "Summarizer":
        """A Summarizer with these settings that talks through the voice."""
        from summarizer.library import Summarizer

        return Summarizer(settings=self.settings, on_event=self.voice)

    def read(self, places: Sequence[str]) -> Reading:
        """Reads locations, and warns of each that failed once something was read.

        Raises NoInput where nothing was: its one line holds the reason of a single failure, the others are warned of.
        """
        from summarizer.library import Summarizer
        from summarizer.pipeline import nothing_read

        if "-" in places and sys.stdin.isatty():
            self.voice.say("reading the article from the terminal: end it with Ctrl-D")
        with self.voice:
            found = Summarizer(settings=self.settings, on_event=self.voice.without_warnings).read(places)
        for failed in found.failed[0 if found.articles else 1 :]:
            self.voice.warn(f"{failed.location}: {failed.reason}")
        if not found.articles:
            raise nothing_read(found)
        return found

    def say_engine(self) -> None:
        """Says which engine a default came to, and where articles are sent because a file in the folder says so."""
        from summarizer.wiring import EXTRACTIVE, model_name

        settings, origins = self.settings, self.found.origins
        name = model_name(settings)
        if settings.model is None and name == EXTRACTIVE:
            self.voice.say(
                "no model is configured: the brief is made of the articles' own sentences, nothing is sent anywhere (--model NAME)"
            )
        if name == EXTRACTIVE and settings.outline.language:
            self.voice.say("--language is for a model: without one the brief is in its articles' own words and language")
        if name != EXTRACTIVE and settings.model is None:
            because = origins["api_key"] if settings.api_key else origins["base_url"]
            self.voice.say(f"asking {name}, since {because} is set and no model is named (--model NAME, or --model extractive for none)")
        if name != EXTRACTIVE and origins["base_url"].endswith(FOLDER_FILE):
            self.voice.say(f"articles are sent to {settings.base_url}, as {origins['base_url']} says")


def locations(sources: Sequence[str], listed: bool) -> list[str]:
    """The SOURCE arguments; with --list, "-" becomes the locations that stdin names, one a line."""
    if not listed:
        return list(sources)
    if "-" not in sources:
        raise UsageError("--list is for SOURCE -: it says that stdin holds one location a line")
    named = [line.strip() for line in sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\n")]
    return [place for source in sources for place in ([line for line in named if line and line != "-"] if source == "-" else [source])]
