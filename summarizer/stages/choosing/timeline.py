"""What happened or will happen on which day, from the dates that stand in the sentences."""

from collections.abc import Mapping, Sequence
from typing import Literal

from summarizer.article import Article, Sentence
from summarizer.stages.choosing.salience import Salience
from summarizer.stages.text.dates import mentions
from summarizer.value import Value


class Dated(Value):
    """A sentence that dates an event: `date` as the brief's Event has it."""

    date: str
    precision: Literal["day", "month", "year"]
    sentence: Sentence


def dated(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]], salience: Salience, most: int) -> tuple[Dated, ...]:
    """The `most` weightiest dated events, one sentence a date, in order of time; a date without a known year sorts by month and day.

    Days and months only: a bare year seldom dates an event of the story.
    """
    best: dict[str, tuple[float, Dated]] = {}
    for article in articles:
        own = sentences.get(article.id, ())
        for sentence in own:
            if sentence.aside is not None or sentence.role != "prose":
                continue
            found = [m for m in mentions(sentence.text, article.published, yearless=True) if m.precision == "day"]
            for mention in found:
                if mention.end - mention.start < 3:
                    continue
                score = salience.of(sentence) * (1.0 if _explicit(sentence.text[mention.start : mention.end]) else 0.7)
                if mention.value not in best or score > best[mention.value][0]:
                    best[mention.value] = (score, Dated(date=mention.value, precision=mention.precision, sentence=sentence))
    top = sorted(best.values(), key=lambda item: (-item[0], item[1].date))
    chosen: list[Dated] = []
    for _, event in top:
        if len(chosen) < most and not any(event.sentence.key == other.sentence.key for other in chosen):
            chosen.append(event)
    return tuple(sorted(chosen, key=lambda event: event.date.lstrip("-") if event.date.startswith("--") else event.date))


def _explicit(mention: str) -> bool:
    return any(character.isdigit() for character in mention)
