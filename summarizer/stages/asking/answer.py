"""What did the model answer? Tolerant reading of a JSON object, strict about what is in it."""

import json
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import NoReturn

from summarizer.errors import BadReply
from summarizer.protocols import Reply

_THINKING = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCED = re.compile(r"```(?:json)?\s*(\{.*?)```", re.DOTALL)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_COMMENT = re.compile(r"(?m)(?:^|(?<=[\s,{\[]))//[^\n\"]*$|/\*[^*\"]*\*/")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def begun(text: str) -> bool:
    """Whether an answer holds the beginning of a JSON object outside of thinking."""
    text = _THINKING.sub("", text).lstrip()
    return "{" in text and not text.startswith("<think")


def read_object(text: str) -> dict[str, object]:
    """The first JSON object in `text`; prose, code fences and thinking around it are tolerated, as are
    trailing commas and comments.

    Raises BadReply for none, for NaN and infinities, and for nesting too deep to be meant.
    """
    text = _THINKING.sub("", text)
    if (block := _FENCED.search(text)) is not None:
        text = block[1]
    start = text.find("{")
    if start < 0:
        raise BadReply("the answer holds no JSON object")
    try:
        try:
            value, _ = _DECODER.raw_decode(text, start)
        except ValueError:
            value, _ = _DECODER.raw_decode(_TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text)), start)
    except ValueError as error:
        raise BadReply(f"the answer is not JSON: {str(error)[:80]}") from None
    except RecursionError:
        raise BadReply("the answer is not JSON: nested too deep") from None
    if not isinstance(value, dict):
        raise BadReply("the answer holds no JSON object")
    return value


def read_list(table: Mapping[str, object], key: str) -> list[object]:
    """`table[key]`, which must be a list. Raises BadReply."""
    value = table.get(key)
    if not isinstance(value, list):
        raise BadReply(f'"{key}" must be a list')
    return value


def read_items(reply: Reply, key: str) -> list[object]:
    """The list `key` of the JSON object in a reply; of a reply that was cut, its whole members: small models repeat themselves until they
    are stopped, and would again. Raises BadReply where there is none."""
    if reply.finish == "length":
        if not (whole := read_cut_list(reply.text, key)):
            raise BadReply("the answer was too long and was cut")
        return whole
    return read_list(read_whole(reply), key)


def read_whole(reply: Reply) -> dict[str, object]:
    """The JSON object of a reply that came to its end. Raises BadReply."""
    if reply.finish != "stop":
        raise BadReply(f"the answer ended with {reply.finish}")
    return read_object(reply.text)


def read_choices(reply: Reply, count: int, options: Collection[str]) -> tuple[str | None, ...]:
    """The option chosen for each number from 1 to `count`, None where there is none. Raises BadReply for a reply that was cut or is no
    JSON object."""
    table = read_whole(reply)
    chosen = (table.get(str(number)) for number in range(1, count + 1))
    return tuple(value if isinstance(value, str) and value in options else None for value in chosen)


def choices(count: int, options: Collection[str]) -> str:
    """The schema of an object that chooses one option for each number from 1 to `count`: a model that is held to it leaves none out."""
    return schema({str(number): {"type": "string", "enum": list(options)} for number in range(1, count + 1)})


def read_cut_list(text: str, key: str) -> list[object]:
    """The whole members of the list `key` in an object that was cut off; none where it does not begin. A number at the very end is not
    known to be whole."""
    opened = re.search(rf'"{re.escape(key)}"\s*:\s*\[', text)
    at, found = opened.end() if opened else len(text), []
    with suppress(ValueError, RecursionError):
        while True:
            at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,"))
            value, at = _DECODER.raw_decode(text, at)
            if at == len(text) and text[-1:].isdigit():
                break
            found.append(value)
    return found


def read_numbers(values: Collection[object], known: Collection[int]) -> tuple[tuple[int, ...], int]:
    """The members of `known` among `values`, each once, in order; and how many values were none. "12" counts as 12."""
    good: dict[int, None] = {}
    bad = 0
    for value in values:
        if isinstance(value, str) and value.isascii() and value.strip().isdigit() and len(value) < 10:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and value in known:
            good[value] = None
        else:
            bad += 1
    return tuple(good), bad


def schema(properties: Mapping[str, object]) -> str:
    """A strict JSON Schema in canonical JSON of an object with these properties: each required, no others."""
    return json.dumps(strict(properties), sort_keys=True, separators=(",", ":"))


def strict(properties: Mapping[str, object]) -> dict[str, object]:
    """The schema of an object with exactly these properties."""
    return {"type": "object", "properties": dict(properties), "required": list(properties), "additionalProperties": False}
