"""Does a short English sentence assert anything?

A masthead ("Metro Orvessa - free daily") or a line of a timetable ("Bus 70 every six minutes") does not.
"""

import re

LONGEST = 12
"""Words above which a sentence is taken to assert something: real ones without a verb are short."""
_ALWAYS = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|cannot|could|may|might|shall|should|must|ought|"
    r"\w+n[’']t|\w+[’'](?:ll|re|ve|d)|[a-z]{3,}(?:ed|ing)|"
    r"said|told|took|met|began|fell|rose|left|came|went|made|gave|won|lost|held|wrote|found|shot|got|saw|kept|led|struck|hit|sent|spoke|"
    r"stood|died|ran|put|broke|brought|built|caught|chose|drew|drove|ate|felt|flew|fought|forgot|froze|grew|heard|hid|hurt|knew|laid|lay|"
    r"lent|let|meant|paid|quit|read|rode|sat|set|shook|shut|slept|sold|sank|spent|spread|stole|stuck|swore|swam|taught|thought|threw|"
    r"understood|woke|wore|cost|cut|need|want|say|make|take|get|go|keep|plan|hope|ask|call|pay|see|know|think|believe|expect|fear|live|"
    r"work|run|stay|stop|start|end|remain|include|show|give|come|find|tell|use|try|leave|feel|become|mean|help|seem|ride|wait|rise|fall|"
    r"lie|stand|hold|beat|bent|bid|bit|bled|blew|bought|bred|burst|cast|clung|crept|dealt|drank|dug|fed|fled|flung|hung|leapt|learnt|lit|"
    r"mistook|overcame|overtook|rang|sang|shed|shone|shrank|slid|sought|sped|split|sprang|spun|stank|stung|strode|swept|swung|tore|trod|"
    r"undertook|wept|withdrew|wound|wrung)\b"
)
_THIRD_PERSON = re.compile(r"(?!^\d)\b(?P<before>[\w’'-]+),? (?=[a-z]{2,}s\b(?![’']))")
_NO_SUBJECT = re.compile(
    r"a|an|the|this|that|these|those|his|her|its|their|our|my|your|some|many|most|several|few|both|all|each|every|other|such|no|any|more|of|"
    r"in|on|at|by|for|from|with|to|and|or|but|per|as|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    re.IGNORECASE,
)


_INVITES = re.compile(
    r"(?:(?:And |But |So |Now )?[Ll]et(?: us|[’']s| me)\b|Thanks (?:for|again)\b|Thank you\b|(?:Plus,? j|J)oin\b|"
    r"(?:Just |But |And |So )?(?:[Ll]ook(?: (?:at|what|how)|,)|[Ii]magine|[Tt]hink (?:of|about)|[Cc]onsider (?:that|the|this|how|what))\b|"
    r"(?:Provide|Allow|Ensure|Avoid|Remember|Enjoy|Click|Discover|Make sure|Keep in mind|Stay tuned|Find out|Do not|Don[’']t)\b|"
    r"[^:.]{2,40}: (?:because|since|where|when)\b|"
    r"(?:UPDATED?:? )?(?:\d+/\d+/\d+ )?Read [A-Z]|(?:Get|Sign up for|Receive) [^.]*\b(?:notifications|newsletters?|alerts)\b)"
)
"""A reader is spoken to, and told nothing."""


def has_verb(text: str) -> bool:
    """Whether a word of the text is surely a verb or a participle: "sports" and "luminaries" might be, and are not. English only."""
    return bool(_ALWAYS.search(text))


def asserts(text: str) -> bool:
    """Whether the sentence is long, or holds something that can be its verb; "Let us …", a question and an exclamation do not. English
    only; where in doubt it asserts something."""
    if _INVITES.match(text) or text.endswith(("?", "!")):
        return False
    if len(text.split()) > LONGEST or _ALWAYS.search(text):
        return True
    return any(not _NO_SUBJECT.fullmatch(found["before"]) for found in _THIRD_PERSON.finditer(text))
