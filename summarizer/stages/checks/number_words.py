"""Numbers as they are written: digits with separators, words, fractions."""

from collections.abc import Sequence

from summarizer.stages.checks.units import MAGNITUDES, SMALL
from summarizer.stages.checks.words import Word

FRACTIONS = {"half": 0.5, "quarter": 0.25, "hundredth": 0.01} | {
    name: 1 / below
    for below, name in zip(range(3, 11), ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), strict=True)
}
FRACTIONS |= {f"{name}s": value for name, value in FRACTIONS.items() if name != "half"}
TIMES = {
    form: value
    for value, forms in {
        0.5: "halve halved halves halving",
        2.0: "double doubled doubles doubling twice twofold",
        3.0: "triple tripled triples tripling threefold thrice treble trebled",
        4.0: "quadruple quadrupled fourfold",
        5.0: "fivefold",
        10.0: "tenfold",
    }.items()
    for form in forms.split()
}
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def low(tokens: Sequence[Word], i: int) -> str:
    """The word at `i` in lower case, "" beyond the ends."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def glued(tokens: Sequence[Word], i: int) -> bool:
    """Whether word `i` follows the one before it without a space."""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


def digits(text: str) -> float | None:
    """The value of digits with English separators ("1,200" is 1200, "7,5" is 7.5), None for anything else ("1.2.3")."""
    whole, *groups = text.split(",")
    if groups and len(whole) <= 3 and all(len(group.split(".")[0]) == 3 for group in groups):
        text = text.replace(",", "")
    elif len(groups) == 1 and "." not in text:
        text = f"{whole}.{groups[0]}"
    elif groups:
        return None
    if text.count(".") > 1:
        if any(len(group) != 3 for group in text.split(".")[1:]):
            return None
        text = text.replace(".", "")
    return float(text) if text.replace(".", "", 1).isdecimal() else None


def spelled(tokens: Sequence[Word], i: int) -> tuple[float, int] | None:
    """A number in words from `i` ("twenty-five", "one hundred and five"), and the index behind it."""
    total, current, at = 0.0, 0.0, i
    while at < len(tokens):
        word, seen = low(tokens, at), at > i
        if word in SMALL:
            if seen and current % 100 and not (current % 10 == 0 and SMALL[word] < 10 and current % 100 >= 20):
                break
            current += SMALL[word]
        elif word == "hundred" and seen:
            current = (current or 1) * 100
        elif word in ("thousand", "million", "billion", "trillion") and seen:
            total, current = total + (current or 1) * MAGNITUDES[word], 0.0
        elif not (
            seen and low(tokens, at + 1) in SMALL and ((word == "and" and current % 100 == 0) or (word == "-" and glued(tokens, at)))
        ):
            break
        at += 1
    return (total + current, at) if at > i else None
