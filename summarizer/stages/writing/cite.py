"""Drafts become statements: every sentence named by the draft becomes a citation of exactly its characters."""

import hashlib
from collections.abc import Sequence

from summarizer.article import Sentence
from summarizer.brief import Citation, Confidence, Statement
from summarizer.claim import Draft, Finding, Kind


def citation(sentence: Sentence) -> Citation:
    """The whole sentence as a citation."""
    return Citation(source=sentence.article, start=sentence.start, end=sentence.end, quote=sentence.text)


def statement_id(text: str, citations: Sequence[Citation]) -> str:
    """Ten hex digits that depend on the words and on what they rest on, and on nothing else."""
    resting = "\n".join(f"{c.source}:{c.start}:{c.end}" for c in citations)
    return hashlib.sha256(f"{text}\n{resting}".encode()).hexdigest()[:10]


def cite(draft: Draft) -> Statement:
    """The draft as an unchecked statement. Its sentences are of original articles only, so that copies never add independence."""
    citations = tuple(citation(sentence) for sentence in draft.sentences)
    independent = len({c.source for c in citations})
    return Statement(
        id=statement_id(draft.text, citations),
        text=draft.text,
        kind=draft.kind,
        attributed_to=draft.attributed_to,
        citations=citations,
        independent_sources=independent,
        confidence=confidence(independent, draft.kind, "unchecked"),
    )


def confidence(independent: int, kind: Kind, support: str) -> Confidence:
    """High: at least two independent sources and every check passed, for something told as having happened. Low: one source, and only a
    claim or a
    forecast, or not every check could be made. Moderate: the rest."""
    direct = kind in ("fact", "figure", "quote")
    if support == "partial" or (independent < 2 and not direct):
        return "low"
    return "high" if independent >= 2 and direct and support == "verified" else "moderate"


def own_words(finding: Finding, text: str) -> Draft:
    """The finding told by its source's own sentence (or a tightened form of it)."""
    return Draft(finding=finding.id, text=text, sentences=(finding.lead,), kind=finding.kind)
