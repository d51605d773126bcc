"""Multi-News, human-aligned: do briefs tell what the people who summarised these articles told, at equal length?

    python -m evals.benchmarks.multinews PATH [--words 250] [--sections bottom_line,key_points] [--most N] [-o DIR]

PATH is the folder of `multinews_aligned.jsonl` (28 clusters). Beside our extractive engine: lead and sumy's LexRank and TextRank, each
with as many words as ours took for that cluster. Measures, all over clusters with paired intervals:

    fact_recall   share of the sentences of the human summary that one statement covers (in part: half), by the lexical judge
    evidence      share of these sentences of whose evidence, as people marked it in the articles, something was cited
    rouge_2       share of the word pairs of the human summary that are in the answer (stems)
    joint         fact_recall × citation F1, with the marked articles as sources
"""

import argparse
import asyncio
import hashlib
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from evals.benchmarks.side_by_side import Extra, at_our_length, ours, save, table
from summarizer.article import Article
from summarizer.evaluation.case import Case, Fact, Support
from summarizer.evaluation.run import CaseResult
from summarizer.stages.text.terms import stem

FILE = "multinews_aligned.jsonl"
NAMES = ("fact_recall", "joint", "citation_precision", "citation_recall", "faithfulness", "redundancy", "words", "seconds")
Spans = dict[str, list[tuple[str, int, int]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--sections", default="", help="limit our brief to these, with commas between")
    parser.add_argument("--most", type=int, default=None, help="only the first N clusters")
    parser.add_argument("--beside", default="lead,lexrank,textrank", help="what to run beside ours, with commas between; sumy is slow")
    parser.add_argument("-o", dest="folder", type=Path)
    options = parser.parse_args()
    cases, articles, spans, summaries = load(options.path / FILE, options.most)
    engine = ours(tuple(name for name in options.sections.split(",") if name))
    runs = asyncio.run(at_our_length(cases, articles, engine, "multinews_aligned", options.words, options.beside.split(",")))
    save(runs, options.folder)
    print(f"\n{len(cases)} clusters, {options.words} words at most; coverage judged by {runs[0].judge}: {runs[0].grades[0]}")
    extra: dict[str, Extra] = {
        "evidence": lambda r: evidence(r, spans[r.case]),
        "rouge_2": lambda r: rouge(r.answer.text, summaries[r.case], 2),
    }
    print("\n".join(table(runs, NAMES, extra)))


def load(path: Path, most: int | None) -> tuple[list[Case], dict[str, list[Article]], dict[str, Spans], dict[str, str]]:
    """Cases whose facts are the sentences of the human summary that have marked evidence; the articles, the marks and the summary of
    each."""
    cases: list[Case] = []
    articles: dict[str, list[Article]] = {}
    spans: dict[str, Spans] = {}
    summaries: dict[str, str] = {}
    for line in path.read_text().splitlines()[:most]:
        row = json.loads(line)
        name = re.sub(r"[^A-Za-z0-9._-]", "-", row["id"])
        marked: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
        for alignment in row["alignments"]:
            marked[alignment["summary_sentence"]].append(alignment)
        facts, found = [], {}
        for number, (sentence, rows) in enumerate(marked.items(), 1):
            support = tuple(Support(article=str(r["doc"]), sentence=str(r["doc_sent"])) for r in rows)
            facts.append(Fact(id=f"f{number}", text=sentence, support=support))
            found[f"f{number}"] = [(str(r["doc"]), start, end) for r in rows for start, end in r["doc_offsets"] or ()]  # type: ignore[attr-defined]
        cases.append(Case(id=name, title=row["topic"], facts=tuple(facts), folder=f"multinews/{name}"))
        articles[name] = [article(doc["doc"], doc["text"]) for doc in row["documents"]]
        spans[name], summaries[name] = found, row["reference_summary"]
    return cases, articles, spans, summaries


def article(name: str, text: str) -> Article:
    """A document as a reader gives it, asides marked as a reader marks them."""
    from summarizer.stages.asides.asides import find_asides

    return Article(id=name, path=name, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), asides=find_asides(text))


def evidence(result: CaseResult, spans: Spans) -> float | None:
    """The share of the facts of whose marked evidence at least 15 characters in a row were cited."""
    cited = [(c.article, c.start, c.end) for p in result.answer.points for c in p.cites if c.start is not None and c.end is not None]
    told = [any(a == b and min(e, f) - max(s, t) >= 15 for a, s, e in marks for b, t, f in cited) for marks in spans.values() if marks]
    return sum(told) / len(told) if told else None


def rouge(text: str, reference: str, n: int) -> float:
    """ROUGE-n recall (Lin 2004) over stems."""
    said, wanted = _grams(text, n), _grams(reference, n)
    return sum((said & wanted).values()) / max(1, sum(wanted.values()))


def _grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    tokens = [stem(token) for token in re.findall(r"\w+", text.casefold())]
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


if __name__ == "__main__":
    main()
