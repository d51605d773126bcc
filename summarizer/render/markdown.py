"""A brief as Markdown (CommonMark, no extensions, no HTML). Text of articles stays text; only fetched URLs are links."""

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.dates import when
from summarizer.render.page import Item, Page, Section, address, linked, page
from summarizer.render.receipt import counted


def markdown(brief: Brief) -> str:
    """The whole brief, ending in a newline."""
    shown = page(brief)
    blocks = [f"# {safe.markdown(shown.title)}", safe.markdown(shown.about)]
    if shown.focus:
        blocks.append(f"Asked: {safe.markdown(shown.focus)}")
    for section in shown.opening:
        blocks += _section(section, "##")
    for story in shown.stories:
        if story.headline:
            blocks.append(f"## {safe.markdown(story.headline)}")
        if story.about:
            blocks.append(safe.markdown(story.about))
        for section in story.sections:
            blocks += _section(section, "###" if story.headline else "##")
    for section in shown.closing:
        blocks += _section(section, "##")
    return "\n\n".join([*blocks, *_sources(shown), *_receipt(shown)]) + "\n"


def _section(section: Section, level: str) -> list[str]:
    if section.kind == "bottom_line":
        return [f"{level} {section.title}", *("\n".join(_item(item, "", "")) for item in section.items)]
    return [f"{level} {section.title}", "\n".join(line for item in section.items for line in _item(item, "- ", "  "))]


def _item(item: Item, first: str, rest: str) -> list[str]:
    marks = "".join(rf"\[{mark.number}\]" for mark in item.marks)
    parts = [_around("**", item.label, "**"), safe.markdown(item.text), marks, _around("*(", item.note, ")*")]
    told = [first + " ".join(filter(None, parts))]
    for child in item.children:
        told += _item(child, rest + "- ", rest + "  ")
    return told


def _around(before: str, text: str, after: str) -> str:
    shown = safe.markdown(text)
    return f"{before}{shown}{after}" if shown else ""


def _sources(shown: Page) -> list[str]:
    rows = []
    for found in shown.cited:
        source, url = found.source, safe.href(linked(found.source))
        title = f"[{safe.markdown(source.title)}](<{url}>)" if url else safe.markdown(source.title)
        times = counted(found.statements, "statement")
        facts = [
            source.publisher or "",
            when(source.published.isoformat()) if source.published else "no date",
            times,
            "" if url else address(source),
        ]
        rows.append(f"{found.number}. {title} — {' · '.join(safe.markdown(fact) for fact in facts if fact)}")
    uncited = []
    for row in shown.uncited:
        more = f" and {row.more:,} more" if row.more else ""
        uncited.append(f"- {'; '.join(safe.markdown(name) for name in row.names)}{more} — {safe.markdown(row.reason)}")
    blocks = ["\n".join(rows)] if rows else []
    blocks += ["Not cited:", "\n".join(uncited)] if uncited else []
    return ["## Sources", *blocks] if blocks else []


def _receipt(shown: Page) -> list[str]:
    warnings = [f"- {safe.markdown(warning)}" for warning in shown.warnings]
    return [
        "## Receipt",
        "\n".join(f"- {safe.markdown(line)}" for line in shown.receipt),
        *(["## Warnings", "\n".join(warnings)] if warnings else []),
    ]
