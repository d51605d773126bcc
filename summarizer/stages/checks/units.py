"""The words numbers come with: number words, magnitudes, units, currencies, bounds. Factors bring a unit to its kind's base."""

from summarizer.stages.checks.words import listed

_ONES = (
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
)
_TENS = """twenty thirty forty fifty sixty seventy eighty ninety"""
_RANKS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
seventeenth eighteenth nineteenth twentieth"""
SMALL = {word: float(n) for n, word in enumerate(_ONES.split())} | {word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: float(n) for n, word in enumerate(_RANKS.split(), 1)}
MAGNITUDES = {
    word: factor
    for factor, words in {
        12.0: "dozen",
        100.0: "hundred",
        1e3: "thousand k",
        1e5: "lakh",
        1e6: "million m mn mln mio",
        1e7: "crore",
        1e9: "billion b bn bln",
        1e12: "trillion tn trn",
    }.items()
    for word in words.split()
}
INDEFINITE = {"dozens": 2.0, "scores": 2.0, "hundreds": 3.0, "thousands": 4.0, "millions": 7.0, "billions": 10.0, "trillions": 13.0}
"""The order of magnitude: ten dozens are not a hundred hundreds."""

MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)

_UNITS = """
length 0.001 mm millimetre millimeter; length 0.01 cm centimetre centimeter; length 1 metre meter; length 1000 km kms kilometre kilometer;
length 1609.344 mile mi; length 0.3048 feet foot ft; length 0.0254 inch inches; length 0.9144 yard yd; length 1852 nm;
mass 0.001 g gram gramme; mass 1 kg kilo kilogram kilogramme; mass 1000 tonne ton; mass 0.45359237 lb lbs; mass 0.0283495 ounce oz;
volume 1 litre liter; volume 3.785 gallon; volume 158.987 barrel; volume 0.001 ml millilitre milliliter;
duration 0.0000115741 second sec; duration 0.000694444 minute min; duration 0.0416667 hour hr; duration 1 day; duration 7 week;
duration 30.4375 month; duration 365.25 year yr; duration 3652.5 decade; duration 36525 century centuries;
percent 1 percent pct pc; power 1 watt; power 1000 kilowatt kw; power 1e6 megawatt mw; power 1e9 gigawatt gw;
energy 1 kwh; energy 1000 mwh; energy 1e6 gwh; speed 1 kph kmh; speed 1.609344 mph; speed 1.852 knot;
area 10000 hectare ha; area 4046.86 acre; degree 1 degree; point 1 point;
data 1 byte; data 1e6 megabyte mb; data 1e9 gigabyte gb; data 1e12 terabyte tb
"""


def _read() -> dict[str, tuple[str, float]]:
    found = {}
    for part in _UNITS.replace("\n", " ").split(";"):
        kind, factor, *names = part.split()
        for name in names:
            found[name] = (kind, float(factor))
            if len(name) > 2 and not name.endswith("s"):
                found[name + "s"] = (kind, float(factor))
    return found


UNITS = _read()
"""A unit in lower case, singular or plural: its kind, and its factor to the base of the kind."""

CURRENCY_MARKS = {"$": "usd", "€": "eur", "£": "gbp", "¥": "yen", "₹": "inr", "₽": "rub", "₩": "krw", "₿": "btc", "₺": "try", "₴": "uah"}
CURRENCY_WORDS = {
    word: name
    for name, words in {
        "usd": "dollar dollars usd buck bucks",
        "eur": "euro euros eur",
        "gbp": "pound pounds gbp sterling",
        "yen": "yen jpy",
        "cny": "yuan renminbi rmb cny",
        "inr": "rupee rupees inr rs",
        "rub": "rouble roubles ruble rubles",
        "chf": "franc francs chf",
        "krw": "won krw",
        "krona": "krona kronor",
        "krone": "krone kroner",
        "peso": "peso pesos",
        "brl": "real reais",
        "zar": "rand",
        "lira": "lira",
        "ils": "shekel shekels",
        "cent": "cent cents",
        "penny": "pence",
        "sar": "riyal riyals",
        "aed": "dirham dirhams",
        "ngn": "naira",
        "thb": "baht",
        "myr": "ringgit",
        "crown": "crown crowns",
        "cad": "cad",
        "aud": "aud",
    }.items()
    for word in words.split()
}


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


MORE = _phrases(
    """more than, greater than, higher than, larger than, better than, above, over, beyond, at least, exceeding, exceeded, exceeds, topped,
    surpassing, surpassed, upwards of, north of, in excess, excess of, minimum, minimum of"""
)
LESS = _phrases(
    """less than, fewer than, lower than, smaller than, below, under, just under, at most, up to, as many, many as, much as, high as, long
    as,
    large as, nearly, almost, approaching, close to, not quite, short of, south of, maximum, maximum of"""
)
APPROXIMATE = _phrases(
    "about, around, roughly, approximately, some, an estimated, estimated, circa, approx, nearly, almost, or so, close to"
)
