"""As much of CSS as it takes to tell whether text can be seen: declarations, simple selectors, sizes and colours."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Declarations = dict[str, str]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?|\\(.)", re.DOTALL)
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w\-\\]+|\[[^\]]{1,200}\])*)\Z")
_PART = re.compile(r"[.#][\w\-\\]+|\[[^\]]{1,200}\]")
_SIZE = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ch|ex|cm|mm|in|pc)?")
_RELEVANT = re.compile(
    r"^(?:display|visibility|opacity|color|background(?:-color|-image)?|font(?:-size)?|position|left|right|top|bottom|margin-(?:left|top)"
    r"|text-indent|clip(?:-path)?|(?:max-)?(?:width|height)|overflow(?:-[xy])?|transform|z-index|content-visibility|filter|mso-hide"
    r"|-webkit-text-fill-color)$"
)
_PIXELS = {
    "px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "vw": 12.0, "vh": 8.0, "ch": 8.0, "ex": 8.0,
    "cm": 37.8, "mm": 3.78, "in": 96.0, "pc": 16.0,
}  # fmt: skip
_NAMES = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "red": (255, 0, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "navy": (0, 0, 128), "blue": (0, 0, 255), "green": (0, 128, 0), "yellow": (255, 255, 0),
}  # fmt: skip
_FAR = -400.0  # px: a line that starts further left or above is off every screen
_CLOSE = 24  # of 255 in the farthest channel: text that cannot be told from its background
_SHEET_LIMIT = 400_000


def declarations(style: str) -> Declarations:
    """The properties of a style attribute or block that bear on visibility, names and values in lower case."""
    if not style:
        return {}
    found: Declarations = {}
    style = _COMMENT.sub("", style[:20_000])
    if "\\" in style:
        style = _ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)) if m[1] else m[2], style)
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        name = name.strip()
        if colon and _RELEVANT.match(name):
            found[name] = value.replace("!important", "").strip()
    return found


def unseen(own: Declarations, background: str) -> bool:
    """Whether text with these declarations before `background` (a CSS colour, or "unknown") cannot be seen."""
    if own.get("display") == "none" or own.get("visibility") in {"hidden", "collapse"} or own.get("content-visibility") == "hidden":
        return True
    if own.get("mso-hide") == "all" or _number(own.get("opacity"), 1.0) <= 0.1 or "opacity(0" in own.get("filter", ""):
        return True
    if "font-size" in own and _pixels(own["font-size"], 16.0) <= 3.0:
        return True
    if "font" in own and (size := _SIZE.search(own["font"])) and size[2] and _pixels(size[0], 16.0) <= 3.0:
        return True
    return _off_screen(own) or _no_room(own) or _same_colour(own, background)


def _off_screen(own: Declarations) -> bool:
    moved = ("text-indent", "margin-left", "margin-top", *(("left", "top", "right", "bottom") if "position" in own else ()))
    if any(name in own and _pixels(own[name], 0.0) <= _FAR for name in moved):
        return True
    if "position" in own and any(_pixels(own[name], 0.0) >= 9000 for name in ("left", "top", "right", "bottom") if name in own):
        return True
    shift = own.get("transform", "")
    if "scale(0" in shift and not re.search(r"scale\(0?\.[1-9]", shift):
        return True
    return "translate" in shift and any(_pixels(size[0], 0.0) <= _FAR for size in _SIZE.finditer(shift))


def _no_room(own: Declarations) -> bool:
    clip = own.get("clip", "").replace(" ", "")
    if clip.startswith("rect(") and "auto" not in clip:
        edges = {_pixels(part, 9.0) for part in clip[5:].rstrip(")").split(",")}
        if len(edges) == 1:
            return True
    path = own.get("clip-path", "").replace(" ", "")
    if path.startswith(("circle(0", "inset(50%", "inset(100%", "polygon(00")):
        return True
    hides = any(own.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y"))
    return hides and any(name in own and _pixels(own[name], 99.0) <= 1.0 for name in ("width", "height", "max-width", "max-height"))


def _same_colour(own: Declarations, background: str) -> bool:
    ink = own.get("-webkit-text-fill-color") or own.get("color")
    if ink is None:
        return False
    if _clear(ink):
        return True
    front, back = _rgb(ink), _rgb(background)
    return front is not None and back is not None and max(abs(a - b) for a, b in zip(front, back, strict=True)) < _CLOSE


def _clear(colour: str) -> bool:
    if colour == "transparent":
        return True
    if colour.startswith("#"):
        return (len(colour) == 9 and int(_hex(colour[7:]), 16) < 26) or (len(colour) == 5 and _hex(colour[4]) in "01")
    parts = re.split(r"[,/ ]+", colour.partition("(")[2].rstrip(") "))
    return colour.startswith(("rgba(", "hsla(", "rgb(", "hsl(")) and len(parts) == 4 and _number(parts[3], 1.0) <= 0.1


def _hex(digits: str) -> str:
    return digits if re.fullmatch("[0-9a-f]+", digits) else "f"


def _rgb(colour: str) -> tuple[int, int, int] | None:
    word = colour.strip().split(" ")[0] if not colour.startswith(("rgb", "hsl")) else colour
    if word in _NAMES:
        return _NAMES[word]
    if re.fullmatch("#?[0-9a-f]{3,4}", word):
        digits = word.lstrip("#")
        return int(digits[0] * 2, 16), int(digits[1] * 2, 16), int(digits[2] * 2, 16)
    if re.fullmatch("#?(?:[0-9a-f]{6}|[0-9a-f]{8})", word):
        digits = word.lstrip("#")
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", word)[:3]]
    if word.startswith("rgb") and len(numbers) == 3:
        scale = 2.55 if "%" in word else 1.0
        return int(numbers[0] * scale), int(numbers[1] * scale), int(numbers[2] * scale)
    if word.startswith("hsl") and len(numbers) == 3 and numbers[2] >= 97:
        return 255, 255, 255
    return None


def _number(value: str | None, default: float) -> float:
    found = _SIZE.match(value.strip()) if value else None
    if found is None:
        return default
    return float(found[1]) / (100 if found[2] == "%" else 1)


def _pixels(value: str, default: float) -> float:
    found = _SIZE.search(value)
    return float(found[1]) * _PIXELS.get(found[2] or "px", 1.0) if found else default


class _Rule(NamedTuple):
    compounds: tuple[tuple[str, tuple[str, ...]], ...]  # (tag or "*", parts), outermost first
    weight: tuple[int, int]  # specificity, position
    own: Declarations


class Sheet:
    """The rules of a page's style elements that bear on visibility, found by the last part of their selectors."""

    def __init__(self, css: str) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        for position, (selectors, block) in enumerate(_blocks(_COMMENT.sub("", css[:_SHEET_LIMIT]))):
            own = declarations(block)
            if not own:
                continue
            for selector in selectors.split(",")[:50]:
                compounds = _compounds(selector)
                if compounds:
                    tag, parts = compounds[-1]
                    weight = sum(100 if part[0] == "#" else 10 for _, all_parts in compounds for part in all_parts) + len(compounds)
                    key = next((part for part in parts if part[0] != "["), tag)
                    self._rules.setdefault(key, []).append(_Rule(compounds, (weight, position), own))

    def of(self, element: "HtmlElement") -> Declarations:
        """The merged declarations that the sheet gives an element (by specificity, then order)."""
        if not self._rules:
            return {}
        keys = [f".{name}" for name in (element.get("class") or "").split()]
        keys += [f"#{element.get('id')}", str(element.tag), "*"]
        rules = [rule for key in keys for rule in self._rules.get(key, ()) if _matches(element, rule.compounds)]
        found: Declarations = {}
        for rule in sorted(rules, key=lambda rule: rule.weight):
            found |= rule.own
        return found


def _blocks(css: str) -> list[tuple[str, str]]:
    """(selectors, declarations) of the rules that hold on a screen; rules under other conditions are left out."""
    found: list[tuple[str, str]] = []
    stack: list[str] = []
    last = 0
    for brace in re.finditer(r"[{}]", css):
        text = css[last : brace.start()].strip()
        last = brace.end()
        if brace[0] == "{":
            stack.append(text.rpartition(";")[2].strip())
        elif stack:
            selectors = stack.pop()
            if not selectors.startswith("@") and all(_on_screen(outer) for outer in stack):
                found.append((selectors, text))
    return found


def _on_screen(outer: str) -> bool:
    name, _, condition = outer.partition(" ")
    return (name == "@media" and condition.strip() in {"all", "screen", "only screen"}) or name in {"@supports", "@layer"}


def _compounds(selector: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The compounds of a selector of tags, classes, ids and descendants; () where it holds anything else."""
    found = []
    for word in selector.replace(">", " ").split():
        match = _COMPOUND.match(word)
        if match is None:
            return ()
        found.append(((match["tag"] or "*").lower(), tuple(_PART.findall(match["rest"]))))
    return tuple(found)


def _matches(element: "HtmlElement", compounds: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    if not _fits(element, compounds[-1]):
        return False
    here = element.getparent()
    for compound in reversed(compounds[:-1]):
        while here is not None and not _fits(here, compound):
            here = here.getparent()
        if here is None:
            return False
        here = here.getparent()
    return True


def _fits(element: "HtmlElement", compound: tuple[str, tuple[str, ...]]) -> bool:
    tag, parts = compound
    if tag not in ("*", element.tag):
        return False
    return all(_has(element, part) for part in parts)


def _has(element: "HtmlElement", part: str) -> bool:
    if part[0] == ".":
        return part[1:] in (element.get("class") or "").split()
    if part[0] == "#":
        return bool(element.get("id") == part[1:])
    name, equals, value = part.strip("[]").partition("=")
    held = element.get(name.rstrip("~|^$*"))
    return bool(held is not None and (not equals or value.strip("\"'") in held))
