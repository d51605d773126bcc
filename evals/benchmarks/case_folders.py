"""A benchmark's cases as folders, so that any system of `summarizer eval run` can answer them: our engines, a command, finished texts."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from summarizer.article import Article
from summarizer.evaluation.case import Case


def write(cases: Sequence[Case], articles: Mapping[str, Sequence[Article]], folder: Path) -> None:
    """A folder for each case: `case.toml`, and its articles as text files in their order. The texts are the benchmark's: keep the
    folder out of repositories."""
    for case in cases:
        place = folder / case.id
        (place / "articles").mkdir(parents=True, exist_ok=True)
        files = {article.id: f"{number:03}-{article.id}.txt" for number, article in enumerate(articles[case.id], 1)}
        for article in articles[case.id]:
            (place / "articles" / files[article.id]).write_text(article.text)
        (place / "case.toml").write_text("\n".join(_lines(case, files)) + "\n")


def _lines(case: Case, files: Mapping[str, str]) -> list[str]:
    lines = [f"id = {_string(case.id)}", f"focus = {_string(case.focus or '')}"]
    for fact in case.facts:
        lines += ["[[facts]]", f"id = {_string(fact.id)}", f"text = {_string(fact.text)}"]
        for support in fact.support:
            lines += ["[[facts.support]]", f"article = {_string(files[support.article])}", f"sentence = {_string(support.sentence)}"]
    return lines


def _string(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
