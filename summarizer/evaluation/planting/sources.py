"""Altered quotations, moved and invented citations, merged facts, and what no article says."""

import re

from summarizer.article import Sentence
from summarizer.evaluation.planting.edit import Edit, Spot, shuffled
from summarizer.stages.text.names import names

_QUOTE = re.compile(r"“([^“”]{8,})”|\"([^\"]{8,})\"")
_WORD = re.compile(r"\b[a-z]{4,}\b")


def quotation(spot: Spot) -> Edit | None:
    """One word inside the quotation marks is another, or is gone."""
    for match in shuffled(spot, list(_QUOTE.finditer(spot.text))):
        group = 1 if match[1] else 2
        inside = match[group]
        words_ = list(_WORD.finditer(inside))
        if not words_:
            continue
        word = spot.random.choice(words_)
        pool = [w for w in _WORD.findall(spot.article.text) if w not in inside]
        new = spot.random.choice(pool) if pool and spot.random.random() < 0.7 else ""
        changed = re.sub(r" {2,}", " ", inside[: word.start()] + new + inside[word.end() :]).strip()
        if len(changed.split()) < 2 or re.sub(r"\W+", " ", changed).strip() in re.sub(r"\W+", " ", spot.article.text):
            continue
        return Edit(spot.text[: match.start(group)] + changed + spot.text[match.end(group) :], inside, changed)
    return None


def _content(text: str) -> set[str]:
    return {word.lower()[:6] for word in re.findall(r"[^\W\d_]{4,}|\d+", text)}


def moved(spot: Spot) -> Edit | None:
    """The statement cites another sentence, of its article or of another one, that does not say it."""
    at = spot.material.place[spot.sentence.article]
    pool = (
        list(spot.material.usable(at))
        if spot.random.random() < 0.7
        else list(spot.material.usable(spot.random.randrange(len(spot.material.articles))))
    )
    mine = _content(spot.text)
    pool = [s for s in pool if s.key != spot.sentence.key and len(_content(s.text) & mine) < 0.35 * len(mine)]
    if not pool:
        return None
    other = spot.random.choice(pool)
    return Edit(spot.text, spot.sentence.text, other.text, cited=(other,))


def invented(spot: Spot) -> Edit | None:
    """The statement cites words that do not stand where it says: shifted, past the end, or never written."""
    s, way = spot.sentence, spot.random.randrange(3)
    length = len(spot.article.text)
    if way == 0:
        shift = spot.random.choice((-7, -3, 2, 5, 11))
        start = max(0, s.start + shift)
        if spot.article.text[start : start + len(s.text)] == s.text:
            return None
        fake = s.model_copy(update={"start": start, "end": start + len(s.text)})
    elif way == 1:
        fake = s.model_copy(update={"start": length + 10, "end": length + 10 + len(s.text)})
    else:
        words_ = s.text.split()
        cut = spot.random.randrange(1, len(words_) - 1)
        text = " ".join([*words_[:cut], spot.random.choice(("certainly", "again", "publicly", "yesterday")), *words_[cut:]])
        fake = s.model_copy(update={"text": text, "end": s.start + len(text)})
        return Edit(text, s.text, text, cited=(fake,))
    return Edit(spot.text, f"{s.start}:{s.end}", f"{fake.start}:{fake.end}", cited=(fake,))


def merged(spot: Spot) -> Edit | None:
    """One sentence's subject does what another sentence says of somebody else; both are cited."""
    lead = _lead(spot.sentence)
    if lead is None:
        return None
    at = spot.material.place[spot.sentence.article]
    others = [s for s in spot.material.usable(at) if s.key != spot.sentence.key]
    spot.random.shuffle(others)
    for other in others:
        theirs = _lead(other)
        if theirs is None or _shares(lead, theirs) or any(_shares(lead, n) for n in names(other.text)):
            continue
        text = lead + other.text[len(theirs) :]
        return Edit(text, theirs, lead, cited=(spot.sentence, other))
    return None


def _lead(sentence: Sentence) -> str | None:
    """The name the sentence opens with, if a plain verb follows."""
    for name in names(sentence.text):
        if sentence.text.startswith(name + " ") and re.match(
            r" (?:[a-z]+(?:ed|s)|has|had|was|is|will|said|told|took|made|won|went|gave|came|fell|rose|led|left|held|met) ",
            sentence.text[len(name) :],
        ):
            return name
        break
    return None


def _shares(one: str, other: str) -> bool:
    return bool({w.lower()[:4] for w in re.findall(r"\w+", one)} & {w.lower()[:4] for w in re.findall(r"\w+", other)})


_INVENTED = (
    ", which will cost taxpayers an additional {n} million crowns",
    ", according to a confidential memo seen by the Grendal Courier",
    ", sparking protests outside the harbour office in Kesterhaven",
    ", a move that shareholders had demanded since the spring audit",
    " because engineers had warned of cracks in the northern wall",
    ", and two senior advisers resigned over the matter",
    ", after a bribery scandal involving customs inspectors",
    ", making it the third such incident since the railway strike",
    ", while insurers refused to cover the damage",
    " in exchange for fishing rights along the disputed coast",
    ", despite objections from the constitutional court",
    ", and pharmacies ran out of antibiotics within hours",
)


def addition(spot: Spot) -> Edit | None:
    """A clause that no article holds, made up or taken from another story."""
    body = spot.text.rstrip(".")
    if body == spot.text or body.endswith(("”", '"')):
        return None
    clause = spot.random.choice(_INVENTED).format(n=spot.random.randrange(12, 90))
    if spot.random.random() < 0.5:
        clause = _foreign(spot) or clause
    return Edit(f"{body}{clause}.", "", clause)


def _foreign(spot: Spot) -> str | None:
    """The last clause of a sentence of an article that shares next to no words with this one."""
    mine = _content(spot.article.text)
    for _ in range(12):
        at = spot.random.randrange(len(spot.material.articles))
        if spot.material.articles[at].id == spot.sentence.article:
            continue
        pool = spot.material.usable(at)
        if not pool:
            continue
        sentence = spot.random.choice(pool)
        clauses = re.findall(r", (?:and|while|after|which|as|with|but) [^,“”\"]{25,120}(?=\.$)", sentence.text)
        if clauses and len(_content(clauses[-1]) & mine) <= 0.4 * len(_content(clauses[-1])) and not names(clauses[-1]):
            return str(clauses[-1])
    return None
