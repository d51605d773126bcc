"""The shared sets of bad and poisoned inputs, where they are."""

import json
from pathlib import Path

import pytest

from summarizer.article import Article, Reading
from summarizer.edges.reading import LocationReader
from summarizer.stages.asides.asides import find_asides
from summarizer.stages.text.characters import readable

SECURITY = Path(__file__).parents[2].parent / "shared" / "security"

pytestmark = pytest.mark.skipif(not SECURITY.exists(), reason="the shared security sets are not here")


def rows(kind: str) -> list[dict[str, object]]:
    return [
        row
        for line in (SECURITY / "manifest.jsonl").read_text("utf-8").splitlines()
        if str((row := json.loads(line))["id"]).startswith(kind)
    ]


@pytest.fixture(scope="module")
def bad() -> Reading:
    files = [str(SECURITY / str(row["file"])) for row in rows("P-BAD") if row["file"] and (SECURITY / str(row["file"])).exists()]
    return LocationReader().read([*files, str(SECURITY / "clean")])


def test_every_bad_file_is_read_or_named_with_a_reason_and_the_clean_ones_are_read(bad: Reading) -> None:
    read = {Path(article.path or "").name for article in bad.articles}
    failed = " ".join(failed.location for failed in bad.failed)
    for row in rows("P-BAD"):
        name = Path(str(row["file"])).name
        assert name in read or name in failed or not (SECURITY / str(row["file"])).exists(), name
    assert len([name for name in read if name.endswith(("_a.txt", "_b.txt"))]) == 12
    assert all(failed.reason and "Error" not in failed.reason for failed in bad.failed)


def test_nothing_dangerous_is_stored(bad: Reading) -> None:
    for article in bad.articles:
        text = article.text + (article.title or "") + (article.publisher or "")
        assert "root:x:" not in text
        assert all(character in "\n\t" or character.isprintable() or character in "\xa0\u2009\u202f\u200d\u200c" for character in text)


def test_bad_files_keep_their_facts(bad: Reading) -> None:
    everything = "\n".join(article.text for article in bad.articles)
    for fact in (
        "4,100",
        "tables seat 36",
        "3,000 tonnes",
        "1.2 tonnes",
        "Café",
        "8,200 cars",
        "5,400 people",
        "hired 44",
        "Orr Point",
        "700 tonnes",
        "since 1944",
    ):
        assert fact in everything
    for fact in ("310 patients", "Mondays from 1 July", "14 beds", "212 pupils", "901 lamps", "8 branches"):
        assert fact in everything


def left(article: Article) -> str:
    """The text that may be summarised."""
    text = article.text
    for aside in sorted(article.asides, key=lambda aside: -aside.start):
        text = text[: aside.start] + text[aside.end :]
    return text


def test_no_injected_file_keeps_its_canary_outside_an_aside() -> None:
    found = LocationReader().read([str(SECURITY / "injection")])
    assert not found.failed
    leaks = [article.path for article in found.articles if "PWNED" in left(article) or "example.invalid" in left(article)]
    assert leaks == []
    assert all(len(left(article)) > 150 for article in found.articles)


def test_no_payload_put_into_a_clean_article_leaks_and_no_clean_paragraph_is_lost() -> None:
    for name in ("river_a.txt", "strike_b.txt"):
        clean = readable((SECURITY / "clean" / name).read_text("utf-8")).split("\n\n")
        for line in (SECURITY / "payloads.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            for place in (1, len(clean)):
                text = readable("\n\n".join([*clean[:place], row["payload"], *clean[place:]]))
                article = Article(id="x", text=text, sha256="", asides=find_asides(text))
                usable = left(article)
                assert not any(canary in usable for canary in row["canary"]), row["id"]
                assert all(paragraph in usable for paragraph in clean[1:]), row["id"]


def test_innocent_look_alikes_and_clean_articles_are_not_quarantined() -> None:
    found = LocationReader().read([str(SECURITY / "control"), str(SECURITY / "clean")])
    assert len(found.articles) == 14
    assert not [aside for article in found.articles for aside in article.asides if aside.reason == "instruction"]
