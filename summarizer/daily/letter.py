"""An edition as a mail: HTML with its styles on the elements, as mail programs want it, and the same as plain text."""

from collections.abc import Sequence
from html import escape

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.dates import when
from summarizer.render.page import Item, Section, StoryPart, linked, page
from summarizer.render.terminal import lines

_SERIF = "font-family:Georgia,'Times New Roman',serif;"
_SANS = "font-family:Helvetica,Arial,sans-serif;"
_STYLES = {
    "body": "margin:0;padding:0;background:#f4f2ee;",
    "main": f"max-width:620px;margin:0 auto;padding:24px 20px 32px;background:#fff;color:#1c1b19;font-size:17px;line-height:1.5;{_SERIF}",
    "h1": f"margin:0 0 4px;font-size:26px;line-height:1.2;{_SERIF}",
    "h2": f"margin:28px 0 4px;padding-top:18px;border-top:1px solid #e2ded6;font-size:20px;line-height:1.25;{_SERIF}",
    "h3": f"margin:18px 0 6px;font-size:12px;line-height:1.3;letter-spacing:.06em;text-transform:uppercase;color:#7a2e1d;{_SANS}",
    "about": f"margin:0 0 10px;font-size:13px;line-height:1.45;color:#66625b;{_SANS}",
    "p": "margin:0 0 10px;",
    "ul": "margin:0 0 10px;padding-left:22px;",
    "li": "margin:0 0 7px;",
    "quote": "margin:0 0 10px;padding-left:12px;border-left:3px solid #e2ded6;",
    "label": f"font-size:13px;font-weight:bold;color:#66625b;{_SANS}",
    "note": f"font-size:13px;color:#66625b;{_SANS}",
    "mark": f"font-size:12px;color:#7a2e1d;{_SANS}",
    "small": f"margin:0 0 6px;font-size:13px;line-height:1.45;color:#66625b;{_SANS}",
    "link": "color:#7a2e1d;",
}


def plain(brief: Brief) -> str:
    """The edition as text of at most 72 columns."""
    return "".join(f"{line}\n" for line in lines(brief, 72))


def html(brief: Brief) -> str:
    """The edition as a page without scripts, images or loaded styles; links lead only to the articles that were fetched."""
    shown = page(brief)
    blocks = [_tag("h1", _text(shown.title)), _tag("p", _text(shown.about), "about")]
    blocks += [_section(section) for section in shown.opening]
    blocks += [_story(story) for story in shown.stories]
    blocks += [_section(section) for section in shown.closing]
    blocks.append(_tag("h2", "Sources"))
    for found in shown.cited:
        source, url = found.source, safe.href(linked(found.source))
        name = _text(source.title)
        titled = f'<a href="{escape(url)}" style="{_STYLES["link"]}">{name}</a>' if url else name
        facts = ", ".join(
            _text(fact) for fact in (source.publisher or "", when(source.published.isoformat()) if source.published else "") if fact
        )
        blocks.append(_tag("p", f"[{found.number}] {titled}{f' — {facts}' if facts else ''}", "small"))
    blocks += [_tag("p", _text(line), "small") for line in (*shown.receipt, *shown.warnings)]
    body = "\n".join(block for block in blocks if block)
    language = escape(safe.language(brief.language))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{_text(shown.title)}</title></head>\n<body style="{_STYLES["body"]}">\n'
        f'<div style="{_STYLES["main"]}">\n{body}\n</div>\n</body>\n</html>\n'
    )


def _story(story: StoryPart) -> str:
    parts = [_tag("h2", _text(story.headline)) if story.headline else "", _tag("p", _text(story.about), "about") if story.about else ""]
    return "\n".join(filter(None, [*parts, *(_section(section) for section in story.sections)]))


def _section(section: Section) -> str:
    if section.kind == "bottom_line":
        return "\n".join(_tag("p", _item(item)) for item in section.items)
    title = _tag("h3", _text(section.title))
    if section.kind == "quotes":
        return "\n".join([title, *(f'<blockquote style="{_STYLES["quote"]}">{_item(item)}</blockquote>' for item in section.items)])
    return f"{title}\n{_list(section.items)}"


def _list(items: Sequence[Item]) -> str:
    rows = "\n".join(f'<li style="{_STYLES["li"]}">{_item(item)}</li>' for item in items)
    return f'<ul style="{_STYLES["ul"]}">\n{rows}\n</ul>'


def _item(item: Item) -> str:
    label = f'<span style="{_STYLES["label"]}">{_text(item.label)}</span>' if item.label else ""
    marks = "".join(f"[{mark.number}]" for mark in item.marks)
    shown = f'<span style="{_STYLES["mark"]}">{marks}</span>' if marks else ""
    note = f'<span style="{_STYLES["note"]}">({_text(item.note)})</span>' if item.note else ""
    line = " ".join(filter(None, [label, _text(item.text), shown, note]))
    return f"{line}\n{_list(item.children)}" if item.children else line


def _tag(name: str, inner: str, style: str | None = None) -> str:
    return f'<{name} style="{_STYLES[style or name]}">{inner}</{name}>'


def _text(text: str) -> str:
    return escape(safe.prose(text))
