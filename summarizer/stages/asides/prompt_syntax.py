"""Which lines are the syntax of prompts and programs rather than prose: role tokens, fences, JSON, worked examples, citation marks?"""

import re
from collections import Counter
from collections.abc import Sequence

_TOKENS = re.compile(
    r"<\|[^|>\n]{1,40}\|>|\[/?(?:INST|SYS|SYSTEM|USER|ASSISTANT|TOOL\w*|AVAILABLE_TOOLS)\]|<</?SYS>>|</?s>|<(?:start|end)_of_(?:turn"
    r"|text)>|<(?:bos|eos|pad|unk)>"
    r"|</?(?:system|user|assistant|human|model|instructions?|prompt|context|documents?|articles?|sources?|tool(?:_\w+)?|function\w*"
    r"|thinking|answer|response|input|output|task|data|text|query|"
    r"untrusted\w*|begin\w*|end\w*)(?:\s[^<>\n]{0,80})?/?>|<channel\|?>|<start_header_id>|\b(?:begin|end)_of_(?:text|turn)\b|<!--"
    r"|-->|\b(?-i:BEGIN|END|START|STOP) (?-i:OF )?(?-i:PROMPT|INSTRUCTIONS?|SYSTEM|INPUT|OUTPUT|DOCUMENT|CONTEXT|TASK)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\s*(?:#{1,6}|\*{2,}|={2,}|-{2,}"
    r"|\[|<|/{2,}|~{3,})\s*(?:end\s+(?:of\s+)?|begin\s+|start\s+(?:of\s+)?|new\s+|stop\s+)?(?:system|instructions?|assistant|user|human|prompt|task|operator|developer|ai|admin|override|context"
    r"|articles?|documents?|input|output|sources?|text|summary|response|data|rules?|policy)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"^\s*(?:\*\*)?(?:system|assistant|user|human|ai|bot|chatbot|gpt|chatgpt|claude|gemini|llama|developer|tool|model"
    r"|operator)(?: (?:message|prompt|note|instructions?|update))?(?:\*\*)?\s*[:>]",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\s*(?:\*\*)?(?P<label>[A-Z][A-Za-z]*(?: [A-Za-z0-9]+){0,2})(?:\*\*)?\s*:(?:\*\*)?(?=\s|$)")
_PRODUCTS = re.compile(
    r"^(?:final |model |expected |correct |ideal |gold )?(?:summar\w+|output|answer|assistant|response|completion"
    r"|result|brief|headline|translation|bot|ai|label|reply|a)(?: \d+)?$",
    re.IGNORECASE,
)
_JSON = re.compile(r"[\[{]\s*\"[\w -]{1,40}\"\s*:|\"\s*[}\]]\s*[}\]]|^\s*[}\]]{2,}|\"\s*,\s*\"[\w -]{1,40}\"\s*:")
_FENCE = re.compile(r"^\s*(?:\"\"\"|'''|```\w*|~~~\w*|<!--|-->|\]\]>|<!\[CDATA\[|-{3,}\s*(?:BEGIN|END)\b.*)\s*$")
_CITATION = re.compile(
    r"\[\[[^\]]{0,80}\]\]|\[(?:doc|source|article|cite|ref|citation|document|id|src)s?(?:[ .:#_-]\s?[\w.:#-]{1,40}"
    r"|\d+)(?:[ ,:-][\w.:#-]{1,40}){0,3}\]|【[^】]{1,60}】|\[\^\w{1,20}\]|\{(?:cite|ref|source)[^}]{1,60}\}"
    r"|\((?:source|cite|see|ref|citation)\s*:\s*[\w./-]+\.(?:txt|md|html?|pdf|jsonl?)\b[^)]{0,40}\)|<cite\b|\\cite\{",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\[\d{1,3}\]")
_FILE = re.compile(r"\b[\w-]+\.(?:txt|md|html?|pdf|jsonl?)\b")
_ID_TALK = re.compile(r"\b(?:cite|cites|citation|cited|citing|attribute|source|id)\b", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\]]*\]\s*(?:\(|\[)")
_DEFINITION = re.compile(r"^\s*\[[^\]\n]{1,60}\]:\s*<?\w+:")
_HINTS = re.compile(r"[<>\[\]{}#*=`~\"|]|^\s*\w[\w *]{0,30}[:>]|-{2,}|_of_|\.(?:txt|md|html?|pdf|jsonl?)\b|【")


def is_syntax(line: str) -> bool:
    """Whether a line or sentence holds syntax that prose never has."""
    if not _HINTS.search(line):
        return False
    if (
        _TOKENS.search(line)
        or _HEADING.match(line)
        or _TURN.match(line)
        or _FENCE.match(line)
        or _IMAGE.search(line)
        or _DEFINITION.match(line)
    ):
        return True
    if _JSON.search(line) or _CITATION.search(line):
        return True
    return bool((_FILE.search(line) and _ID_TALK.search(line)) or len(_MARKS.findall(line)) > 3)


def worked_examples(lines: Sequence[str]) -> set[int]:
    """The lines of worked examples: two labels that take turns, one of which names a product ("Article: … Summary: …")."""
    labels = {index: match["label"] for index, line in enumerate(lines) if (match := _LABEL.match(line))}
    counts = Counter(labels.values())
    products = {label for label in counts if _PRODUCTS.match(label)}
    if not products:
        return set()
    marked = [index for index, label in labels.items() if label in products]
    often = any(counts[label] > 1 for label in products) and any(counts[label] > 1 for label in counts if label not in products)
    blank = any(not lines[index].split(":", 1)[1].strip(" *") for index in marked)
    if not (often or (blank and len(labels) > len(marked))):
        return set()
    pairs = {
        label
        for label in counts
        if label not in products and any(index + 1 in labels or index + 2 in labels for index in labels if labels[index] == label)
    }
    chosen = {index for index, label in labels.items() if label in products or (label in pairs and (counts[label] > 1 or blank))}
    return set(range(min(chosen), max(chosen) + 1)) if len(chosen) > 1 and max(chosen) - min(chosen) <= 4 * len(chosen) else chosen
