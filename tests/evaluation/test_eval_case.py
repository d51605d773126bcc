"""Cases: what a folder must hold, and what is said when it does not."""

from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.evaluation.case import Case, find_cases, load_case

REPOSITORY = Path(__file__).resolve().parents[2]


def test_a_case_is_named_after_its_folder_and_holds_what_its_file_says(ferry: Case) -> None:
    assert (ferry.id, ferry.focus, [fact.id for fact in ferry.facts]) == ("ferry", "What caused the accident?", ["f1", "f2", "f3"])
    assert ferry.facts[0].weight == 3
    assert ferry.facts[1].weight == 1
    assert ferry.absent[0].topic == "the cause of the accident"


def test_an_empty_focus_is_none(ferry_folder: Path) -> None:
    path = ferry_folder / "case.toml"
    path.write_text(path.read_text().replace('focus = "What caused the accident?"', 'focus = ""'))
    assert load_case(ferry_folder).focus is None


def test_the_digest_depends_on_the_articles_and_not_on_the_facts(ferry_folder: Path) -> None:
    before = load_case(ferry_folder).digest
    path = ferry_folder / "case.toml"
    path.write_text(path.read_text().replace("weight = 3", "weight = 2"))
    assert load_case(ferry_folder).digest == before
    (ferry_folder / "articles" / "01-herald.txt").write_text("Another text.")
    assert load_case(ferry_folder).digest != before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("patterns = ['", "patterns = ['(", "no regular expression"),
        ('id = "f2"', 'id = "f1"', "the id 'f1' is given twice"),
        ("weight = 3", "weight = 0", "facts.0.weight"),
        ("weight = 3", "wieght = 3", "facts.0.wieght"),
        ('kind = "contradiction"', 'kind = "quarrel"', "conflicts.0.kind"),
        ("[[facts]]", "[[facts", "case.toml"),
    ],
)
def test_a_broken_case_is_named_with_its_place(old: str, new: str, said: str, ferry_folder: Path) -> None:
    path = ferry_folder / "case.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(UsageError, match=r"case\.toml") as raised:
        load_case(ferry_folder)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_cases_are_found_in_a_folder_of_cases_and_alone(ferry_folder: Path, tmp_path: Path) -> None:
    assert [case.id for case in find_cases([ferry_folder.parent])] == ["ferry"]
    assert [case.id for case in find_cases([ferry_folder])] == ["ferry"]
    with pytest.raises(UsageError, match="holds no case"):
        find_cases([tmp_path / "elsewhere"])
    with pytest.raises(UsageError, match="two cases are called 'ferry'"):
        find_cases([ferry_folder, ferry_folder.parent])


def test_a_case_without_articles_is_none(ferry_folder: Path) -> None:
    for path in (ferry_folder / "articles").iterdir():
        path.unlink()
    (ferry_folder / "articles").rmdir()
    with pytest.raises(UsageError, match="no folder articles"):
        load_case(ferry_folder)


def test_our_own_cases_load_and_every_fact_names_sentences_that_stand_in_its_articles() -> None:
    cases = find_cases([REPOSITORY / "evals" / "cases"])
    assert len(cases) >= 12
    assert sum(len(list(Path(case.articles).iterdir())) for case in cases) >= 60
    for case in cases:
        assert case.facts, case.id
        for fact in case.facts:
            assert fact.support, (case.id, fact.id)
            for support in fact.support:
                assert (Path(case.articles) / support.article.split("#")[0]).is_file(), (case.id, fact.id, support.article)
