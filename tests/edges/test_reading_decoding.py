"""Bytes to text: the encoding that is there, not the one that is claimed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.edges.reading.decoding import Unreadable, decode

TEXT = "Café owner Jürgen Ås paid 4,100 crowns for the “Zoë”. The tables seat 36 guests, and the kitchen is new."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_common_encodings_are_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_other_alphabets_are_recognised_or_declared() -> None:
    russian = "Мост в порту был закрыт в понедельник после столкновения с баржей, сообщили власти города. " * 5
    assert decode(russian.encode("cp1251"), "windows-1251").text == russian.strip()
    assert decode(russian.encode("koi8-r")).text == russian.strip()


def test_a_declared_encoding_does_not_overrule_the_bytes() -> None:
    assert decode(TEXT.encode("utf-8"), "iso-8859-1").text == TEXT
    assert decode(TEXT.encode("cp1252"), "utf-8").text == TEXT
    assert decode(TEXT.encode("utf-8"), "no-such-encoding").text == TEXT


def test_lines_in_two_encodings_are_each_read_as_what_they_are() -> None:
    found = decode("Café one.\n".encode() + "Café two.\n".encode("cp1252") * 3)
    assert found.text.count("Café") == 4
    assert found.notice


def test_damage_is_said_and_stays_where_it_is() -> None:
    found = decode(TEXT.encode() * 3 + b"\xff" + TEXT.encode())
    assert "\ufffd" in found.text
    assert found.notice == "1 damaged character in it"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF"), (b"PK\x03\x04....", "a zip"), (b"\x1f\x8b....", "gzip"), (b"\x7fELF...", "a program"),
        (bytes(range(256)) * 40, "binary"), (b"\xe7" * 5000, "no words"), (b"\x00\x01\x02\x03" * 300, "binary"),
    ],
)  # fmt: skip
def test_what_is_not_text_is_refused_with_its_kind(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(data)


def test_a_few_stray_controls_do_not_make_it_binary() -> None:
    assert decode(b"The bridge\x00 at Orr \x01\x02closed\x08 on Friday.\x1a\r\rRepairs last two weeks.\x00").text.startswith(
        "The bridge at Orr closed"
    )


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except Unreadable:
        pass  # refused with a reason
    else:
        found.text.encode("utf-8")
