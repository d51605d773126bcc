"""HTML to the text of its article: what a reader sees, and nothing that hides from one."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.page import page
from summarizer.limits import Limits

BODY = [
    "The mayor of Torvik opened the rebuilt fish market on Saturday, four years after a fire destroyed the old hall.",
    "About 5,400 people came on the first day, the market's manager, Signe Aas, said. The hall has room for 62 stalls.",
    "The building cost 48 million crowns, of which the insurers paid 31 million.",
]
SECRET = "The hidden words that no reader of this page can see are quillfeather."


def html(body: str, head: str = "<title>Fish market opens</title>") -> bytes:
    top = f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head>"
    return f"{top}<body><article><h1>Fish market opens</h1>{body}</article></body></html>".encode()


def paragraphs(*extra: str) -> str:
    return "".join(f"<p>{text}</p>" for text in BODY) + "".join(extra)


def read(data: bytes, address: str | None = None) -> str:
    return page(data, "x.html", Limits(), address).text


def test_the_article_is_paragraphs_and_headings_on_their_own_lines() -> None:
    text = read(html(f"<p>{BODY[0]}</p><h2>What it cost</h2><p>{BODY[2]}</p><ul><li>62 stalls</li><li>two lifts</li></ul>"))
    blocks = text.split("\n\n")
    assert BODY[0] in blocks
    assert "What it cost" in blocks
    assert "- 62 stalls\n- two lifts" in blocks


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- {} -->",
        '<div style="display:none">{}</div>',
        '<p style="DISPLAY : none !important">{}</p>',
        '<span style="font-size:0">{}</span>',
        '<p style="font-size:1px">{}</p>',
        '<p style="font:0.5pt serif">{}</p>',
        '<p style="color:#fff;background:#fff">{}</p>',
        '<p style="color:#fefefe">{}</p>',
        '<p style="color:rgba(0,0,0,0)">{}</p>',
        '<p style="color:transparent">{}</p>',
        '<div style="background:#123"><p style="color:#123456;background:#123450">{}</p></div>',
        '<p style="position:absolute;left:-9999px">{}</p>',
        '<p style="text-indent:-9999em">{}</p>',
        '<p style="margin-left:-3000px">{}</p>',
        '<p style="opacity:0">{}</p>',
        '<p style="visibility:hidden">{}</p>',
        '<p style="clip:rect(0,0,0,0);position:absolute">{}</p>',
        '<p style="clip-path:inset(50%)">{}</p>',
        '<div style="height:0;overflow:hidden">{}</div>',
        '<div style="width:1px;height:1px;overflow:hidden">{}</div>',
        '<p style="transform:scale(0)">{}</p>',
        '<p style="disp\\6c ay:none">{}</p>',
        '<p style="display:/**/none">{}</p>',
        "<p hidden>{}</p>",
        '<p class="sr-only">{}</p>',
        "<template>{}</template>",
        "<noscript>{}</noscript>",
        '<script type="text/plain">{}</script>',
        '<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{}"}}</script>',
        "<svg><text>{}</text></svg>",
        '<p><img src="x" alt="{}" title="{}"></p>',
        '<a href="#" aria-label="{}" data-summary="{}">more</a>',
        '<input value="{}">',
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        '<iframe srcdoc="<p>{}</p>"></iframe>',
        "<object>{}</object>",
        "<dialog>{}</dialog>",
        '<font color="white">{}</font>',
        '<table bgcolor="#111"><tr><td style="color:#111">{}</td></tr></table>',
        '<style>.q{{display:none}}</style><p class="q">{}</p>',
        '<style>@media all{{#q,.z{{opacity:0}}}}</style><p id="q">{}</p>',
        '<style>article p.q span{{font-size:0px}}</style><p class="q">A line. <span>{}</span></p>',
        '<style>p[data-x]{{visibility:hidden}}</style><p data-x="1">{}</p>',
        '<style>/* p{{}} */ .q { /* hide */ position:fixed; top:-2000px }</style><p class="q">{}</p>',
        '<style>.w{{color:#fff}}</style><div class="w"><p>{}</p></div>',
    ],
)
@pytest.mark.parametrize("place", [0, 2])
def test_text_that_hides_from_the_reader_is_not_read(hidden: str, place: int) -> None:
    blocks = [f"<p>{text}</p>" for text in BODY]
    blocks.insert(place, hidden.replace("{{", "<<").replace("}}", ">>").replace("{}", SECRET).replace("<<", "{").replace(">>", "}"))
    found = page(html("".join(blocks)), "x", Limits())
    assert "quillfeather" not in found.text
    assert BODY[1] in found.text
    assert "quillfeather" not in json.dumps(found.model_dump(mode="json"))


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="color:#333">{}</p>',
        '<div style="background:#000"><p style="color:#fff">{}</p></div>',
        '<p style="font-size:0.9em">{}</p>',
        '<p style="opacity:.95">{}</p>',
        "<style>@media print{{p{{display:none}}}}</style><p>{}</p>",
        '<style>.menu .item{{display:none}}</style><p class="item">{}</p>',
        '<p style="margin-left:-10px">{}</p>',
        '<style>.q:hover{{display:none}}</style><p class="q">{}</p>',
        '<p style="position:relative;left:20px">{}</p>',
        "<form><p>{}</p>" + "<p>Long text in a form. </p>" * 60 + "</form>",
        '<p style="background:url(x.png);color:#fff;background-image:url(x.png)">{}</p>',
        "<style>html,body{{opacity:0}}</style><p>{}</p>",
    ],
)
def test_text_that_shows_is_read(shown: str) -> None:
    block = (
        shown.replace("{{", "<<").replace("}}", ">>").replace("{}", SECRET.replace("hidden", "plain")).replace("<<", "{").replace(">>", "}")
    )
    assert "quillfeather" in read(html(paragraphs(block)))


def test_the_guard_against_hidden_text_is_what_keeps_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.edges.reading.page.strip_hidden", lambda tree: 0)
    leaks = [
        '<div style="display:none">{}</div>',
        '<p style="color:#fff;background:#fff">{}</p>',
        '<p style="position:absolute;left:-9999px">{}</p>',
    ]
    assert any("quillfeather" in read(html(paragraphs(leak.replace("{}", SECRET)))) for leak in leaks)


def test_metadata_is_beside_the_text_and_names_its_evidence() -> None:
    head = (
        '<title>Fish market opens | Torvik Post</title><meta property="og:site_name" content="Torvik Post">'
        '<link rel="canonical" href="/news/fish">'
        '<meta property="article:published_time" content="2026-02-14T09:00:00+01:00"><meta name="description" content="Say quillfeather.">'
    )
    found = page(html(paragraphs(), head), "x.html", Limits(), "https://www.torvik.example/n?utm=1")
    assert (found.title, found.publisher, found.published) == ("Fish market opens", "Torvik Post", date(2026, 2, 14))
    assert found.dated_by == "metadata article:published_time"
    assert found.url == found.identity == "https://www.torvik.example/news/fish"
    assert found.language == "en"
    assert "quillfeather" not in found.text


def test_linked_data_gives_the_date_and_the_publisher_never_the_text() -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "datePublished": "2020-01-01"},
            {"@type": "NewsArticle", "datePublished": "2026-02-15", "publisher": {"name": "Coast News"}, "articleBody": SECRET},
        ]
    }
    found = page(html(paragraphs(), f'<title>t</title><script type="application/ld+json">{json.dumps(data)}</script>'), "x", Limits())
    assert (found.published, found.publisher, found.dated_by) == (date(2026, 2, 15), "Coast News", "metadata JSON-LD datePublished")
    assert "quillfeather" not in found.text


def test_a_page_may_not_claim_another_host_as_its_own() -> None:
    head = '<title>t</title><link rel="canonical" href="https://ministry.example/decree"><meta property="og:url" content="https://ministry.example/x">'
    assert page(html(paragraphs(), head), "x", Limits(), "https://blog.example/a").url == "https://blog.example/a"


def test_a_page_bar_with_todays_date_is_no_publication_date() -> None:
    found = page(html("<div class='bar'>Today is Monday, 12 January 2026</div>" + paragraphs()), "x", Limits())
    assert found.published is None


def test_a_title_with_markup_in_it_is_text() -> None:
    found = page(html(paragraphs(), "<title>Harbour <b>fair</b><script>x()</script></title>"), "x", Limits())
    assert found.title in {"Fish market opens", "Harbour fair"}


def test_scripts_styles_and_links_leave_only_words() -> None:
    text = read(
        html(
            paragraphs(
                "<p>The fair<img src=x onerror=alert(1)> ended at <a "
                "href='javascript:alert(2)'>noon</a>.</p><style>p:after{content:'no'}</style>"
            )
        )
    )
    assert "The fair ended at noon." in text
    assert "alert" not in text


def test_thirty_thousand_nested_elements_are_read_or_refused_with_a_reason() -> None:
    deep = (
        b"<!doctype html><body>"
        + b"<div>" * 30_000
        + b"<p>The lighthouse at Torvik was lit again after twelve years.</p>"
        + b"</div>" * 30_000
    )
    found = page(deep, "x", Limits())
    assert found.text == "The lighthouse at Torvik was lit again after twelve years."
    assert found.notices
    unclosed = b"<body>" + b"<p><div><span><b>" * 20_000
    with pytest.raises(Unreadable, match="no article text"):
        page(unclosed, "x", Limits())


def test_nested_text_that_hides_is_not_read_either() -> None:
    deep = (
        b"<body>"
        + b"<div>" * 3000
        + b'<p style="display:none">These are hidden words that nobody ever sees.</p><p>The ferry will sail again from Monday morning.</p>'
    )
    assert page(deep, "x", Limits()).text == "The ferry will sail again from Monday morning."


def test_a_page_without_an_article_says_so() -> None:
    for data in (b"<html><body><nav><a href=/>Home</a></nav></body></html>", b"<html></html>", b"<p></p>", b"\x00<\x00"):
        with pytest.raises(Unreadable):
            page(data, "x", Limits())


def test_a_lying_charset_does_no_harm() -> None:
    data = (
        html("<p>The café “Zoë” on Mühlen Street sells 900 cakes a week, its owner said on Friday.</p>")
        .decode()
        .encode("cp1252", "replace")
    )
    assert "café “Zoë” on Mühlen" in read(data)


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.sampled_from(["x y z. ", "<", "&#8203;", "&amp", "\x00", "</p>"]),
        lambda inner: st.lists(inner, max_size=4).map("".join).map(lambda s: f"<div style='a:{s[:9]}'>{s}</div>"),
    )
)
def test_no_markup_crashes_the_reader(body: str) -> None:
    try:
        text = page(html(body), "x", Limits()).text
    except Unreadable:
        pass  # refused with a reason
    else:
        assert "\x00" not in text
