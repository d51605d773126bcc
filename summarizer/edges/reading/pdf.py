"""PDF to the text that its pages show. Runs in the child process (see `child`).

Text that does not show is left out: render mode 3, transparent, the colour of the paper, smaller than a reader can see, off the page,
covered by what is drawn later. The exception is a scan: where most of a document's text is invisible over whole-page images it is the
scanner's recognised text, and is read and said to be that.
"""

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from summarizer.edges.reading.decoding import Unreadable
from summarizer.edges.reading.found import Found
from summarizer.edges.reading.pdf_lines import Line, joined
from summarizer.limits import Limits
from summarizer.stages.text.characters import one_line, readable

if TYPE_CHECKING:
    import pypdfium2

_SMALLEST = 3.0  # points
_PAPER = 232  # of 255 in every channel: white enough to vanish on paper
_OBJECTS = 200_000
_LAYERS = 8

Box = tuple[float, float, float, float]  # left, bottom, right, top


class _Page(NamedTuple):
    lines: list[Line]
    hidden: int  # characters not shown
    shown: int
    scanned: bool  # one image covers most of the page
    invisible: list[Line]  # the lines of text in render mode 3


def pdf(data: bytes, name: str, limits: Limits) -> Found:
    """Paragraphs of the pages, lines joined and words put together again. Raises Unreadable, with the reason."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        raise Unreadable("it is protected by a password" if "password" in reason else "it is damaged or not a PDF") from None
    try:
        total = len(document)
        pages: list[_Page] = []
        characters = 0
        for page in _pages(document, min(total, limits.pages)):
            if page is not None:
                pages.append(page)
                characters += page.shown
            if characters > limits.characters:
                break
        title = one_line(document.get_metadata_dict(skip_empty=True).get("Title", ""))
    finally:
        document.close()
    return _found(pages, total, title, name, limits)


def _found(pages: list[_Page], total: int, title: str, name: str, limits: Limits) -> Found:
    notices = []
    shown, hidden = sum(page.shown for page in pages), sum(page.hidden for page in pages)
    scan = hidden > shown and sum(page.scanned for page in pages) * 2 > len(pages)
    text = readable(joined([page.lines + page.invisible if scan else page.lines for page in pages]))
    if scan:
        notices.append("a scan: its text is what the scanner recognised")
    elif hidden >= 20:
        notices.append(f"{hidden} characters that its pages do not show were left out")
    if len(pages) < total:
        most = f"the limit is {limits.pages:,} pages, {limits.characters:,} characters"
        notices.append(f"only the first {len(pages):,} of its {total:,} pages were read ({most})")
    if not text:
        raise Unreadable("its pages show no text (a scan without recognised text?)" if pages else "it has no readable page")
    if len(text) > limits.characters:
        raise Unreadable(f"its text is longer than the limit of {limits.characters:,} characters")
    return Found(identity=name, text=text, title=title if _is_title(title) else None, notices=tuple(notices))


def _is_title(title: str) -> bool:
    """Whether a metadata title is one, rather than what the program that made the file filled in."""
    return len(title.split()) >= 3 and not title.lower().startswith(("microsoft word", "untitled", "powerpoint")) and "." not in title[-5:]


def _pages(document: "pypdfium2.PdfDocument", count: int) -> Iterator[_Page | None]:
    import pypdfium2

    for index in range(count):
        try:
            page = document[index]
            try:
                yield _read(page)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            yield None


def _read(page: "pypdfium2.PdfPage") -> _Page:
    import pypdfium2.raw as raw

    frame = page.get_bbox()
    hidden, scanned = _hidden_objects(page, frame)
    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        lines: list[Line] = []
        unseen: list[Line] = []
        counts = {True: 0, False: 0}
        now = {True: _Open(), False: _Open()}
        here = False
        for index in range(textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(handle, index)
            if hidden and not raw.FPDFText_IsGenerated(handle, index):
                here = _address(raw.FPDFText_GetTextObject(handle, index)) in hidden
            if code in (13, 10):
                now[False].end(lines)
                now[True].end(unseen)
                continue
            if not now[here].text:
                now[here].place = _place(handle, index)
            now[here].text.append("\u00ad" if code == 2 else chr(code) if code < 0x110000 else "\ufffd")
            counts[here] += code > 32
        now[False].end(lines)
        now[True].end(unseen)
    finally:
        textpage.close()
    return _Page(lines, counts[True], counts[False], scanned, unseen)


class _Open:
    """A line being read."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.place = (0.0, 0.0, 0.0)

    def end(self, lines: list[Line]) -> None:
        text = "".join(self.text).strip()
        if text:
            lines.append(Line(_paired(text), *self.place))
        self.text = []


def _paired(text: str) -> str:
    """UTF-16 halves, as some fonts give them, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _place(handle: object, index: int) -> tuple[float, float, float]:
    """(x, y, font size) of a character in points."""
    from pypdfium2.raw import FPDFText_GetCharOrigin, FPDFText_GetFontSize

    x, y = ctypes.c_double(), ctypes.c_double()
    FPDFText_GetCharOrigin(handle, index, x, y)
    return x.value, y.value, FPDFText_GetFontSize(handle, index)


def _address(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _hidden_objects(page: "pypdfium2.PdfPage", frame: Box) -> tuple[set[int], bool]:
    """(addresses of the text objects that do not show, whether an image covers most of the page)."""
    import pypdfium2.raw as raw

    hidden: set[int] = set()
    texts: list[tuple[int, Box]] = []
    grounds: list[Box] = []
    scanned = False
    for count, thing in enumerate(page.get_objects(max_depth=_LAYERS)):
        if count > _OBJECTS:
            break
        box = _bounds(thing)
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            address = _address(thing.raw)
            state = _visibility(thing.raw)
            if state == "no" or box is None or not _touch(box, frame):
                hidden.add(address)
            elif state == "pale":
                if not any(_inside(box, ground) for ground in grounds):
                    hidden.add(address)
                texts.append((address, box))
            else:
                texts.append((address, box))
        elif box is not None and thing.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
            covers = thing.type == raw.FPDF_PAGEOBJ_IMAGE or (thing.type == raw.FPDF_PAGEOBJ_PATH and _opaque_path(thing.raw))
            if covers:
                hidden.update(address for address, inner in texts if _inside(inner, box))
                texts = [(address, inner) for address, inner in texts if not _inside(inner, box)]
            if thing.type != raw.FPDF_PAGEOBJ_PATH or (covers and not _is_pale(thing.raw)):
                grounds.append(box)
            if thing.type == raw.FPDF_PAGEOBJ_IMAGE and _area(box) > 0.6 * _area(frame):
                scanned = True
    return hidden, scanned


def _bounds(thing: object) -> Box | None:
    from pypdfium2 import PdfiumError

    try:
        left, bottom, right, top = thing.get_bounds()  # type: ignore[attr-defined]
    except PdfiumError:
        return None
    return left, bottom, right, top


def _visibility(handle: object) -> str:
    """\"no\", "pale" (visible on a coloured ground only) or "yes"."""
    import pypdfium2.raw as raw

    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    if mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP):
        return "no"
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    if raw.FPDFTextObj_GetFontSize(handle, size) and raw.FPDFPageObj_GetMatrix(handle, matrix):
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        if size.value * scale < _SMALLEST:
            return "no"
    fills = mode in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_CLIP)
    colour = _fill(handle) if fills else None
    if colour is None:
        return "yes"
    return "no" if colour[3] < 26 else "pale" if min(colour[:3]) >= _PAPER else "yes"


def _fill(handle: object) -> tuple[int, int, int, int] | None:
    import pypdfium2.raw as raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value, alpha.value


def _opaque_path(handle: object) -> bool:
    import pypdfium2.raw as raw

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(handle, mode, stroke) or mode.value == raw.FPDF_FILLMODE_NONE:
        return False
    colour = _fill(handle)
    return colour is not None and colour[3] > 230


def _is_pale(handle: object) -> bool:
    colour = _fill(handle)
    return colour is not None and min(colour[:3]) >= _PAPER


def _touch(box: Box, frame: Box) -> bool:
    return box[0] < frame[2] and box[2] > frame[0] and box[1] < frame[3] and box[3] > frame[1]


def _inside(box: Box, ground: Box) -> bool:
    """Whether the middle half of a box lies on a ground."""
    width, height = (box[2] - box[0]) / 4, (box[3] - box[1]) / 4
    return ground[0] <= box[0] + width and ground[2] >= box[2] - width and ground[1] <= box[1] + height and ground[3] >= box[3] - height


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
