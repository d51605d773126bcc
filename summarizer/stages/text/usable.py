"""What of an article's text is news?"""

from summarizer.article import Article


def usable(article: Article) -> str:
    """The text outside the asides; a line break stands where one was left out."""
    if not article.asides:
        return article.text
    pieces: list[str] = []
    at = 0
    for aside in sorted(article.asides, key=lambda a: a.start):
        if aside.start > at:
            pieces.append(article.text[at : aside.start])
        at = max(at, aside.end)
    pieces.append(article.text[at:])
    return "\n".join(pieces)
