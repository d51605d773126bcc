"""What a format gives before it becomes an article."""

from datetime import date

from summarizer.value import Value


class Found(Value):
    """Cleaned text, and metadata as data.

    `identity` is the canonical URL, the row's id or the file's name: with the text it makes the article's id, so the same text under the
    same name has the same id wherever it is read.
    """

    identity: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    published: date | None = None
    dated_by: str | None = None
    language: str | None = None
    notices: tuple[str, ...] = ()
