"""What kind of claim a sentence makes, read off its words (English; other languages fall to "fact")."""

import re

from summarizer.claim import Kind
from summarizer.stages.text.speech import SAY, quoted, sayer

_FORECAST = re.compile(
    r"\b(?:will|would|shall|may|might|could|plans? to|planned|planning|expect(?:s|ed)? to|expected|"
    r"expects|set to|due to (?:begin|start|open|take|meet|vote|decide)|scheduled|"
    r"threaten(?:s|ed|ing)?|upcoming|forthcoming|prepar(?:es|ed|ing) (?:to|for)|intends?|hopes? to|"
    r"aims? to|later this (?:week|month|year)|next (?:week|month|year)|"
    r"forecast|predict(?:s|ed)?|proposed|likely)\b",
    re.I,
)
_FIGURE = re.compile(
    r"(?:[$€£¥]\s?\d|\d[\d,.]*\s?(?:%|percent|per cent|million|billion|trillion|thousand|m|bn|tonnes?|"
    r"tons?|km|kilomet|miles?|metres?|meters?|people|dollars|euros))",
    re.I,
)
_REPORTED = re.compile(rf"\b{SAY}\b|\baccording to\b", re.I)


def kind_of(text: str) -> Kind:
    """quote when a real quotation stands in it, forecast when it tells of what is still to come, figure when it rests on a number,
    claim when it reports
    somebody's words, else fact."""
    if any(len(text[a:b].split()) >= 5 for a, b in quoted(text)):
        return "quote"
    if _FORECAST.search(text):
        return "forecast"
    if _FIGURE.search(text):
        return "figure"
    if sayer(text) or _REPORTED.search(text):
        return "claim"
    return "fact"


def is_forecast(text: str) -> bool:
    """Whether a sentence tells of something planned, expected or threatened."""
    return bool(_FORECAST.search(text))
