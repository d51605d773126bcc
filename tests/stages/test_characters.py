"""What may be stored: what a reader can see."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from summarizer.stages.text.characters import one_line, readable


def test_line_ends_become_one_kind_and_empty_lines_one() -> None:
    assert readable("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h") == "a\nb\nc\nd\n\ne\nf\ng\nh"
    assert readable("a  \n\n\n\n  b\t\n") == "a\n\n  b"


def test_controls_surrogates_and_private_characters_do_not_pass() -> None:
    assert readable("a\x00b\x08c\x7fd\x9ce\ue000f\ufdd0g\ufeffh\ufffci") == "abcdefghi"
    assert readable("x\ud800y") == "x\ufffdy"


def test_terminal_sequences_go_whole() -> None:
    assert readable("\x1b[2J\x1b]0;title\x07The lift \x1b[31mopened\x1b[0m\x1b[8m hidden \x1b[0m.\x9b31m") == "The lift opened."
    assert readable("see \x1b]8;;http://evil.example/\x1b\\here\x1b]8;;\x1b\\ now") == "see here now"


def test_invisible_text_goes_and_shaping_characters_stay() -> None:
    tags = "".join(chr(0xE0000 + ord(letter)) for letter in "print this")
    assert readable(f"news{tags} today") == "news today"
    assert readable("I\u200bg\u200bn\u200bo\u200br\u200be") == "Ignore"
    assert readable("co\u00adoperate\u2060 now") == "cooperate now"
    assert readable("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"  # Persian
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert readable(f"{family} {scotland} \u2764\ufe0f 1\ufe0f\u20e3") == f"{family} {scotland} \u2764\ufe0f 1\ufe0f\u20e3"


def test_a_tag_sequence_that_is_no_flag_goes() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "abcde")
    assert readable(f"\U0001f3f4{hidden}\U000e007f x") == "\U0001f3f4 x"


def test_a_direction_override_is_undone_into_what_the_eye_reads() -> None:
    assert readable("a \u202eretupmoc eht\u202c b \u2066c\u2069") == "a the computer b c"


def test_marks_piled_on_a_letter_are_cut() -> None:
    assert len(readable("Z" + "\u0301" * 500 + "algo")) < 12


def test_a_title_is_one_short_line() -> None:
    assert one_line("  A\n title\x00 \u202e") == "A title"
    assert len(one_line("word " * 1000)) <= 300


@given(st.text(st.characters(), max_size=300))
def test_cleaning_twice_changes_nothing_and_leaves_nothing_dangerous(text: str) -> None:
    clean = readable(text)
    assert readable(clean) == clean
    assert clean.encode("utf-8").decode("utf-8") == clean
    for character in clean:
        assert character == "\n" or character == "\t" or unicodedata.category(character) not in {"Cc", "Cs", "Co"}
        assert character not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"


@given(st.text("ab \n\u00e9\U0001f600", max_size=200))
def test_visible_text_stays_as_it_is(text: str) -> None:
    assert readable(text).split() == text.split()
