"""An article's text becomes its sentences, each with the exact code points it stands at."""

from collections.abc import Sequence

from summarizer.article import Article, Aside, AsideReason, Sentence
from summarizer.stages.text.language import language_of
from summarizer.stages.text.paragraphs import is_item, paragraphs
from summarizer.stages.text.sentence_ends import ends


def segment(article: Article) -> tuple[Sentence, ...]:
    """All sentences of an article, in order and without overlap; every character that is not white space is in one.

    The border of an aside is the border of a sentence; a sentence that lies mostly in an aside carries its reason.
    """
    text = article.text
    german = " und " in text and language_of(text, article.language) == "de"
    asides = sorted(article.asides, key=lambda a: (a.start, a.end))
    borders = sorted({at for aside in asides for at in (aside.start, aside.end)})
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(text)):
        marker = is_item(text, paragraph.start, paragraph.end)
        cuts = ends(text, paragraph.start + marker, paragraph.end, german)
        if borders:
            cuts = sorted({*cuts, *(at for at in borders if paragraph.start < at < paragraph.end)})
        start = paragraph.start
        for cut in (*cuts, paragraph.end):
            piece = text[start:cut]
            stripped = piece.strip()
            if stripped:
                begin = start + len(piece) - len(piece.lstrip())
                found.append(
                    Sentence(
                        article=article.id,
                        index=len(found),
                        start=begin,
                        end=begin + len(stripped),
                        text=stripped,
                        paragraph=number,
                        role=paragraph.role,
                        aside=_aside_at(asides, begin, begin + len(stripped)) if asides else None,
                    )
                )
            start = cut
    return tuple(found)


def _aside_at(asides: Sequence[Aside], start: int, end: int) -> AsideReason | None:
    """The reason of the aside that holds most of `[start, end)`, if it holds more than half."""
    best: Aside | None = None
    most = 0
    for aside in asides:
        overlap = min(end, aside.end) - max(start, aside.start)
        if overlap > most:
            best, most = aside, overlap
    return best.reason if best is not None and most * 2 > end - start else None
