"""How much a sentence matters to its story: a small logistic model over features that can be read.

Centrality and corroboration follow Erkan & Radev 2004 (LexRank) and Radev et al. 2004 (centroid); the concept weights that keep a brief
from
saying things twice follow Gillick & Favre 2009. The model's weights are fitted by `evals/fit_salience.py` on development data and
frozen here.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summarizer.article import Sentence
from summarizer.stages.text.kinds import is_forecast
from summarizer.stages.text.speech import quoted
from summarizer.stages.text.terms import names, words

FEATURES = (
    "bias",
    "lead",
    "early",
    "centroid",
    "corroboration",
    "degree",
    "number",
    "numbers",
    "names",
    "main_names",
    "length",
    "short",
    "long",
    "quoted",
    "dependent",
    "vague",
    "first_person",
    "question",
    "newness",
    "forecast",
    "specific",
    "dated",
    "decisive",
    "reported",
    "density",
    "anecdote",
    "personal",
)
MODEL = {
    "bias": -3.083,
    "lead": 0.903,
    "early": 0.996,
    "centroid": 1.5,
    "corroboration": 0.0,
    "degree": 1.2,
    "number": 0.0,
    "numbers": 0.8,
    "names": -0.035,
    "main_names": 0.018,
    "length": 0.792,
    "short": -0.261,
    "long": 0.08,
    "quoted": -0.525,
    "dependent": -0.4,
    "vague": -1.0,
    "first_person": -0.456,
    "question": -0.522,
    "newness": 0.0,
    "forecast": 0.108,
    "specific": -0.49,
    "dated": 0.0,
    "decisive": 1.2,
    "reported": 0.142,
    "density": 1.024,
    "anecdote": -0.3,
    "personal": -0.3,
}
"""Fitted in six folds of whole clusters: mean average precision .64 on Multi-News (.58 by position), .77 on RAGTruth (.73), .48 on our
cases (.31); `decisive`, `dependent`, `vague`, `anecdote` and `personal` were then set by hand, since a brief also has to read well, and
what the fit gave a wrong sign for news (corroboration, dates) is 0."""

_NUMBER = re.compile(r"\d[\d,.]*")
_VAGUE = re.compile(
    r"\b(?:underscor\w+|highlight\w+|remains? to be seen|the coming (?:days|weeks|months)|only time|"
    r"broader|landscape|"
    r"in recent (?:years|months|weeks)|carr(?:y|ies) significant|implications|"
    r"dynamics?|backdrop|at a time when|a series of|"
    r"it is (?:clear|worth|important)|stakeholders?|key role|seen as|reflects? (?:an?|the)|points? to)\b",
    re.I,
)
_DEPENDENT = re.compile(
    r"^(?:[“\"]?(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|Both|Another|Others|Also|"
    r"Then|There|Here|Instead|Either|Neither|Each|One)\b|"
    r"(?:The|That) (?:move|moves|decision|exchange|situation|episode|comments?|remarks?|measure|proposal|"
    r"statement|announcement|plan|group|latter|former|same)\b)"
)
_QUESTION = re.compile(r"\?[”\"]?$")
_FIRST_PERSON = re.compile(r"\b(?:I|we|you|your|our|us|my)\b", re.I)
_DECISIVE = re.compile(
    r"\b(?:agree[ds]?|deals?|approv\w+|impos\w+|announc\w+|sign(?:s|ed)|rul(?:ed|ing)|vot(?:ed|es?)|"
    r"kill(?:s|ed)|died|dead|injur\w+|arrest\w+|charged|convicted|sentenced|"
    r"resign\w+|appointed|elected|banned?|cut|cuts|raised?|rais(?:es|ing)|lower(?:ed|s)|suspend\w*|"
    r"cancel\w*|postpon\w*|delay\w*|clos(?:e[ds]?|ure)|open(?:s|ed)|begin|began|start(?:s|ed)|"
    r"end(?:s|ed)|reject\w*|accept\w*|refus\w*|den(?:y|ied|ies)|order(?:s|ed)|demand\w*|threaten\w*|"
    r"plan(?:s|ned)?|will|found|discovered|caused?|collaps\w+|"
    r"fell|rose|drop\w*|increas\w*|los[st]|won|paid|pays?|costs?|sold|bought|invest\w*|launch\w*|fined?|compensation|strike)\b",
    re.I,
)
_REPORTED = re.compile(r"\b(?:said|says|told|added|according to)\b", re.I)
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|"
    r"Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:19|20)\d\d\b"
)


@lru_cache(maxsize=100_000)
def concepts(text: str) -> frozenset[str]:
    """The concepts of a piece of text: content stems, pairs of neighbouring ones, and numbers."""
    stems = words(text)
    pairs = {f"{a} {b}" for a, b in pairwise(stems)}
    return frozenset(stems) | frozenset(pairs) | {number.strip(".,") for number in _NUMBER.findall(text)}


class Weights:
    """How much each concept of a story weighs (0 and up): by the number of independent articles that hold it, pairs more than stems;
    one that
    nearly every sentence holds says nothing new and is damped; one in the focus question is lifted."""

    def __init__(self, sentences: Mapping[str, Sequence[Sentence]], focus: str | None = None) -> None:
        held_by: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for own in sentences.values():
            held = [concepts(sentence.text) for sentence in own]
            for one in held:
                total.update(one)
            held_by.update(frozenset().union(*held))
        count = max(1, sum(len(own) for own in sentences.values()))
        asked = frozenset(words(focus)) if focus else frozenset()
        self._weights: dict[str, float] = {
            concept: (1.0 if " " in concept else 0.9 if concept[:1].isdigit() else 0.55)
            * math.log1p(articles) ** 1.2
            * (1.0 - min(total[concept] / count, 0.6))
            * (2.0 if asked and any(part in asked for part in concept.split()) else 1.0)
            for concept, articles in held_by.items()
        }

    def __getitem__(self, concept: str) -> float:
        return self._weights.get(concept, 0.0)

    def of(self, text: str) -> float:
        """The summed weight of the concepts of `text`."""
        return sum(self._weights.get(concept, 0.0) for concept in concepts(text))


class Salience:
    """The probability that a sentence belongs in a brief of its story, 0..1.

    `sentences` are the usable ones of each independent article; `place` gives each article's position in the story's time.
    """

    def __init__(self, sentences: Mapping[str, Sequence[Sentence]], place: Mapping[str, int], focus: str | None = None) -> None:
        flat = [sentence for own in sentences.values() for sentence in own]
        matrix = features(flat, sentences, place)
        logits = matrix @ np.array([MODEL[name] for name in FEATURES])
        score = 1.0 / (1.0 + np.exp(-logits))
        if focus:
            spoken_to = asked(flat, focus)
            score = score * np.array([spoken_to[sentence.key] for sentence in flat])
        self._score = {sentence.key: float(value) for sentence, value in zip(flat, score, strict=True)}

    def of(self, sentence: Sentence) -> float:
        return self._score.get(sentence.key, 0.0)


def asked(flat: Sequence[Sentence], focus: str) -> dict[tuple[str, int], float]:
    """How far each sentence holds the words of the question, 0.3..1, by its key."""
    wanted = set(words(focus))
    held = [set(words(sentence.text)) & wanted for sentence in flat]
    spread = Counter(stem for own in held for stem in own)
    rarity = {stem: math.log(1.0 + len(flat) / times) for stem, times in spread.items()}
    full = sum(rarity.values()) or 1.0
    share = [sum(rarity[stem] for stem in own) / full for own in held]
    return {sentence.key: 0.3 + 0.7 * min(1.0, 1.6 * part) for sentence, part in zip(flat, share, strict=True)}


def features(flat: Sequence[Sentence], sentences: Mapping[str, Sequence[Sentence]], place: Mapping[str, int]) -> NDArray[np.float64]:
    """One row a sentence, one column a feature of FEATURES; about 0..1 each."""
    vectors = _vectors([words(sentence.text) for sentence in flat])
    rows = {ident: np.array([i for i, s in enumerate(flat) if s.article == ident], dtype=np.intp) for ident in sentences}
    similar = np.asarray((vectors @ vectors.T).todense()) if len(flat) <= 4000 else None
    centroid = np.asarray(vectors.mean(axis=0)).ravel()
    centroid /= np.linalg.norm(centroid) or 1.0
    central = vectors @ centroid
    degree = np.asarray(similar.mean(axis=1)).ravel() if similar is not None else central
    corroborated = _corroboration(similar, rows, len(flat)) if similar is not None else central
    spread = Counter(name for ident in sentences for name in {n.split()[-1] for s in sentences[ident] for n in names(s.text)})
    last = max(1, len(place) - 1)
    top = float(central.max()) or 1.0
    rarity = _rarity(vectors)
    position = {s.key: at / max(1, len(own)) for own in sentences.values() for at, s in enumerate(own)}
    table = []
    for i, sentence in enumerate(flat):
        row = _row(sentence, spread, len(sentences))
        row["early"] = 1.0 - position[sentence.key]
        row["newness"] = place.get(sentence.article, 0) / last if len(place) > 1 else 0.5
        row["centroid"], row["corroboration"] = float(central[i]) / top, float(corroborated[i])
        row["degree"], row["specific"] = float(degree[i]) * 5, float(rarity[i])
        table.append([row[name] for name in FEATURES])
    return np.array(table, dtype=np.float64).reshape(len(flat), len(FEATURES))


def _row(sentence: Sentence, spread: Mapping[str, int], articles: int) -> dict[str, float]:
    """The features that need no other sentence's words."""
    text = sentence.text
    size = len(text.split())
    said = sum(end - start for start, end in quoted(text))
    outside = _outside_quotes(text)
    own = names(text)
    numbers = len(_NUMBER.findall(text))
    main = max((spread[n.split()[-1]] / articles for n in own), default=0.0) if articles > 1 else 0.5
    return {
        "bias": 1.0,
        "lead": math.exp(-sentence.index / 2.0),
        "number": float(numbers > 0),
        "numbers": min(numbers, 4) / 4,
        "names": min(len(own), 5) / 5,
        "main_names": main,
        "length": min(size, 40) / 40,
        "short": float(size < 9),
        "long": float(size > 42),
        "quoted": said / max(1, len(text)),
        "dependent": float(bool(_DEPENDENT.match(text))),
        "vague": float(bool(_VAGUE.search(text))),
        "first_person": float(bool(_FIRST_PERSON.search(outside))),
        "question": float(bool(_QUESTION.search(text))),
        "forecast": float(is_forecast(text)),
        "dated": float(bool(_DATED.search(text))),
        "decisive": min(len(_DECISIVE.findall(text)), 3) / 3,
        "reported": float(bool(_REPORTED.search(outside))),
        "density": len(set(words(text))) / max(6, size),
        "anecdote": said / max(1, len(text)) * (1.0 - main),
        "personal": float(said > 0 and bool(_FIRST_PERSON.search(text)) and not _FIRST_PERSON.search(outside)),
    }


def _outside_quotes(text: str) -> str:
    for start, end in reversed(quoted(text)):
        text = text[:start] + text[end:]
    return text


def _vectors(bags: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """TF-IDF rows of length one; the inverse frequency is over the story's sentences."""
    index: dict[str, int] = {}
    columns, data, ends = [], [], [0]
    for bag in bags:
        for stem, times in Counter(bag).items():
            columns.append(index.setdefault(stem, len(index)))
            data.append(1.0 + math.log(times))
        ends.append(len(columns))
    matrix = sparse.csr_matrix((data, columns, ends), shape=(len(bags), max(1, len(index))), dtype=np.float64)
    held = np.asarray((matrix > 0).sum(axis=0)).ravel()
    matrix = matrix @ sparse.diags(np.log(1.0 + len(bags) / np.maximum(held, 1)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1.0 / np.maximum(lengths, 1e-9)) @ matrix)


def _corroboration(similar: NDArray[np.float64], rows: Mapping[str, NDArray[np.intp]], count: int) -> NDArray[np.float64]:
    """For each sentence the mean, over the other articles, of its nearest sentence's cosine."""
    if len(rows) < 2:
        return np.zeros(count)
    nearest = np.stack([similar[:, own].max(axis=1) if len(own) else np.zeros(count) for own in rows.values()], axis=1)
    for column, own in enumerate(rows.values()):
        nearest[own, column] = 0.0
    return np.asarray(nearest.sum(axis=1) / (len(rows) - 1))


def _rarity(vectors: sparse.csr_matrix) -> NDArray[np.float64]:
    """How unevenly a sentence's weight lies on few words, 0..1: high for one full of rare words."""
    return np.asarray(vectors.max(axis=1).todense()).ravel()
