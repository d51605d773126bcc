"""Public sets of claims that people have labelled, read from a folder the user gives (see ../shared/data/README.md); nothing is copied."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SETS = {"ragtruth": "ragtruth_summary_sentences.jsonl", "summedits": "summedits_news.jsonl", "wice": "wice.jsonl"}


class Labelled(NamedTuple):
    """One claim: `source` is a text or its sentences; `label` 1 supported, 0 not; `document` groups claims that share a source."""

    id: str
    document: str
    source: str | tuple[str, ...]
    claim: str
    label: int


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def labelled(folder: Path, name: str) -> list[Labelled]:
    """A set of `SETS` in the order of its file, which keeps claims about one source together."""
    parents = {}
    if name == "ragtruth":
        parents = {str(row["id"]): str(row["source"]) for row in rows(folder / "ragtruth_summary.jsonl")}
    found = []
    for row in rows(folder / SETS[name]):
        given = row.get("source_sentences")
        source: str | tuple[str, ...] = (
            tuple(str(sentence) for sentence in given)
            if isinstance(given, list)
            else parents[str(row["parent"])]
            if parents
            else str(row["source"])
        )
        found.append(Labelled(str(row["id"]), str(row["doc_id"]), source, str(row["claim"]), int(str(row["label"]))))
    return found


class Aligned(NamedTuple):
    """One cluster of articles with a human summary: `sentences` of all articles, the (document, index) key of each, and for every summary
    sentence the keys of the sentences that people marked as its evidence."""

    id: str
    keys: list[tuple[str, int]]
    sentences: list[str]
    summary: dict[str, set[tuple[str, int]]]


def aligned(folder: Path) -> list[Aligned]:
    """The clusters of multinews_aligned.jsonl."""
    found = []
    for row in rows(folder / "multinews_aligned.jsonl"):
        documents, alignments = row["documents"], row["alignments"]
        assert isinstance(documents, list)
        assert isinstance(alignments, list)
        keys = [(str(document["doc"]), i) for document in documents for i in range(len(document["sentences"]))]
        sentences = [str(sentence) for document in documents for sentence in document["sentences"]]
        summary: dict[str, set[tuple[str, int]]] = {}
        for one in alignments:
            summary.setdefault(str(one["summary_sentence"]), set()).add((str(one["doc"]), int(one["doc_sent_idx"])))
        found.append(Aligned(str(row["id"]), keys, sentences, summary))
    return found
