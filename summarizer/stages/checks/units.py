"""The words numbers come with: number words, magnitudes, units, currencies, bounds. Factors bring a unit to its kind's base."""

SMALL = {word: float(value) for value, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}  # fmt: skip
SMALL |= {
    word: float(10 * (n + 2)) for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
ORDINALS = {word: float(n + 1) for n, word in enumerate(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"])}  # fmt: skip
MAGNITUDES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "k": 1e3, "m": 1e6, "mn": 1e6,
              "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7}  # fmt: skip
INDEFINITE = {"dozens": 2.0, "scores": 2.0, "hundreds": 3.0, "thousands": 4.0, "millions": 7.0, "billions": 10.0, "trillions": 13.0}
"""The order of magnitude: ten dozens are not a hundred hundreds."""

MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)

_UNITS = """
length 0.001 mm millimetre millimeter; length 0.01 cm centimetre centimeter; length 1 metre meter; length 1000 km kilometre kilometer kms;
length 1609.344 mile mi; length 0.3048 feet foot ft; length 0.0254 inch inches; length 0.9144 yard yd; length 1852 nm;
mass 0.001 g gram gramme; mass 1 kg kilo kilogram kilogramme; mass 1000 tonne ton tons; mass 0.45359237 pound-weight lb lbs; mass 0.0283495 ounce oz;
volume 1 litre liter; volume 3.785 gallon; volume 158.987 barrel; volume 0.001 ml millilitre milliliter;
duration 0.0000115741 second sec secs; duration 0.000694444 minute min mins; duration 0.0416667 hour hr hrs; duration 1 day; duration 7 week;
duration 30.4375 month; duration 365.25 year yr yrs; duration 3652.5 decade; duration 36525 century centuries;
percent 1 percent pct pc; power 1 watt; power 1000 kilowatt kw; power 1e6 megawatt mw; power 1e9 gigawatt gw; energy 1 kwh; energy 1000 mwh; energy 1e6 gwh;
speed 1 kph kmh; speed 1.609344 mph; speed 1.852 knot; area 10000 hectare ha; area 4046.86 acre; degree 1 degree; point 1 point;
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
CURRENCY_MARKS = {"$": "usd", "€": "eur", "£": "gbp", "¥": "yen", "₹": "inr", "₽": "rub", "₩": "krw", "₿": "btc", "₺": "try", "₴": "uah"}
CURRENCY_WORDS = {"dollar": "usd", "dollars": "usd", "usd": "usd", "buck": "usd", "bucks": "usd", "euro": "eur", "euros": "eur", "eur": "eur", "pounds": "gbp", "pound": "gbp",
                  "gbp": "gbp", "sterling": "gbp", "yen": "yen", "jpy": "yen", "yuan": "cny", "renminbi": "cny", "rmb": "cny", "cny": "cny", "rupee": "inr", "rupees": "inr",
                  "inr": "inr", "rs": "inr", "rouble": "rub", "roubles": "rub", "ruble": "rub", "rubles": "rub", "franc": "chf", "francs": "chf", "chf": "chf", "won": "krw",
                  "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone", "peso": "peso", "pesos": "peso", "real": "brl", "reais": "brl", "rand": "zar",
                  "lira": "lira", "shekel": "ils", "shekels": "ils", "cent": "cent", "cents": "cent", "pence": "penny", "riyal": "sar", "riyals": "sar", "dirham": "aed",
                  "dirhams": "aed", "naira": "ngn", "baht": "thb", "ringgit": "myr", "crown": "crown", "crowns": "crown", "cad": "cad", "aud": "aud"}  # fmt: skip
MORE = frozenset({"more than", "greater than", "higher than", "above", "over", "at least", "exceeding", "exceeded", "exceeds", "upwards of", "north of", "minimum", "topped", "surpassing", "surpassed", "beyond",
                  "no less", "better than", "not less", "in excess", "excess of", "minimum of", "larger than", "no fewer"})  # fmt: skip
LESS = frozenset({"less than", "fewer than", "lower than", "below", "under", "at most", "up to", "nearly", "almost", "as many", "many as", "much as", "high as", "long as", "large as", "maximum", "maximum of", "close to", "just under", "no more", "not quite", "south of", "smaller than",
                  "short of", "approaching"})  # fmt: skip
APPROXIMATE = frozenset(
    {
        "about",
        "around",
        "roughly",
        "approximately",
        "some",
        "an estimated",
        "estimated",
        "circa",
        "approx",
        "nearly",
        "almost",
        "or so",
        "close to",
    }
)
