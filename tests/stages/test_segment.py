import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, Aside, Sentence
from summarizer.stages.text.segment import segment


def article(text: str, language: str | None = None, asides: tuple[Aside, ...] = ()) -> Article:
    return Article(id="a1", text=text, sha256="0" * 64, language=language, asides=asides)


def texts(text: str, language: str | None = None) -> list[str]:
    return [sentence.text for sentence in segment(article(text, language))]


def check_offsets(text: str, sentences: tuple[Sentence, ...]) -> None:
    """What every other stage relies on."""
    last = 0
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.start >= last
        assert not text[last : sentence.start].strip()
        last = sentence.end
    assert not text[last:].strip()
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)


pieces = st.sampled_from(
    ["Mr. Hale", "He said", ". ", "! ", "? ", "… ", "“", "”", '"', "« ", " »", "\n", "\n\n", "\u2028", "U.S. ", "3.5", "No. 4", "e\u0301",
     "👩\u200d👩", "𝔘n", "שלום", "مرحبا؟ ", "今日は。", "\u200b", "\u00a0", "- ", "1. ", "# ", " ", "a", "B", "(", ")",
     "\t", "\x1c", "z.B. ", "\u202e"]
)  # fmt: skip
messy = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r")), st.lists(pieces, max_size=40).map("".join)
)


@given(messy)
def test_every_character_that_is_not_white_space_is_in_exactly_one_sentence(text: str) -> None:
    check_offsets(text, segment(article(text)))


@given(messy, st.data())
def test_offsets_hold_with_asides_anywhere_and_every_sentence_is_inside_or_outside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = segment(article(text, asides=(Aside(start=start, end=end, reason="advertising"),)))
    check_offsets(text, found)
    for sentence in found:
        inside = start <= sentence.start and sentence.end <= end
        assert inside == (sentence.aside == "advertising")
        assert inside or sentence.end <= start or sentence.start >= end or start == end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Treasury spoke. Mr. J. R. Odum of Ferro Inc. left at 5 p.m. Tuesday.", 2),
        ("He left the U.S. Yesterday it rained.", 2),
        ("It rose 3.5 percent on Oct. 13, i.e. by No. 5 of the list, e.g. there.", 1),
        ("They make cars, vans, etc. The plant closed.", 2),
        ("He works for Odum Corp. The firm is old.", 2),
        ("The meeting is at 9 a.m. Reporters wait outside.", 2),
        ("“It is over,” he said. “We are done. Go home.” They left.", 3),
        ("“Is it over?” Mara Odum asked. Nobody knew.", 2),
        ("“Never!” he cried.", 1),
        ("In 2019. The next year it fell.", 2),
        ("He waited… Then he left. But... he came back.", 3),
        ("(He did not say why.) She did.", 2),
        ("Plan B. The rest is known.", 2),
        ("See ferro.example.com or mail a.b@ferro.example for v2.Final notes.", 1),
        ("Write to Mara.Odum@ferro.example or to Gov.Hale of Talvi.", 1),
        ("Const. Tim Hale said so. `` We go. '' They left.", 3),
        ("They met at St. Alda on Feb. 3. Nothing came of it.", 2),
        ("Der Rat kam am 3. Oktober zu Dr. Maurer. Es kostet z. B. 3,5 Mio. Euro.", 2),
        ("Der Verein und die Stadt sind in der 2. Bundesliga und im 3. Quartal nicht mehr dabei. Es ist aus.", 2),
        ("Es hieß: „Gut. So.“ Er ging.", 2),
        ("M. Odum a dit : « Non. Jamais. » Il est parti.", 2),
        ("¿Qué pasó? ¡Nada! El Sr. Ruiz de EE. UU. calló.", 3),
        ("今日は雨。明日は晴れ！本当？「はい。そうです。」と言った。", 4),
        ("यह पहला है। यह दूसरा है।", 2),
    ],
)
def test_stops_are_judged_by_their_neighbours(text: str, expected: int) -> None:
    assert len(texts(text)) == expected, texts(text)


def test_a_stop_glued_to_the_next_sentence_is_a_border() -> None:
    assert texts("They fear a levy.“China’s port is closed,” she said.") == ["They fear a levy.", "“China’s port is closed,” she said."]
    assert texts('They fear a levy."The port is closed," she said.') == ["They fear a levy.", '"The port is closed," she said.']
    assert texts("It came from Talvi.Odum said so.”He left.") == ["It came from Talvi.", "Odum said so.”", "He left."]
    assert texts('"We go."He left.') == ['"We go."', "He left."]


def test_a_long_quotation_is_split_and_a_short_one_is_kept() -> None:
    long = "“" + "We want to trade with everyone who keeps the rules of the strait. " * 5 + "We will.”"
    assert len(texts(long)) == 6
    assert len(texts("“We trade. We keep the rules. We will.”")) == 1


def test_lines_are_paragraphs_with_headings_and_items() -> None:
    found = segment(
        article("Port closes\n\nThe port closed. It is shut.\n- First, the crane.\n2) Then the quay\n# Later\nIt may open.\u2028Or not.")
    )
    assert [(s.text, s.role, s.paragraph) for s in found] == [
        ("Port closes", "heading", 0),
        ("The port closed.", "prose", 1),
        ("It is shut.", "prose", 1),
        ("- First, the crane.", "item", 2),
        ("2) Then the quay", "item", 3),
        ("# Later", "heading", 4),
        ("It may open.", "prose", 5),
        ("Or not.", "prose", 6),
    ]


def test_hand_wrapped_lines_are_joined_and_short_last_lines_end_a_paragraph() -> None:
    text = (
        "Council agrees\n\n"
        "The council of Talvi met on Tuesday evening to speak about the new bridge\n"
        "and agreed that Mr. Hale should be asked to find an engineer who could do\n"
        "the work. Nobody spoke against it.\n"
        "The bridge over the Narrow Water was closed in the spring after a barge\n"
        "had struck its second pier."
    )
    found = segment(article(text))
    assert [s.paragraph for s in found] == [0, 1, 1, 2]
    assert found[1].text.endswith("could do\nthe work.")
    check_offsets(text, found)


def test_the_border_of_an_aside_is_a_border_of_a_sentence() -> None:
    text = "The port closed Sign up for our letter today and it will open."
    start = text.index("Sign")
    end = text.index(" and it")
    found = segment(article(text, asides=(Aside(start=start, end=end, reason="boilerplate"),)))
    assert [(s.text, s.aside) for s in found] == [
        ("The port closed", None),
        ("Sign up for our letter today", "boilerplate"),
        ("and it will open.", None),
    ]


def test_no_text_has_no_sentences() -> None:
    assert segment(article("")) == () == segment(article(" \n\u2028\t"))
