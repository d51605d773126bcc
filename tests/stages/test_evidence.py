from summarizer.article import Article, Aside
from summarizer.brief import Citation
from summarizer.stages.evidence.bearing import expected_best
from summarizer.stages.evidence.evidence import Evidence
from summarizer.stages.text.segment import segment

HARBOUR = Article(
    id="harbour",
    sha256="",
    text=(
        "The harbour board of Kesterhaven voted on Tuesday to close the old ferry terminal. "
        "The terminal served 420 passengers a day. "
        "Mayor Ada Lund said the city would not pay for a new one before 2031. "
        "Subscribe now and read about the ferry terminal of Kesterhaven for one crown. "
        "Rain is expected at the weekend."
    ),
)
UNION = Article(
    id="union",
    sha256="",
    text=(
        "The Valdry Transport Union said ferry fares rose 12 percent in March. "
        "It fears that 60 jobs will go with the terminal in Kesterhaven, which the harbour board decided to close."
    ),
)


def evidence(*articles: Article) -> Evidence:
    given = articles or (HARBOUR, UNION)
    return Evidence(given, {article.id: segment(article) for article in given})


def test_the_best_sentence_comes_first_with_the_highest_score() -> None:
    found = evidence().best("Fares of the ferry went up by 12 percent in March", k=3)
    assert found[0].sentence.key == ("union", 0)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_statement_of_two_facts_is_supported_by_both_sentences_and_no_more() -> None:
    found = evidence().supporting("The terminal, which served 420 passengers a day, will not be replaced by the city before 2031.")
    assert {sentence.key for sentence in found} == {("harbour", 1), ("harbour", 2)}


def test_one_sentence_that_says_it_all_is_enough() -> None:
    found = evidence().supporting("Mayor Ada Lund said the city would not pay for a new one before 2031.")
    assert [sentence.key for sentence in found] == [("harbour", 2)]


def test_everything_that_says_it_includes_other_articles() -> None:
    found = evidence().bearing("The harbour board decided to close the ferry terminal of Kesterhaven.")
    assert {sentence.article for sentence in found} == {"harbour", "union"}


def test_what_is_asked_of_one_article_is_looked_for_in_that_article() -> None:
    assert {one.sentence.article for one in evidence().best("the terminal of Kesterhaven", within=["union"])} == {"union"}


def test_an_advertisement_is_never_evidence() -> None:
    start = HARBOUR.text.index("Subscribe")
    marked = HARBOUR.model_copy(update={"asides": (Aside(start=start, end=HARBOUR.text.index("Rain"), reason="advertising"),)})
    found = evidence(marked).best("read about the ferry terminal of Kesterhaven for one crown", k=9)
    assert all("Subscribe" not in one.sentence.text for one in found)


def test_a_text_that_shares_no_word_has_no_evidence() -> None:
    assert evidence().supporting("Bakers won prizes") == ()
    assert evidence().best("") == ()


def test_a_span_is_located_and_an_invented_one_is_not() -> None:
    start = HARBOUR.text.index("420")
    found = evidence().locate(Citation(source="harbour", start=start, end=start + 3, quote="420"))
    assert [sentence.index for sentence in found] == [1]
    assert evidence().locate(Citation(source="harbour", start=9000, end=9010, quote="nothing")) == ()
    assert evidence().locate(Citation(source="nobody", start=0, end=10, quote="nothing")) == ()


def test_words_that_lost_their_place_are_found_again() -> None:
    quote = "The terminal served 420 passengers a day."
    found = evidence().nearest(Citation(source="union", start=3, end=3 + len(quote), quote=quote))
    assert found is not None
    assert found.source == "harbour"
    assert HARBOUR.text[found.start : found.end] == quote
    assert evidence().nearest(Citation(source="union", start=0, end=9, quote="Bakers won")) is None


def test_a_moved_citation_is_noticed_and_a_good_one_is_left_alone() -> None:
    search = evidence()
    sentences = segment(HARBOUR)
    text = "The mayor, Ada Lund, said the city would not pay for a new terminal before 2031."
    moved = search.placed(text, [sentences[4]])
    assert moved is not None
    assert moved.key == ("harbour", 2)
    assert search.placed(text, [sentences[2]]) == sentences[2]


def test_the_set_of_evidence_has_the_best_expected_f1() -> None:
    assert expected_best([(7, 0.9), (3, 0.1), (2, 0.05)]) == [7]
    assert expected_best([(7, 0.9), (3, 0.85), (2, 0.05)]) == [7, 3]
    assert expected_best([(7, 0.2)]) == [7]
    assert expected_best([]) == []


def test_many_articles_are_searched_as_well_as_two() -> None:
    others = [
        Article(
            id=f"other{n}", sha256="", text=f"Town {n} held a fair in May. The terminal of town {n} served {n + 500} guests. It rained."
        )
        for n in range(300)
    ]
    found = evidence(HARBOUR, *others, UNION).best("The terminal served 420 passengers a day.", k=1)
    assert found[0].sentence.key == ("harbour", 1)
