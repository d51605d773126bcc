"""Which passages are the page's rather than the story's: labels, captions, credits, cross-references, bylines, small print?

Each kind is told by how such lines are built in any paper. `opens` and `holds` are words without which a pattern
is not tried: they are there for speed alone.
"""

import re
from typing import NamedTuple

from summarizer.stages.asides.passages import Passage


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class _Kind(NamedTuple):
    name: str
    most: int  # words
    alone: bool  # a passage of its own only, not a sentence inside one
    opens: frozenset[str]  # first words; empty: any
    holds: frozenset[str]  # words one of which it has; empty: any
    pattern: re.Pattern[str]


def _kind(name: str, most: int, *patterns: str, opens: str = "", holds: str = "", alone: bool = True) -> _Kind:
    return _Kind(name, most, alone, _set(opens), _set(holds), re.compile("|".join(patterns), re.IGNORECASE))


_MONTHS = (
    "jan january januar janvier feb february februar février mar march märz mars apr april avril may mai mayo jun june juni juin jul "
    "july juli "
    "juillet aug august août agosto sep sept september septembre oct october oktober octobre nov november novembre dec december dez "
    "dezember "
    "décembre"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch "
    "donnerstag "
    "freitag samstag sonntag"
)
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS.split(), key=len, reverse=True))})\b\.?"
_DAY = rf"(?:{'|'.join(sorted(_DAYS.split(), key=len, reverse=True))})\b\.?"
_NUMERIC = r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{0,4}"
_DATE = (
    rf"(?:{_DAY},?\s*(?:the )?)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH},?\s*(?:\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:\d{{4}})?|{_NUMERIC})"
)
_CLOCK = r"(?:[,\s|–-]*(?:at\s+)?\d{1,2}\s?[:.]\s?\d\d(?:\s*[ap]\s?\.?\s?m\s?\.?)?(?:\s*[A-Z]{2,5}\b)?)?"
_STAMPS = "published posted updated modified first last today archive created filed stand veröffentlicht publié publicado"
_STAMP = r"(?:archive\W+)?(?:(?:first|last)\s+)?(?:published|posted|updated|modified|created|filed|stand|veröffentlicht|publié|publicado)"
_PICTURE = r"(?:photo(?:graph)?|picture|image|illustration|graphic|bild|foto|grafik|photographie|imagen|infographic|artwork)s?"
_PICTURES = (
    "photo photos photograph picture pictures image images illustration illustrations graphic bild foto fotos grafik imagen "
    "infographic artwork"
)
_NAMED = r"(?-i:[A-ZÄÖÜÉÀ][\w'’.-]*)"
_SELF = re.compile(
    r"\b(?:this|the|our) (?:article|story|page|site|website|newsletter|material|publication|column|content|text|post|report|issue"
    r"|magazine"
    r"|newspaper|translation|document|video|podcast)\b",
    re.IGNORECASE,
)
_REPORTED = _set("said says told ruled argued alleged sued court judge lawsuit minister police parliament accused senators mps")

_KINDS = (
    _kind(
        "label",
        14,
        rf"^\W*(?:today is |{_STAMP}\W*(?:on |at )?)?{_DATE}{_CLOCK}[\s\W]*$",
        opens=f"{_STAMPS} {_DAYS} {_MONTHS} th st nd rd of",
    ),
    _kind("label", 9, rf"^\W*{_DATE}{_CLOCK}(?:\s*[,|·•–—-]\s*[\w:.’' ]{{2,40}})+[^.!?]$", opens=f"{_DAYS} {_MONTHS} th st nd rd"),
    _kind(
        "label",
        30,
        rf"^\W*{_STAMP}(?: on| at)?\s*:?\s*(?:on )?(?:{_DATE}|\d)",
        opens=_STAMPS,
    ),
    _kind(
        "label",
        40,
        r"\bthis (?:page|article|story|text) was (?:last |first |automatically )?(?:updated|published|modified|generated|translated)\b",
        holds="page article story text",
    ),
    _kind(
        "label",
        6,
        r"^\W*(?:advertisement|advert|anzeige|sponsored|promoted|related(?: (?:articles|stories|topics|content|links))?|recommended"
        r"|trending"
        r"|most read|read more|more|share(?: this)?|comments?|continue reading(?: below)?|subscribe|sign in|log in|menu|search|home"
        r"|tags?|topics?"
        r"|skip to content|print|weiterlesen|mehr|further reading)\W*$",
        opens="advertisement advert anzeige sponsored promoted related recommended trending most read more share comment comments "
        "continue subscribe "
        "sign log menu search home tag tags topic topics skip print weiterlesen mehr further",
    ),
    _kind(
        "label",
        20,
        r"^\W*(?:the )?(?-i:(?:[A-Z][\w’'&-]+ ){2,5})(?:is|are) (?:published|printed|delivered|distributed) "
        r"(?:free|every|each|daily|weekly|fortnightly|monthly|once|twice|on \w+days)\b",
        holds="published printed delivered distributed",
    ),
    _kind(
        "label",
        30,
        r"^\W*(?:(?:also|elsewhere|inside) (?:today|inside|read|in this (?:issue|edition))|(?:read|see) (?:also|next)|coming up|up next)"
        r"\s*[:–—]",
        opens="also elsewhere inside read see coming up",
    ),
    _kind(
        "label",
        40,
        r"^\W*cookies? (?:settings|preferences|policy|notice|consent)\s*(?:[:.|–—-]|$)",
        r"^\W*you(?: are|['’]re) reading (?:the|a|our) free (?:version|edition)\b",
        opens="cookie cookies you you're you’re",
    ),
    _kind(
        "caption",
        85,
        rf"^\W*(?:(?:file|featured|cover|lead|top|main|stock) )?(?:{_PICTURE}|captions?)(?: credits?| caption| source"
        rf"| gallery)?\s*(?:[:–—/|(]|\bby\b|\bcourtesy\b)",
        r"^\W*(?:pictured(?: above| below| left| right)?|credits?|courtesy of|in pictures)\s*[:–—]|^\W*courtesy of\b|^file\s?[-–—]",
        r"^\W*(?:enlarge this image|(?:toggle|hide) caption|click to enlarge)",
        r"^\W*(?:corrects [\w ]{3,20}[-–—]\s*)?in this (?:[\w.,]+ ){0,5}(?:photo(?:graph)?|image|picture|frame),? "
        r"(?:taken|released|provided|made|posted|dated|from|on|by)\b",
        opens=f"{_PICTURES} caption captions file featured cover lead top main stock pictured credit credits courtesy in corrects enlarge "
        f"toggle hide click",
        alone=False,
    ),
    _kind(
        "caption",
        85,
        rf"\((?:[^()]{{0,60}}\b)?(?:{_PICTURE}|handout|getty images)\b[^()]{{0,60}}\)\W*$",
        rf"\b{_PICTURE}\s?(?:credit)?\s?[:/]\s?[\w .&/-]{{2,50}}$",
        holds=f"{_PICTURES} handout getty",
    ),
    _kind(
        "caption",
        60,
        rf"^\W*{_NAMED} {_NAMED}, (?:second from |at )?(?:left|right|cent(?:er|re)),",
        holds="left right center centre",
        alone=False,
    ),
    _kind("reference", 40, r"\bplay slideshow\b|\bphoto gallery\b", holds="slideshow gallery", alone=False),
    _kind(
        "caption",
        60,
        rf"\b(?:featured |cover |stock )?{_PICTURE}\b.{{0,60}}\b(?:illustrat(?:ive|ion)|symbolic|decorative|ai[- ]generated"
        rf"|not (?:represent|depict|show))",
        holds=_PICTURES,
        alone=False,
    ),
    _kind(
        "credit",
        45,
        r"^[(\[]?\s*(?:additional |further )?(?:reporting|writing|editing|edited|written|compiled|translation|translated|research"
        r"|produced)\s+by\b",
        rf"^[(\[]?\s*(?:additional |further )?(?:reporting|writing|editing) (?:in|from) [^.]{{0,60}}\bby {_NAMED}",
        r"^[(\[]?\s*(?:with|mit) (?:material|reporting|files|input|contributions?) (?:from|by|von)\b",
        opens="additional further reporting writing editing edited written compiled translation translated research produced with mit",
        alone=False,
    ),
    _kind("credit", 25, r"\bcontributed (?:reporting )?to this (?:report|story|article)\b", holds="contributed", alone=False),
    _kind(
        "credit",
        18,
        rf"^\W*(?:by|von|par|por|text|words|reporter|report by|story by)\b\s*:?\s*(?:{_NAMED}|our\b)(?:[\s,|–-]+(?:{_NAMED}|our|and"
        rf"|und|et|y|in|of|the|for|&|correspondent|editor|reporter|staff|bureau|desk|writer|chief))*\W*$",
        r"^\W*(?:from our [\w ]{3,40}(?:,|$)|the editors$)",
        opens="by von par por text words reporter report story from the",
    ),
    _kind("label", 90, r"\S \| [^|]+ \| \S"),
    _kind("credit", 90, r"^\W*notes? (?:to|for) (?:the )?editors?\b", opens="note notes"),
    _kind("credit", 6, r"^[(\[][A-Z][\w .&'’/-]{1,40}[)\]]$"),
    _kind(
        "reference",
        45,
        r"^\W*(?:read|see|watch|listen|view|hear|explore)\s(?:also|more|next|on|further|our)\b",
        r"^\W*(?:also (?:read|see)\b|also on [^.,]{2,40}:|more (?:on|from|in|about|like|stories|news|coverage)\b[^.]{0,60}[:?]"
        r"|more (?:from|like) (?:this|us|the|our)"
        r"|related(?: \w+)?\s*:|recommended\s*:|in case you missed|don[’']t miss|elsewhere(?: in| on)?[^.]{0,40}:|up next"
        r"|(?:watch|listen|video|podcast|gallery|opinion|explainer|explained|factbox|timeline|live|photos|pictures)\s*:)",
        r"^\W*(?:tomorrow|next (?:week|month)|coming (?:up|soon|next)|this (?:weekend|week)|on (?:mon|tues|wednes|thurs|fri|satur"
        r"|sun)day) (?:in|on) "
        r"(?:the|our|your|these)\b[^.]{0,80}[:–—]",
        r"^\W*(?:lesen sie (?:auch|mehr|weiter)|mehr zum thema|siehe auch|lire aussi|à lire aussi|voir aussi|lea también|vea también"
        r"|leggi anche)\b",
        opens="read see watch listen view hear explore also more related recommended in don don't don’t elsewhere up video podcast "
        "gallery opinion explainer "
        "explained factbox timeline live photos pictures tomorrow next coming this on lesen mehr siehe lire à voir lea vea leggi",
    ),
    _kind(
        "reference",
        45,
        r"^\W*(?:corrections?(?: and clarifications?)?|weather(?: (?:for|today|tomorrow|forecast))?[^:.]{0,30}|today[’']s weather"
        r"|horoscope|crossword|lottery|tides?|obituar(?:y|ies)|births)\s*:",
        opens="correction corrections weather today's today’s horoscope crossword lottery tide tides obituary obituaries births",
    ),
    *(
        _kind("legal", 90, pattern, holds=holds, alone=False)
        for holds, pattern in (
            ("copyright ©", r"©|\bcopyright\b"),
            ("c", r"\(c\) ?(?:19|20)\d\d"),
            ("reserved vorbehalten réservés", r"\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b"),
            ("trademark trademarks", r"\btrademarks?\b.{0,60}\b(?:belong|property|owners?)\b"),
            ("expressed", r"\b(?:views|opinions) (?:and opinions )?expressed\b"),
            (
                "constitute reflect represent endorse responsibility liability",
                r"\b(?:does not|do not|doesn[’']t|without) (?:necessarily )?(?:constitute|accept responsibility|accept liability"
                r"|reflect the|represent the|endorse)\b",
            ),
            ("advice", r"\bnot (?:be )?(?:investment|financial|legal|medical|professional|tax) advice\b|\binvestment advice\b"),
            ("warranty guarantee", r"\bno (?:warranty|guarantee) (?:is|as)\b"),
            (
                "purpose purposes information",
                r"\bfor (?:information(?:al)?|illustrative|educational|entertainment) purposes? only\b|\bfor information only\b",
            ),
            ("publicly aggregates aggregate", r"\bpublicly available sources\b|\baggregates? information\b"),
            (
                "rewritten redistributed reproduced broadcast copied",
                r"\bmay not be (?:published|broadcast|rewritten|redistributed"
                "|reproduced|copied)\b",
            ),
            (
                "permission",
                r"\b(?:reproduced|republished|reprinted|syndicated) (?:with|by|under) (?:kind )?permission\b"
                "|\breproduction without permission\b",
            ),
            (
                "reprints reprint license licence licensing syndication permission permissions",
                r"\b(?:reprints?|licen[cs]e|licensing|syndication|permissions?) (?:of|for) this\b|\bto licen[cs]e this\b",
            ),
            ("disclosure disclaimer haftungsausschluss", r"\bfull disclosure\b|\bdisclosure\s*:|\bdisclaimer\b|\bhaftungsausschluss\b"),
            (
                "commercial trust editorial",
                r"\bcommercial partner of\b|\btrust principles\b|\beditorial (?:standards|guidelines"
                "|policy|code)\b",
            ),
        )
    ),
    _kind(
        "legal",
        60,
        r"\b(?:affiliate links?|small commission|earns?(?: us)? a (?:small )?commission)\b|\bterms (?:of (?:use|service)"
        r"|and conditions)\b|\bprivacy (?:policy|notice|settings)\b",
        r"\bcookies\b.{0,80}\b(?:use|accept|settings|policy|consent|store|browser|device|partners|better)\b|\b(?:use|accept"
        r"|store)s? cookies\b",
        r"\b(?:complaints?|corrections?|errors?|mistakes?|comments|feedback|letters|tips?) (?:about|in|to|on|regarding"
        r"|concerning) (?:this|the|our|an?) "
        r"(?:article|story|report|page|editors?|newsdesk|readers)\b|\b(?:questions|queries) (?:please |may )?(?:ring|call|contact"
        r"|e-?mail)\b|\breaders[’'] editor\b|\bpress (?:council|complaints)\b",
        r"\b(?:the )?authors?(?:[’']s?)? (?:holds?|owns?|has|have|declares?|received|travel)\b.{0,80}\b(?:shares?|stock|position"
        r"|interest|paid|fees?|compan(?:y|ies))\b",
        r"\b(?:your browser|javascript|ad ?blocker)\b.{0,60}\b(?:enable|disable|supported|required|turn|update)\b|\b(?:enable"
        r"|turn on) javascript\b",
        r"\bmembers? of the [\w ]{0,30}press council\b|\b(?:mistake|error)s? in this\b|\breport (?:a|an) (?:error|mistake|correction)\b",
        holds="affiliate commission terms privacy cookies complaint complaints correction corrections error errors mistake mistakes "
        "comments feedback letters tip "
        "tips questions queries council author authors author's author’s browser javascript adblocker",
        alone=False,
    ),
    _kind(
        "legal",
        45,
        r"\b\d+ (?:of (?:your )?\d+ )?(?:free )?(?:articles?|stories) (?:left|remaining|free|this month)\b|\bfree articles? (?:left"
        r"|remaining|this)\b",
        r"\b(?:second|third|last|first|final) of (?:your )?\w+ free (?:articles|stories)\b|\balready (?:a|an) (?:subscriber|member"
        r"|registered)\b",
        r"\b(?:register|log in|sign in|subscribe|create an account)(?: \w+){0,3} to (?:keep|continue|read|view|unlock|access)\b"
        r"|\b(?:keep|continue) reading\b",
        r"\b(?:for|available to|open to) (?:subscribers|members|registered (?:users|readers)) only\b|\bsubscribers? (?:can"
        r"|may) (?:listen|read|comment|share)\b",
        holds="article articles stories subscriber subscribers member members register log sign subscribe account reading registered",
        alone=False,
    ),
)

_LONGEST = 2000  # code points
_SIGNS = re.compile(r"©| \| ")
_OPENS = frozenset().union(*(kind.opens for kind in _KINDS))
_HOLDS = frozenset().union(*(kind.holds for kind in _KINDS))


def furniture(one: Passage, alone: bool) -> str | None:
    """The kind of page furniture a passage is ("label", "caption", "credit", "reference", "legal"), or None.

    `alone`: a passage of its own; of sentences inside a paragraph only captions, credits and small print are told.
    """
    count = len(one.words)
    if count > 95 or len(one.text) > _LONGEST:
        return None
    first = one.words[0] if count else ""
    if first and first not in _OPENS and _HOLDS.isdisjoint(one.bag) and one.text[0] not in "([" and not _SIGNS.search(one.text):
        return None
    for kind in _KINDS:
        if count > kind.most or (kind.alone and not alone):
            continue
        if kind.opens and first and first not in kind.opens:
            continue
        if kind.holds and kind.holds.isdisjoint(one.bag) and "©" not in one.text:
            continue
        if kind.pattern.search(one.text) and not (kind.name == "legal" and _reported(one)):
            return kind.name
    return None


def _reported(one: Passage) -> bool:
    """Small print speaks for the page itself; a sentence in which somebody says something, or a court rules, is news about small print."""
    return not _REPORTED.isdisjoint(one.bag) and not _SELF.search(one.text)
