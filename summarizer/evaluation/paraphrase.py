"""Honest paraphrases of true statements, to measure false alarms: other words, the same meaning, by construction.

Written without the code and the lists of the checks.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from summarizer.article import Sentence
from summarizer.evaluation.planting.edit import Material, Spot, shuffled, tidy
from summarizer.evaluation.rewording import CONTRACTED, SYNONYMS
from summarizer.stages.checks.cited import Cited, resting
from summarizer.stages.text.names import names
from summarizer.value import Value


class Paraphrase(Value):
    """A true statement in other words, with what it cites."""

    kind: str
    text: str
    cited: tuple[Cited, ...]
    original: str


_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|^[^“]*”")


def _free(spot: Spot, pattern: str, flags: int = 0) -> list[re.Match[str]]:
    """The matches outside quotation marks."""
    inside = [m.span() for m in _QUOTED.finditer(spot.text)]
    return [m for m in re.finditer(pattern, spot.text, flags) if not any(a < m.end() and m.start() < b for a, b in inside)]


def synonyms(spot: Spot) -> str | None:
    """One to three words by others of the same meaning and form."""
    text, done = spot.text, 0
    for match in sorted(list(shuffled(spot, _free(spot, r"\b[a-z]{3,}\b")))[:40], key=lambda m: -m.start()):
        others = SYNONYMS.get(match.group())
        if others and done < 3:
            text, done = text[: match.start()] + spot.random.choice(others) + text[match.end() :], done + 1
    return re.sub(r"\b([Aa])n? (?=([a-z]))", lambda m: f"{m[1]}n " if m[2] in "aeiou" else f"{m[1]} ", text) if done else None


def percent(spot: Spot) -> str | None:
    """25 percent, 25 per cent, 25%."""
    found = _free(spot, r"(?<=\d)(?: percent\b| per cent\b|%)")
    if not found:
        return None
    forms = [" percent", " per cent", "%"]
    new = spot.random.choice([f for f in forms if f != found[0].group()])
    return spot.text[: found[0].start()] + new + spot.text[found[0].end() :]


def numerals(spot: Spot) -> str | None:
    """Small numbers spelt out, or in digits."""
    for match in shuffled(
        spot,
        _free(
            spot,
            r"(?<![\w$€£.,:/-])(?:"
            + "|".join(_SMALL[2:])
            + r"|[2-9]|1\d|20)(?![\w:/%-]|[.,]\d)(?! (?:percent|per cent|million|billion|a\.m|p\.m|of the|o’))",
        ),
    ):
        word = match.group()
        if (
            re.search(
                r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2,3}\.?"
                r"|No\.|[A-Z]\w+) $",
                spot.text[: match.start()],
            )
            and match.start()
        ):
            continue
        if re.match(
            r" (?:January|February|March|April|May|June|July|August|Sept|October|November|December|hundred|thousand|and|-)",
            spot.text[match.end() :],
        ):
            continue
        new = str(_SMALL.index(word)) if word in _SMALL else _SMALL[int(word)]
        return spot.text[: match.start()] + new + spot.text[match.end() :]
    return None


def magnitudes(spot: Spot) -> str | None:
    """1.2 billion, 1.2bn, 1,200 million; 21,000 or 21 thousand."""
    for match in shuffled(spot, _free(spot, r"(?<![\w.,])(\d+(?:\.\d+)?) (billion|million)\b|(?<![\w.,$€£])(\d{1,3}),000(?![\d,.]\d)")):
        if match[3]:
            return spot.text[: match.start()] + f"{match[3]} thousand" + spot.text[match.end() :]
        value = float(match[1])
        if match[2] == "billion" and spot.random.random() < 0.5:
            new = f"{value * 1000:,.0f} million" if value * 1000 == round(value * 1000) else f"{match[1]}bn"
        else:
            new = f"{match[1]}{'bn' if match[2] == 'billion' else 'm'}"
        return spot.text[: match.start()] + new + spot.text[match.end() :]
    return None


def adverbial(spot: Spot) -> str | None:
    """ "On Monday, they left." becomes "They left on Monday."."""
    match = re.match(r"^((?:On|In|At|During|Since|By|Last|Earlier) [^,“”\"]{3,40}), ((?:the |a |an )?[^“”\",;:]{20,140})\.$", spot.text)
    if match and not re.search(r"\b(?:and|but|which|who|that|while)\b", match[2]):
        rest = match[2]
        return f"{rest[0].upper()}{rest[1:]} {match[1][0].lower()}{match[1][1:]}."
    match = re.match(r"^([A-Z][^“”\",;:]{20,120}) (on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\.$", spot.text)
    if match and not re.search(r"\b(?:said|that|and|but|which|who)\b", match[1]):
        first = (
            match[1]
            if match[1].split()[0] in spot.material.names[0] or names(match[1])[:1] == (match[1].split()[0],)
            else _lower(match[1], spot)
        )
        return f"On{match[2][2:]}, {first}."
    return None


def _lower(text: str, spot: Spot) -> str:
    """With a small first letter unless the first word is a name."""
    word = text.split()[0]
    return text if not re.search(rf"\b{re.escape(word.lower())}\b", spot.article.text) else text[0].lower() + text[1:]


def clauses(spot: Spot) -> str | None:
    """ "After A, B." becomes "B after A."."""
    match = re.match(r"^(After|Before|Although|Because|Since|When|While|If|Once|As) ([^,“”\"]{10,120}), ([^,“”\";:]{15,140})\.$", spot.text)
    if not match or re.match(r"(?:he|she|they|it)\b", match[3]):
        return None
    return f"{match[3][0].upper()}{match[3][1:]} {match[1].lower()} {match[2]}."


_DOER = r"(?P<a>(?:The |the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|The [a-z]+(?: [a-z]+)?)"
_DONE_TO = r"(?P<b>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*|(?:the|a|an|its|his|her|their) [a-z]+(?: [a-z]+)??)"
_REST = r"(?P<rest>(?: (?:on|in|at|for|over|after|during|last|to|from|as|with|by) [^“”\"]*)?)"
_ACTIVE = re.compile(rf"^{_DOER} (?P<v>[a-z]+ed) {_DONE_TO}{_REST}\.$")


def passive(spot: Spot) -> str | None:
    """ "A criticised B" becomes "B was criticised by A"."""
    match = _ACTIVE.match(spot.text)
    if not match or match["v"] in ("agreed", "joined", "wanted", "said", "talked", "needed", "remained", "seemed", "appeared", "added"):
        return None
    doer = match["a"].replace("The ", "the ", 1)
    done_to = match["b"]
    was = "were" if done_to.endswith("s") and not done_to.endswith("ss") else "was"
    return f"{done_to[0].upper()}{done_to[1:]} {was} {match['v']} by {doer}{match['rest']}."


def reported(spot: Spot) -> str | None:
    """ "X said that A" becomes "According to X, A"; "“Q,” X said" becomes "X said: “Q.”"."""
    name = r"(?P<x>(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+)"
    match = re.match(rf"^{name} (?:said|says)(?: that)? (?P<a>[a-z][^“”\"]{{20,}})\.$", spot.text)
    if (
        match
        and match["a"].split()[0] in ("the", "a", "an", "there", "some", "many", "more", "all", "this", "these")
        and match["x"].split()[0] not in ("He", "She", "They", "It", "But", "And", "The")
    ):
        return f"According to {match['x']}, {match['a']}."
    match = re.match(rf"^“(?P<q>[^“”]+),” (?:{name} said|said (?P<y>(?:[A-Z][\w’'.-]+ ){{0,3}}[A-Z][\w’'-]+))\.$", spot.text)
    if match and (who := match["x"] or match["y"]).split()[0] not in ("He", "She", "They", "It"):
        return f"{who} said: “{match['q']}.”"
    return None


def shortened(spot: Spot) -> str | None:
    """Without the opening connective, or without a closing participle that adds colour."""
    match = re.match(
        r"^(?:Meanwhile|However|Indeed|Moreover|Still|Also|In addition|Additionally|Furthermore|Overall|Nevertheless), (.)", spot.text
    )
    if match:
        return match[1].upper() + spot.text[match.end() :]
    match = re.search(
        r", (?:underscoring|highlighting|reflecting|marking|adding|making|leaving|raising|fuel(?:l)?ing|emphasi[sz]ing"
        r"|describing|signal(?:l)?ing) [^,“”\"]{10,}\.$",
        spot.text,
    )
    if match and match.start() > 40 and not re.search(r"\b(?:not|no|never|if|may|might|could)\b", match.group()):
        return spot.text[: match.start()] + "."
    return None


def contraction(spot: Spot) -> str | None:
    """ "did not" and "didn't"."""
    for match in shuffled(spot, _free(spot, r"\b(?:" + "|".join(CONTRACTED) + r")\b")):
        return spot.text[: match.start()] + CONTRACTED[match.group()] + spot.text[match.end() :]
    back = {v: k for k, v in CONTRACTED.items()} | {v.replace("’", "'"): k for k, v in CONTRACTED.items()}
    for match in shuffled(spot, _free(spot, r"\b(?:" + "|".join(back) + r")\b")):
        return spot.text[: match.start()] + back[match.group()] + spot.text[match.end() :]
    return None


def titles(spot: Spot) -> str | None:
    """ "President Donald Trump" becomes "Donald Trump"; "Mr Smith" "Smith"."""
    for match in shuffled(
        spot,
        _free(
            spot,
            r"\b(?:(?:U\.S\.|Chinese|British|Prime|Vice|Treasury|Foreign|Finance) )*(?:President|Minister|Secretary|Senator"
            r"|Sen\.|Gov\.|Governor|Mayor|Dr\.|Mr\.?|Ms\.?|Mrs\.?|Judge|General|Rep\.) (?=[A-Z][a-z]+)",
        ),
    ):
        return tidy(spot.text[: match.start()] + spot.text[match.end() :])
    return None


def day(spot: Spot) -> str | None:
    """ "Oct. 13" becomes "13 October"; a weekday in an article whose date is known its date."""
    for match in shuffled(
        spot, _free(spot, r"\b(" + "|".join([*_MONTHS, *(s + r"\." for s in _SHORT)]) + r") (\d{1,2})\b(?!,? \d{4}|[-–\d:])")
    ):
        month = match[1].rstrip(".")
        number = _MONTHS.index(month) + 1 if month in _MONTHS else _SHORT[month]
        return spot.text[: match.start()] + f"{int(match[2])} {_MONTHS[number - 1]}" + spot.text[match.end() :]
    published = spot.article.published
    if published is None or re.search(r"\b(?:will|would|expects?|expected|to be|to|next|before|until|by|if|may|could)\b", spot.text):
        return None  # what is to come is meant of the next such day
    for match in shuffled(spot, _free(spot, r"\bon (" + "|".join(_DAYS) + r")\b(?! (?:morning|night|evening|and|to|through))")):
        when = _last(published, _DAYS.index(match[1]))
        return spot.text[: match.start()] + f"on {when.day} {_MONTHS[when.month - 1]}" + spot.text[match.end() :]
    return None


def _last(published: date, weekday: int) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def marks(spot: Spot) -> str | None:
    """Other quotation marks, apostrophes and dashes."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "–"})
    plain = spot.text.translate(table)
    return plain if plain != spot.text else None


def countries(spot: Spot) -> str | None:
    """ "U.S.", "US" and "the United States"."""
    for match in shuffled(spot, _free(spot, r"\bU\.S\.(?= [a-z])|\bUS(?= [a-z])|(?<=[Tt]he )United States\b|\bUK(?= [a-z])")):
        new = {"U.S.": "US", "US": "U.S.", "United States": "U.S.", "UK": "British"}[match.group()]
        return spot.text[: match.start()] + new + spot.text[match.end() :]
    return None


KINDS: dict[str, Callable[[Spot], str | None]] = {
    "synonyms": synonyms,
    "percent": percent,
    "numerals": numerals,
    "magnitudes": magnitudes,
    "adverbial": adverbial,
    "clauses": clauses,
    "passive": passive,
    "reported": reported,
    "shortened": shortened,
    "contraction": contraction,
    "titles": titles,
    "day": day,
    "marks": marks,
    "countries": countries,
}


def paraphrase(kind: str, stuff: Material, article: int, index: int, seed: int) -> Paraphrase | None:
    """The sentence `index` of article number `article` in other words, citing it; None where the kind does not fit. "fusion" cites two
    sentences."""
    sentence = stuff.sentences[article][index]
    if kind == "fusion":
        return _fusion(stuff, article, sentence)
    spot = Spot(sentence.text, sentence, stuff, Random(f"{seed}/{kind}/{sentence.article}/{index}"))
    text = KINDS[kind](spot)
    if text is None or text == sentence.text:
        return None
    return Paraphrase(
        kind=kind, text=text, cited=(resting(stuff.articles[article], stuff.sentences[article], index),), original=sentence.text
    )


def _fusion(stuff: Material, article: int, sentence: Sentence) -> Paraphrase | None:
    """Two sentences of a paragraph as one: "A, and B."."""
    row = stuff.sentences[article]
    following = row[sentence.index + 1] if sentence.index + 1 < len(row) else None
    if following is None or following.paragraph != sentence.paragraph or following.aside or len(following.text.split()) < 6:
        return None
    if not sentence.text.endswith(".") or re.search(r"[“”\"?!:;]", sentence.text + following.text):
        return None
    first = following.text.split()[0]
    if first in ("However", "But", "And", "Yet", "Still", "Meanwhile", "So", "Also") or first.endswith(","):
        return None
    rest = (
        following.text
        if following.text.startswith(tuple(n + " " for n in names(following.text)) or ("\0",))
        else following.text[0].lower() + following.text[1:]
    )
    cited = tuple(resting(stuff.articles[article], row, s.index) for s in (sentence, following))
    return Paraphrase(kind="fusion", text=f"{sentence.text[:-1]}, and {rest}", cited=cited, original=f"{sentence.text} {following.text}")


def reword(stuff: Material, kind: str, most: int, seed: int = 0) -> tuple[Paraphrase, ...]:
    """Up to `most` paraphrases of a kind, drawn over all articles."""
    order = [(a, s.index) for a in range(len(stuff.articles)) for s in stuff.usable(a)]
    Random(f"{seed}/{kind}").shuffle(order)
    found: list[Paraphrase] = []
    for article, index in order:
        if len(found) >= most:
            break
        made = paraphrase(kind, stuff, article, index, seed)
        if made is not None:
            found.append(made)
    return tuple(found)
