"""Wrong numbers, units, magnitudes, dates and orders of days."""

import re

from summarizer.evaluation.planting.edit import Edit, Spot, replace, shuffled

_SPELLED = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = _SPELLED.split()
_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?:(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?![\d:/]|(?:st|nd|rd|th)\b)|(?P<word>(?i:" + "|".join(_WORDS) + r"))\b(?!-))"
)
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_FULL}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
_MONTHS = _FULL.split("|")
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def number(spot: Spot) -> Edit | None:
    """Another value in the place of a number, in the same form."""
    for match in shuffled(spot, list(_NUMBER.finditer(spot.text))):
        around = spot.text[max(0, match.start() - 12) : match.end() + 12]
        digits = match["digits"]
        if re.search(_MONTH + r"\s*$", spot.text[: match.start()]) or re.match(r"\s*(?:of )?" + _MONTH, spot.text[match.end() :]):
            continue
        if digits and _YEAR.fullmatch(digits) and not re.search(r"[$€£%]", around):
            continue
        if re.search(r"\b[A-Z][\w-]*[ -]$", spot.text[: match.start()]) and match.start() > 12:
            continue
        new = _other_number(spot, digits) if digits else _other_word(spot, match["word"])
        if new is not None:
            return replace(spot, match.start(), match.end(), new)
    return None


def _other_number(spot: Spot, digits: str) -> str | None:
    value = float(digits.replace(",", ""))
    for _ in range(20):
        factor = spot.random.choice((0.5, 0.7, 0.8, 1.2, 1.3, 1.5, 2.0, 3.0))
        step = spot.random.choice((-3, -2, -1, 1, 2, 5))
        new = value + step if value < 100 and spot.random.random() < 0.6 else value * factor
        shown = f"{new:,.0f}" if "." not in digits else f"{new:,.{len(digits.split('.')[1])}f}"
        shown = shown if "," in digits or new >= 10_000 else shown.replace(",", "")
        if new > 0 and shown != digits and shown.replace(",", "") not in spot.material.numbers and float(shown.replace(",", "")) != value:
            return shown
    return None


def _other_word(spot: Spot, word: str) -> str | None:
    others = [w for w in _WORDS if w != word.lower() and not re.search(rf"\b{w}\b", spot.nearby(), re.I)]
    if not others:
        return None
    new = spot.random.choice(others)
    return new.capitalize() if word[0].isupper() else new


_UNITS = (
    (r"percent|per cent|%", (" people", " tonnes", " million euros")),
    (r"kilomet(?:er|re)s", ("miles", "metres")),
    (r"miles", ("kilometres", "yards")),
    (r"met(?:er|re)s", ("feet", "kilometres", "yards")),
    (r"feet", ("inches", "metres")),
    (r"tonnes|tons", ("kilograms", "pounds")),
    (r"kilograms|kg", ("tonnes",)),
    (r"pounds", ("tonnes",)),
    (r"minutes", ("hours", "seconds")),
    (r"hours", ("minutes", "days")),
    (r"days", ("weeks", "hours", "months")),
    (r"weeks", ("months", "days")),
    (r"months", ("years", "weeks")),
    (r"years", ("months", "decades")),
    (r"dollars", ("euros", "yen")),
    (r"euros", ("dollars",)),
    (r"barrels", ("gallons",)),
    (r"acres", ("hectares",)),
    (r"degrees", ("percent",)),
    (r"mph", ("km/h",)),
    (r"gallons", ("litres",)),
    (r"inches", ("feet",)),
    (r"millimet(?:er|re)s", ("centimetres",)),
    (r"centimet(?:er|re)s", ("millimetres",)),
    (r"lit(?:er|re)s", ("gallons",)),
)


def unit(spot: Spot) -> Edit | None:
    """The same number of something else: kilometres become miles, dollars euros."""
    found = []
    for pattern, others in _UNITS:
        found += [
            (m, others)
            for m in re.finditer(
                rf"(?P<n>\d|hundred|thousand|million|billion|{'|'.join(_WORDS)})(?P<gap>[ -]?)(?P<u>{pattern})(?!\w)", spot.text
            )
        ]
    found += [(m, ("€", "£")) for m in re.finditer(r"(?P<u>\$)(?=\d)", spot.text)] + [
        (m, ("$",)) for m in re.finditer(r"(?P<u>[€£])(?=\d)", spot.text)
    ]
    if not found:
        return None
    match, others = spot.random.choice(found)
    new = spot.random.choice(others)
    if new.startswith(" ") and spot.text[match.start("u") - 1] == " ":
        new = new[1:]
    return replace(spot, match.start("u"), match.end("u"), new)


_MAGNITUDES = ("hundred", "thousand", "million", "billion", "trillion")


def magnitude(spot: Spot) -> Edit | None:
    """Millions become billions, or a digit is added."""
    found = list(re.finditer(r"(?<=[\d\w] )(?:hundred|thousand|million|billion|trillion)\b|(?<=\d)(?:bn|m)\b", spot.text))
    if found:
        match = spot.random.choice(found)
        swap = {"bn": "m", "m": "bn"}.get(match.group())
        return replace(spot, match.start(), match.end(), swap or spot.random.choice([m for m in _MAGNITUDES[1:] if m != match.group()]))
    for match in shuffled(spot, list(re.finditer(r"(?<![\w.,/:-])\d{1,3}(?:,\d{3})+(?![\d.,])", spot.text))):
        value = int(match.group().replace(",", ""))
        new = value * 10 if spot.random.random() < 0.5 or value % 10 else value // 10
        if str(new) not in spot.material.numbers:
            return replace(spot, match.start(), match.end(), f"{new:,}")
    return None


def date(spot: Spot) -> Edit | None:
    """Another day of the month, month or year."""
    found = list(re.finditer(rf"{_MONTH} (?P<d>\d{{1,2}})\b(?!,?\d)|\b(?P<d2>\d{{1,2}}) {_MONTH}", spot.text))
    found += list(re.finditer(r"\b(?P<y>(?:19|20)\d\d)\b(?![-–,]\d| (?:people|soldiers|jobs))(?<!\$\d{4})", spot.text))
    found += [
        m
        for m in re.finditer(rf"\b(?P<m>{'|'.join(_MONTHS)})\b", spot.text)
        if m.group() not in ("May", "March") or re.match(r" \d", spot.text[m.end() :])
    ]
    for match in shuffled(spot, found):
        groups = match.groupdict()
        if old := groups.get("d") or groups.get("d2"):
            new = str(spot.random.choice([d for d in range(1, 29) if d != int(old) and not re.search(rf"\b{d}\b", spot.nearby())] or [0]))
            key = "d" if groups.get("d") else "d2"
        elif old := groups.get("y"):
            options = [
                y
                for y in (int(old) - 3, int(old) - 2, int(old) - 1, int(old) + 1, int(old) + 2, int(old) + 4)
                if str(y) not in spot.nearby()
            ]
            new, key = str(spot.random.choice(options or [0])), "y"
        else:
            options_m = [m for m in _MONTHS if m not in spot.nearby() and m[:3] + "." not in spot.nearby() and m not in ("May", "March")]
            new, key = (spot.random.choice(options_m) if options_m else "0"), "m"
        published = spot.article.published
        if new != "0" and not (published and new in (str(published.day), str(published.year), _MONTHS[published.month - 1])):
            return replace(spot, match.start(key), match.end(key), new)
    return None


def weekday(spot: Spot) -> Edit | None:
    """Another day of the week."""
    for match in shuffled(spot, list(re.finditer(rf"\b(?:{'|'.join(_DAYS)})\b", spot.text))):
        published = spot.article.published
        others = [d for d in _DAYS if d not in spot.nearby() and (published is None or _DAYS[published.weekday()] != d)]
        if others:
            return replace(spot, match.start(), match.end(), spot.random.choice(others))
    return None


_ORDER = {
    "before": "after",
    "after": "before",
    "earlier": "later",
    "later": "earlier",
    "prior to": "after",
    "following": "before",
    "ahead of": "after",
    "last week": "next week",
    "next week": "last week",
    "last month": "next month",
    "next month": "last month",
    "last year": "next year",
    "next year": "last year",
    "yesterday": "tomorrow",
    "tomorrow": "yesterday",
}


def order(spot: Spot) -> Edit | None:
    """What came before comes after, or two days of the week change places."""
    days = list(re.finditer(rf"\b(?:{'|'.join(_DAYS)})\b", spot.text))
    if (
        len(days) >= 2
        and days[0].group() != days[1].group()
        and re.search(r"\b(?:then|before|after|followed|while)\b", spot.text[days[0].end() : days[1].start()])
    ):
        one, two = days[0], days[1]
        text = spot.text[: one.start()] + two.group() + spot.text[one.end() : two.start()] + one.group() + spot.text[two.end() :]
        return Edit(text, f"{one.group()} … {two.group()}", f"{two.group()} … {one.group()}")
    found = list(
        re.finditer(
            r"\b(?:before|after|prior to|ahead of|last (?:week|month|year)|next (?:week|month|year)|yesterday|tomorrow"
            r"|(?:weeks?|days?|months?|years?|hours?) (?:earlier|later))\b(?! all\b)",
            spot.text,
        )
    )
    if not found:
        return None
    match = spot.random.choice(found)
    words = match.group().rsplit(" ", 1)
    new = f"{words[0]} {_ORDER[words[1]]}" if words[-1] in ("earlier", "later") else _ORDER[match.group()]
    return replace(spot, match.start(), match.end(), new)


_BOUNDS = {
    "more than": "less than",
    "less than": "more than",
    "fewer than": "more than",
    "at least": "at most",
    "at most": "at least",
    "over": "under",
    "nearly": "more than",
    "almost": "more than",
    "up to": "more than",
    "about": "more than",
    "around": "more than",
    "approximately": "more than",
}
_BOUND = re.compile(
    rf"\b(?:{'|'.join(_BOUNDS)})(?= (?:an? (?:dozen|hundred|thousand|million|billion|third|quarter|decade|year|month|week)\b"
    rf"|[$€£]?\d|half\b|(?:{'|'.join(_WORDS)})\b))",
    re.IGNORECASE,
)


def bound(spot: Spot) -> Edit | None:
    """More than becomes less than, about becomes more than."""
    found = [match for match in _BOUND.finditer(spot.text) if not re.search(r"\b(?:no|not) $", spot.text[: match.start()])]
    if not found:
        return None
    match = spot.random.choice(found)
    new = _BOUNDS[match.group().lower()]
    return replace(spot, match.start(), match.end(), new.capitalize() if match.group()[0].isupper() else new)


def borrowed(spot: Spot) -> Edit | None:
    """A number of something else that the same article tells."""
    here = {m["digits"].replace(",", "") for m in _NUMBER.finditer(spot.text) if m["digits"]}
    others = [m["digits"] for m in _NUMBER.finditer(spot.article.text) if m["digits"] and not _YEAR.fullmatch(m["digits"])]
    others = [digits for digits in dict.fromkeys(others) if digits.replace(",", "") not in here]
    for match in shuffled(spot, [m for m in _NUMBER.finditer(spot.text) if m["digits"] and not _YEAR.fullmatch(m["digits"])]):
        if re.search(_MONTH + r"\s*$", spot.text[: match.start()]) or re.match(r"\s*(?:of )?" + _MONTH, spot.text[match.end() :]):
            continue
        if re.search(r"\b[A-Z][\w-]*[ -]$", spot.text[: match.start()]) and match.start() > 12:
            continue
        if others:
            return replace(spot, match.start(), match.end(), spot.random.choice(others))
    return None
