import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Sentence
from summarizer.stages.sorting.chunk import chunk


class Words:
    """Counts words as tokens."""

    name = "words"

    def count(self, text: str) -> int:
        return len(text.split())


def sentence(article: str, index: int, words: int, aside: bool = False) -> Sentence:
    text = " ".join(["w"] * words)
    return Sentence(
        article=article,
        index=index,
        start=index * 1000,
        end=index * 1000 + len(text),
        text=text,
        paragraph=index,
        aside="advertising" if aside else None,
    )


sentences = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 60), st.booleans()), max_size=40).map(
    lambda rows: [sentence(article, index, words, aside) for index, (article, words, aside) in enumerate(sorted(rows, key=lambda r: r[0]))]
)


@given(sentences, st.integers(1, 80))
def test_every_usable_sentence_is_in_one_chunk_in_order_and_fits_or_stands_alone(given_: list[Sentence], limit: int) -> None:
    chunks = chunk(given_, Words(), limit)
    assert [s for c in chunks for s in c.sentences] == [s for s in given_ if s.aside is None]
    for made in chunks:
        assert {s.article for s in made.sentences} == {made.article}
        assert made.tokens <= limit or len(made.sentences) == 1
        assert made.tokens >= sum(len(s.text.split()) for s in made.sentences)
    for article in "ab":
        assert [c.index for c in chunks if c.article == article] == list(range(sum(c.article == article for c in chunks)))


def test_no_tiny_chunk_is_left_at_the_end() -> None:
    chunks = chunk([sentence("a", i, 6) for i in range(11)], Words(), 100)
    assert [len(c.sentences) for c in chunks] == [6, 5]


def test_a_sentence_over_the_limit_is_kept_whole_in_its_own_chunk() -> None:
    chunks = chunk([sentence("a", 0, 5), sentence("a", 1, 500), sentence("a", 2, 5)], Words(), 50)
    assert [[s.index for s in c.sentences] for c in chunks] == [[0], [1], [2]]
    assert chunks[1].tokens >= 500


def test_asides_and_nothing_make_no_chunk() -> None:
    assert chunk([], Words(), 10) == () == chunk([sentence("a", 0, 5, aside=True)], Words(), 10)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        chunk([], Words(), 0)


def test_short_sentences_after_one_over_the_limit_still_fit() -> None:
    assert all(
        c.tokens <= 8 or len(c.sentences) == 1 for c in chunk([sentence("a", 0, 100), sentence("a", 1, 1), sentence("a", 2, 1)], Words(), 8)
    )
