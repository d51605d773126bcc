"""A small case about an invented ferry, and a brief of it made by hand: every sentence cites what it rests on."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.article import Article
from summarizer.brief import Brief, Citation, Conflict, Coverage, Run, Side, Source, SourceMix, Statement, Story, Verification, Window
from summarizer.evaluation.case import Case, load_case
from summarizer.evaluation.shelf import Shelf
from summarizer.testing import article

HERALD = """The ferry Sorrel ran aground off Pell Island on Tuesday morning with 212 people on board.

The coast guard said that 19 people were injured, three of them badly. Captain Ines Rovner said the steering had failed "without a sound".

Subscribe to the Herald Weekend and save half."""
WIRE = """PELL ISLAND - The ferry Sorrel ran aground off Pell Island on Tuesday with 212 people on board, the port authority said.

The hospital in Marrow counted 27 injured. The port authority closed the northern channel until Friday.

Operator Brisk Lines has not said what caused the accident."""
COPY = WIRE.replace("PELL ISLAND - ", "PELL ISLAND, Wire - ")

CASE = """
title = "A ferry aground"
focus = "What caused the accident?"

[[facts]]
id = "f1"
text = "The ferry Sorrel ran aground off Pell Island with 212 people on board."
weight = 3
keys = [["Sorrel"], ["aground"], ["212"]]
[[facts.support]]
article = "01-herald.txt"
sentence = "The ferry Sorrel ran aground off Pell Island on Tuesday morning with 212 people on board."
[[facts.support]]
article = "02-wire.txt"
sentence = "The ferry Sorrel ran aground off Pell Island on Tuesday with 212 people on board, the port authority said."
[[facts]]
id = "f2"
text = "The coast guard counted 19 injured."
keys = [["19"], ["coast guard"]]
support = [{ article = "01-herald.txt", sentence = "The coast guard said that 19 people were injured, three of them badly." }]
[[facts]]
id = "f3"
text = "The port authority closed the northern channel until Friday."
support = [{ article = "02-wire.txt", sentence = "The port authority closed the northern channel until Friday." }]

[[forbidden]]
id = "x1"
text = "The number of injured rose from 19 to 27."
patterns = ['(?i)\\brose\\b[^.]*\\b27\\b']
why = "Two counts told as a development."

[[noise]]
text = "Subscribe to the Herald Weekend and save half"

[[conflicts]]
id = "c1"
question = "How many people were injured?"
kind = "contradiction"
sides = [["19"], ["27"]]

[[absent]]
topic = "the cause of the accident"
"""


@pytest.fixture
def ferry_folder(tmp_path: Path) -> Path:
    """The case on disk."""
    folder = tmp_path / "cases" / "ferry"
    (folder / "articles").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE)
    for name, text in (("01-herald.txt", HERALD), ("02-wire.txt", WIRE), ("03-copy.txt", COPY)):
        (folder / "articles" / name).write_text(text)
    return folder


@pytest.fixture
def ferry(ferry_folder: Path) -> Case:
    return load_case(ferry_folder)


@pytest.fixture
def articles(ferry: Case) -> tuple[Article, ...]:
    """The articles as a reader would give them, in order of file name."""
    made = (article(HERALD, id="herald"), article(WIRE, id="wire"), article(COPY, id="copy"))
    names = ("01-herald.txt", "02-wire.txt", "03-copy.txt")
    return tuple(a.model_copy(update={"path": f"{ferry.articles}/{name}"}) for a, name in zip(made, names, strict=True))


@pytest.fixture
def shelf(articles: tuple[Article, ...]) -> Shelf:
    return Shelf(articles)


Say = Callable[..., Statement]


@pytest.fixture
def say(articles: tuple[Article, ...]) -> Say:
    """`say("s1", "text", ("herald", "the cited words"))`: a statement that cites exactly these words."""
    texts = {a.id: a.text for a in articles}

    def made(name: str, text: str, *cited: tuple[str, str]) -> Statement:
        citations = []
        for source, quote in cited:
            start = texts[source].index(quote)
            citations.append(Citation(source=source, start=start, end=start + len(quote), quote=quote))
        return Statement(id=name, text=text, kind="fact", citations=tuple(citations))

    return made


@pytest.fixture
def ferry_brief(say: Say, articles: tuple[Article, ...]) -> Brief:
    """A brief without a fault."""
    aground = "The ferry Sorrel ran aground off Pell Island on Tuesday morning with 212 people on board."
    told = "The ferry Sorrel ran aground off Pell Island on Tuesday with 212 people on board, the port authority said."
    guard = "The coast guard said that 19 people were injured, three of them badly."
    hospital = "The hospital in Marrow counted 27 injured."
    channel = "The port authority closed the northern channel until Friday."
    story = Story(
        id="st",
        headline="Ferry Sorrel aground",
        status="developing",
        bottom_line=(say("s1", aground, ("herald", aground), ("wire", told)),),
        key_points=(say("s2", guard, ("herald", guard)), say("s3", channel, ("wire", channel))),
        conflicts=(
            Conflict(
                question="How many people were injured?",
                kind="contradiction",
                sides=(Side(statement=say("s4", guard, ("herald", guard))), Side(statement=say("s5", hospital, ("wire", hospital)))),
                reading="The coast guard says 19 and the hospital says 27.",
            ),
        ),
        gaps=("No article says what caused the accident.",),
        source_mix=SourceMix(articles=3, independent=2, syndicated=1),
    )
    return Brief(
        id="b",
        title="Ferry Sorrel aground",
        created=datetime(2031, 5, 4, tzinfo=UTC),
        language="en",
        window=Window(),
        stories=(story,),
        sources=tuple(Source(id=a.id, title=a.id, sha256=a.sha256, path=a.path) for a in articles),
        coverage=Coverage(articles_in=3, read=3, duplicates=1, chunks=2, tokens_in=1, tokens_read=1),
        verification=Verification(statements=5, verified=5, repaired=0, replaced=0, unchecked=0),
        run=Run(engine="extractive", seconds=0.5),
    )
