import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.stages.sorting.cluster import assign, cluster

QUAY = (
    "The harbour board of Talvi closed the eastern quay after divers found a crack in its retaining wall, chair Ilse Marran said.",
    "Carriers wait outside Talvi: a crack in the eastern quay keeps them from unloading, harbour board chair Ilse Marran told reporters.",
    "Engineers lowered cameras into the cracked eastern quay at Talvi; the board under Ilse Marran hopes to reopen it in May.",
)
OTHER_QUAY = (
    "The port authority of Osmund closed its western pier after a barge rammed it, director Pavel Oskar said.",
    "Ferries avoid Osmund: the western pier was rammed by a barge and is closed, port director Pavel Oskar told reporters.",
)
SCHOOL = (
    "Teachers in the Brask valley went on strike over class sizes, the union led by Tove Lind announced.",
    "Schools in the Brask valley stay shut as teachers strike over class sizes; union leader Tove Lind expects talks on Friday.",
    "The teachers' strike in the Brask valley ended when the ministry promised smaller classes, union leader Tove Lind said.",
)


def article(name: str, text: str, day: int | None = None) -> Article:
    return Article(id=name, text=text, sha256=name, published=date(2026, 3, day) if day else None)


def make() -> list[Article]:
    return [
        *(article(f"q{at}", text, at + 1) for at, text in enumerate(QUAY)),
        *(article(f"o{at}", text, at + 2) for at, text in enumerate(OTHER_QUAY)),
        *(article(f"s{at}", text) for at, text in enumerate(SCHOOL)),
    ]


def ids(stories: tuple[tuple[Article, ...], ...]) -> list[list[str]]:
    return [[a.id for a in story] for story in stories]


def test_look_alike_events_are_kept_apart_biggest_first_then_earliest() -> None:
    assert ids(cluster(make())) == [["q0", "q1", "q2"], ["s0", "s1", "s2"], ["o0", "o1"]]


@given(st.randoms())
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_input_changes_nothing(rng: random.Random) -> None:
    shuffled = make()
    rng.shuffle(shuffled)
    assert cluster(shuffled) == cluster(make())


def test_every_article_is_in_one_story_even_without_any_text() -> None:
    given_ = [*make(), article("empty", ""), article("only-stop-words", "the and of")]
    assert sorted(a.id for story in cluster(given_) for a in story) == sorted(a.id for a in given_)
    assert cluster([]) == ()
    assert ids(cluster([article("one", "")])) == [["one"]]


def test_two_articles_are_one_story_or_two() -> None:
    assert ids(cluster([article("a", QUAY[0]), article("b", QUAY[1])])) == [["a", "b"]]
    assert ids(cluster([article("a", QUAY[0]), article("b", SCHOOL[0])])) == [["a"], ["b"]]


def test_the_same_words_two_years_later_are_less_alike() -> None:
    late = Article(id="late", text=OTHER_QUAY[1], sha256="x", published=date(2028, 3, 1))
    assert len(cluster([*make()[:5], late])) >= len(cluster(make()[:5]))


def test_new_articles_continue_given_stories_or_start_new_ones() -> None:
    q, s = make()[:3], make()[5:]
    found = assign([q[2], *make()[3:5], s[2]], [q[:2], s[:2]])
    assert ids(found) == [["q0", "q1", "q2"], ["s0", "s1", "s2"], ["o0", "o1"]]


def test_given_stories_never_join_and_are_all_kept() -> None:
    q = make()[:3]
    assert ids(assign([], [q[:1], q[1:2], q[2:]])) == [["q0"], ["q1"], ["q2"]]
    assert ids(assign([], [])) == []


def test_an_article_in_another_language_joins_by_its_names() -> None:
    german = (
        "Die Hafenbehörde von Talvi hat den Ostkai gesperrt, nachdem ein Riss in der Mauer gefunden wurde. Ilse Marran, die Leiterin der "
        "Behörde, sprach von einem Schaden, der noch in diesem Monat behoben werden soll. Die Schiffe warten vor dem Hafen."
    )
    english = [article(f"q{at}", text + " The board is in the town, and the ships are at sea.", at + 1) for at, text in enumerate(QUAY)]
    assert ids(cluster([*english, *make()[3:], article("de", german, 3)]))[0] == ["q0", "q1", "de", "q2"]
