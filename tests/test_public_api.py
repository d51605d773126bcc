"""What other programs may rely on: the names of the package, and that importing it costs next to nothing."""

import importlib
import subprocess
import sys

import pytest

import summarizer

PROMISED = {
    *("Summarizer", "summarize", "read", "verify", "Brief", "Article", "Reading", "Report", "Statement", "Settings", "Outline"),
    *("SummarizerError", "UsageError", "VerificationFailed", "BudgetReached", "NoInput"),
    *("ProviderError", "ProviderRefused", "ContextOverflow", "BadReply"),
}


def test_the_public_names_are_the_promised_ones() -> None:
    assert set(summarizer.__all__) == PROMISED
    assert summarizer.__all__ == sorted(summarizer.__all__)
    assert set(dir(summarizer)) == PROMISED


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_every_public_name_loads(name: str) -> None:
    assert getattr(summarizer, name).__name__ == name


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = summarizer.nothing  # type: ignore[attr-defined]


def test_importing_loads_nothing_heavy() -> None:
    """The proxy for its time."""
    program = (
        "import sys, summarizer\n"
        "heavy = ('openai', 'numpy', 'scipy', 'click', 'rich', 'pydantic', 'httpx', 'lxml', 'jinja2', 'tiktoken', 'asyncio')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_making_a_summarizer_reads_no_environment_and_loads_no_vendor() -> None:
    program = (
        "import os, sys; os.environ['OPENAI_API_KEY'] = 'x'\n"
        "from summarizer import Summarizer; settings = Summarizer()._settings\n"
        "vendors = ('openai', 'numpy', 'scipy', 'click', 'rich', 'httpx', 'lxml')\n"
        "print([name for name in vendors if name in sys.modules], settings.api_key)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[] None"


@pytest.mark.parametrize(
    "module", ["summarizer.testing", "summarizer.errors", "summarizer.protocols", "summarizer.events", "summarizer.value"]
)
def test_the_documented_modules_are_there(module: str) -> None:
    assert importlib.import_module(module).__doc__
