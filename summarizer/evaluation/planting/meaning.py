"""Turned meanings: negations, directions, certainty."""

import re

from summarizer.evaluation.planting.edit import Edit, Spot, replace, shuffled, tidy

_DROPS = (
    (r"\b(is|are|was|were|will|would|could|should|has|have|had|did|do|does|can|may|might|must) not ", r"\1 "),
    (r"\b(is|are|was|were|would|could|should|has|have|had|did|do|does)n[’']t ", r"\1 "),
    (r"\bcannot ", "can "),
    (r"\bcan[’']t ", "can "),
    (r"\bwon[’']t ", "will "),
    (r"\bnever ", ""),
    (r"\bno longer ", "still "),
    (r"\bfailed to ", "managed to "),
    (r"\brefused to ", "agreed to "),
    (r"\bdeclined to ", "agreed to "),
    (r"\bwithout ", "with "),
    (r"\bno (?=evidence|reason|plans?|doubt|sign|need|one|other|chance)", "some "),
    (r"\bnot ", ""),
    (r"\bunable to ", "able to "),
)
_ADDS = (
    (r"\b(is|are|was|were) (?!not\b|no\b|n[’']t)(?=[a-z])", r"\1 not "),
    (r"\b(will|would|could|should|can|must|may|might) (?!not\b|never\b)(?=[a-z])", r"\1 not "),
    (r"\b(has|have|had) (?!not\b|never\b|no\b|been\b)(?=[a-z]+(?:ed|en|t|wn|ne)\b)", r"\1 never "),
    (
        r"\b(?<=[a-z] )(announc|reject|accept|reach|sign|approv|launch|open|clos|introduc|agre|support|receiv|visit|attack"
        r"|kill|arrest|report|confirm|order|suspend|increas|reduc|impos)ed\b",
        r"never \1ed",
    ),
)


def negation(spot: Spot) -> Edit | None:
    """A denial is dropped, or one is planted."""
    found = [(m, new, "drop") for pattern, new in _DROPS for m in re.finditer(pattern, spot.text) if not _quoted(spot.text, m.start())]
    found = [f for f in found if not re.match(r"not (?:only|just|merely|least|to mention)", spot.text[f[0].start() :])]
    found += [
        (m, new, "add")
        for pattern, new in _ADDS
        for m in re.finditer(pattern, spot.text)
        if not _quoted(spot.text, m.start())
        and not re.search(r"\b(?:not|never|no|n[’']t)\b", spot.text[max(0, m.start() - 25) : m.end() + 25])
    ]
    if not found:
        return None
    drops = [f for f in found if f[2] == "drop"]
    match, new, _ = spot.random.choice(drops if drops and spot.random.random() < 0.6 else found)
    after = match.expand(new)
    return Edit(tidy(spot.text[: match.start()] + after + spot.text[match.end() :]), match.group(), after)


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_PAIRS = """
rose fell; risen fallen; rises falls; rising falling; rise fall; increased decreased; increases decreases; increasing decreasing;
increase decrease; grew shrank; growing shrinking; gained lost; gains losses; higher lower; highest lowest; raised lowered; raising
lowering; climbed dropped; jumped plunged; surged plunged; soared slumped; accepted rejected; accepts rejects; accept reject; agreed
refused; approved rejected; approve reject; approval rejection; supported opposed; supports opposes; support oppose; supporters
opponents; praised criticized; welcomed condemned; tightened loosened; tighten loosen; tightening easing; eased tightened; expanded
narrowed; expand shrink; strengthened weakened; strengthen weaken; stronger weaker; won lost; win lose; winning losing; victory
defeat; opened closed; opening closing; open close; began ended; begin end; started stopped; start stop; bought sold; buy sell;
buying selling; buyers sellers; imports exports; import export; imported exported; hired fired; arrested released; banned allowed;
ban allow; allowed banned; allow ban; allows bans; success failure; successful unsuccessful; succeeded failed; optimistic
pessimistic; positive negative; strong weak; more fewer; above below; before after; majority minority; increase reduction; improved
worsened; improve worsen; improving worsening; accelerated slowed; escalated eased; escalate ease; confirmed denied; confirm deny;
guilty innocent; convicted acquitted; profit loss; profits losses; faster slower; larger smaller; largest smallest; biggest
smallest; best worst; first last; early late; attacked defended; attack defend; left joined; leave join; arrived departed; built
demolished; build demolish; created destroyed; protect endanger; safe dangerous; safety danger; ally enemy; allies enemies; legal
illegal; likely unlikely; possible impossible; cheaper dearer; expensive cheap; north south; northern southern; east west; eastern
western; alive dead; survived died; public private; domestic foreign; former current; senior junior; young old; younger older;
support opposition; growth decline; criticism praise; conviction acquittal; gain loss; surplus deficit; departure
arrival; rejection acceptance""".replace("\n", " ")
_OPPOSITE: dict[str, str] = {}
for _pair in _PAIRS.split(";"):
    _one, _two = _pair.split()
    _OPPOSITE.setdefault(_one, _two)
    _OPPOSITE.setdefault(_two, _one)
_DIRECTED = re.compile(r"\b(?:" + "|".join(sorted(_OPPOSITE, key=len, reverse=True)) + r")\b")


def direction(spot: Spot) -> Edit | None:
    """A rise becomes a fall, an acceptance a rejection."""
    for match in shuffled(spot, [m for m in _DIRECTED.finditer(spot.text) if not _quoted(spot.text, m.start())]):
        if match.group() in ("left", "open", "first", "support", "close", "start", "end", "before", "after") and spot.random.random() < 0.7:
            continue
        return replace(spot, match.start(), match.end(), _OPPOSITE[match.group()])
    return None


_CERTAIN = (
    (r"\b(?:may|might|could) (?!not\b|have\b|be able\b)(?=[a-z])", "will "),
    (r"\b(?:may|might|could) have ", "has "),
    (r"\b(?:plans?|intends?|hopes?|aims?|wants?|expects?) to ", "will "),
    (r"\b(?:is|are) (?:expected|likely) to ", "will "),
    (r"\b(?:is|are) (?:suspected|accused) of ", "is guilty of "),
    (r"\b(?:allegedly|reportedly|apparently|possibly|perhaps|probably) ", ""),
    (r"\bwill (?!not\b)(?=[a-z])", "may "),
    (
        r"\b(?:threatened|planned|proposed|offered|promised|vowed) to (?P<v>impose|use|raise|cut|close|attack|launch|introduce"
        r"|increase|reduce|remove|create|move|continue|release)\b",
        None,
    ),
    (
        r"\b(?:was|were) (?=(?:killed|injured|arrested|accused|charged|told|asked|forced|used|built|found|held|hit|struck|paid"
        r"|sold|taken|given)\b)",
        "may have been ",
    ),
)


def modality(spot: Spot) -> Edit | None:
    """What may be becomes certain, what is certain may be, what was planned is done."""
    found = [(m, new) for pattern, new in _CERTAIN for m in re.finditer(pattern, spot.text) if not _quoted(spot.text, m.start())]
    if not found:
        return None
    match, new = spot.random.choice(found)
    if new is None:
        verb = match["v"]
        new = {"cut": "cut"}.get(verb, verb + "d" if verb.endswith("e") else verb + "ed")
    return Edit(tidy(spot.text[: match.start()] + new + spot.text[match.end() :]), match.group(), new)
