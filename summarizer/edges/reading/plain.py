"""What is read without a parser of markup: plain text and `.jsonl` rows."""

from summarizer.article import Failed
from summarizer.edges.reading.decoding import Unreadable, decode
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.parsing import Parsed
from summarizer.edges.reading.rows import rows
from summarizer.limits import Limits


def plain_article(data: bytes, name: str, limits: Limits, declared: str | None = None) -> Parsed:
    """One article, the whole text. `declared`: the encoding that a server names."""
    try:
        if len(data) > 4 * limits.characters + 4:  # no encoding takes more bytes a character
            raise Unreadable(f"it is longer than the limit of {limits.characters:,} characters")
        decoded = decode(data, declared)
        if not decoded.text:
            raise Unreadable("it holds no readable text" if data else "it is empty")
        if len(decoded.text) > limits.characters:
            raise Unreadable(f"it is longer than the limit of {limits.characters:,} characters")
    except Unreadable as reason:
        return Parsed(unreadable=str(reason))
    return Parsed(found=(Found(identity=name, text=decoded.text, notices=(decoded.notice,) if decoded.notice else ()),))


def row_articles(data: bytes, name: str, limits: Limits) -> Parsed:
    """One article a row; bad rows in `failed` as "row 7"."""
    found: list[Found] = []
    failed: list[Failed] = []
    try:
        for number, row in rows(data, name, limits):
            if isinstance(row, str):
                failed.append(Failed(location=f"row {number}", reason=row))
            elif len(found) >= limits.files:
                failed.append(Failed(location=f"row {number} and after", reason=f"more than the limit of {limits.files:,} articles"))
                break
            else:
                found.append(row)
    except Unreadable as reason:
        return Parsed(unreadable=str(reason))
    return Parsed(found=tuple(found), failed=tuple(failed)) if found or failed else Parsed(unreadable="it is empty")
