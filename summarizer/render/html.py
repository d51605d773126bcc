"""A brief as one self-contained HTML page that loads nothing and runs nothing.

Its content security policy allows its own style sheet, by hash, and refuses everything else.
"""

import base64
import hashlib
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from summarizer.brief import Brief
from summarizer.render import safe
from summarizer.render.dates import when
from summarizer.render.page import address, linked, page

if TYPE_CHECKING:
    from jinja2 import Template


def html(brief: Brief) -> str:
    """The whole page. Citation marks lead to the cited span, marked in its context, in the list of sources."""
    style = _file("brief.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    created, language = brief.created.isoformat(timespec="minutes"), safe.language(brief.language)
    return _template().render(page=page(brief), created=created, language=language, style=style, digest=digest)


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        """Every expression of the template ends here, so that none can forget it; escaping follows."""
        return safe.passage(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(autoescape=True, finalize=shown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(prose=safe.prose, href=safe.href, address=address, linked=linked, day=_day, as_is=Markup)
    return environment.from_string(_file("brief.html.jinja"))


def _day(published: date | None) -> str:
    return when(published.isoformat()) if published else "no date"


def _file(name: str) -> str:
    return resources.files("summarizer.render").joinpath("templates", name).read_text("utf-8")
