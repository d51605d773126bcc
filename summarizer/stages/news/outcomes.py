"""Outcomes that are told in words of their own: a sentence, a deal, a decision, a warning lifted, or nothing that came."""

import re

from summarizer.stages.checks.denials import denials, denied, denies_anything
from summarizer.stages.checks.passage import Passage
from summarizer.stages.checks.synonyms import same
from summarizer.stages.news.outlook import awaits, is_done, not_yet, to_come
from summarizer.stages.news.postponed import MOVED
from summarizer.stages.news.same_subject import Nearness, names_in

_TRIED = re.compile(r"\b(?:prison|jail\w*|sentence\w*|ban(?:ned)?|fined?|guilty|trial|charge[sd]?|verdict|custody)\b", re.I)
_SENTENCE = re.compile(
    r"\b(?:sentenced|jailed|imprisoned|convicted|acquitted|found (?:\w+ ){0,3}?guilty|found (?:\w+ ){0,3}?not guilty|cleared of|"
    r"walked free|"
    r"sent (?:\w+ ){1,6}?to (?:prison|jail)|handed (?:\w+ ){1,4}?(?:ban|term|sentence|fine)|given (?:\w+ ){1,4}?(?:ban|term|sentence|fine)|"
    r"(?:was|were) (?:banned|fined|cleared|freed))\b",
    re.I,
)


def sentenced(one: Passage, two: Passage) -> str | None:
    """Where a penalty was asked for or a trial was to come: the words that tell what the court found."""
    found = _SENTENCE.search(two.text) if _TRIED.search(one.text) and not _SENTENCE.search(one.text) and not awaits(two) else None
    return found.group() if found else None


_TALKS = re.compile(r"\b(?:talks|negotiat\w+|bargaining|haggling)\b", re.I)
_DEAL = re.compile(
    r"\b(?:agreed|signed|struck a deal|reached (?:an? )?(?:\w+ )?(?:deal|agreement|accord|settlement)|takes over|took over|bought|"
    r"walked away|pulled out|"
    r"(?:talks|negotiations)\b(?:\W+\w+){0,9}?\W+(?:broke down|broken down|collapsed|failed|ended|fell through))\b",
    re.I,
)


def talked_out(one: Passage, two: Passage, near: Nearness) -> str | None:
    """Where talks went on: the words that tell how they ended."""
    if (
        not _TALKS.search(one.text)
        or _DEAL.search(one.text)
        or near.names < 2
        or not names_in(one) <= two.stems
        or (_TALKS.search(two.text) and to_come(two))
    ):
        return None
    found = _DEAL.search(two.text)
    return found.group() if found else None


_DECIDED = re.compile(
    r"\b(?:(?<!not )(?:decided|voted|ruled)|has (?:decided|voted|ruled|chosen)|chose|gave the go-ahead|gave (?:its|her|his) approval)\b",
    re.I,
)


def decided(one: Passage, two: Passage, near: Nearness) -> str | None:
    """Where the one who was to decide has decided."""
    found = _DECIDED.search(two.text)
    if found is None or _DECIDED.search(one.text) or not names_in(one) <= two.stems or near.names < 1 or near.names + near.words < 3:
        return None
    if {"not", "yet", "never"} & set(two.text[max(0, found.start() - 16) : found.end()].lower().split()):
        return None
    return found.group() if not any(two.words[i].start == found.start() for i in to_come(two)) else None


_STAYS = re.compile(
    r"\b(?:after all|(?:left|leaves|stays|stayed|remains?|remained)\W+(?:\w+\W+){0,10}?(?:unchanged|untouched|open|as (?:it|"
    r"they) (?:is|was|are|were)))\b",
    re.I,
)


def stays_after_all(two: Passage, near: Nearness) -> str | None:
    """Where something was to change: the words that say that it will not."""
    found = _STAYS.search(two.text) if near.names >= 1 and near.words >= 1 else None
    return found.group() if found else None


_PUBLISHED = re.compile(r"\b(?:reports?|verdict|ruling|decision|results?|findings|statement|study|figures)\b", re.I)


def speaks(one: Passage, two: Passage, near: Nearness) -> str | None:
    """Where a report or the like was awaited: it is told what it says."""
    found = _PUBLISHED.search(one.text)
    if found is None or near.words < 2 or not names_in(one) <= two.stems or awaits(two) or near.names < 1 or denies_anything(two.text):
        return None
    says = re.search(
        rf"\b{found.group()}\b.{{0,60}}?\b(?:says|said|speaks|spoke|blames|blamed|finds|found|names|named|shows|showed|puts|put|points)\b",
        two.text,
        re.I,
    )
    inside = re.search(rf"\bin (?:its|the|a|an|his|her|their) (?:\w+ )?{found.group()}\b", two.text, re.I)
    told = says or inside
    return told.group() if told else None


def on_the_day(one: Passage, two: Passage, near: Nearness) -> str | None:
    """What the one of whom something was awaited did on the very day."""
    subject = next((one.words[i].stem for i in one.content if one.words[i].kind == "word"), "")
    if near.words < 2 or not names_in(one) <= two.stems or subject not in two.at or awaits(two) or MOVED.search(two.text):
        return None
    return next((two.words[j].text for j in two.content if is_done(two, j) and j > two.at[subject][0] and j not in denied(two.text)), None)


_WARNING = re.compile(r"\b(?:warn\w*|alerts?|alarm|could|may|might|risk\w*|threat\w*|fear\w*|evacuat\w*|curfew)\b", re.I)
_LIFTED = re.compile(
    r"\b(?:(?:warnings?|alerts?|alarm|order|curfew|threat|danger|risk)\b(?:\W+\w+){0,6}?\W+(?:lifted|withdrawn|cancelled|dropped|over|"
    r"passed|"
    r"averted|receded|called off|no longer)|(?:lifted|lifts|withdrew|cancelled|dropped|averted|called off)\W+(?:\w+\W+){0,3}?(?:warnings?|"
    r"alerts?|alarm|order|curfew|threat|danger|risk))\b",
    re.I,
)


def warning_lifted(one: Passage, two: Passage) -> str | None:
    """Where something was feared: the words that take the warning back."""
    found = _LIFTED.search(two.text) if _WARNING.search(one.text) else None
    return found.group() if found else None


def came_to_nothing(two: Passage, events: "frozenset[str] | set[str]") -> str | None:
    """Where what was to come is told as not having come, or as never to come: "did not overflow", "there will be no inquiry"."""
    for denial in denials(two.text):
        if not_yet(two, denial.cue) or _INTENT.search(two.text):
            continue
        for j in denial.denied[:2]:
            if two.words[j].stem in events or any(same(event, two.words[j].stem) for event in events):
                return f"{two.words[denial.cue].lower} {two.words[j].lower}"
    return None


_INTENT = re.compile(r"\b(?:intention|intends?|plans?|wish|want|whether|denied|denies|if|unless|until|before|may|might|could)\b", re.I)
