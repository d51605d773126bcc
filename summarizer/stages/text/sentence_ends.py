"""Does a sentence end here? A stop is judged by the word before it and the word after it.

Written for news in English, with the conventions of German, French and Spanish and the stops of Chinese, Japanese, Hindi and Arabic.
"""

import re

_OPENERS = "“\"‘'«‹„¿¡([「『（—–-"
_CLOSERS = "\"'’”»›)\\]】」』）"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# “ and « close a German quotation; » stands after a space in French, '' in text that was taken apart into tokens.
_AFTER_STOP = rf"(?P<close>[{_CLOSERS}*_]*(?:[“«](?=\s)|\s(?:»|'')(?=\s|$))?)(?P<gap>\s*)"
_OTHER_STOPS = "؟۔।。！？｡"
_STOP = re.compile(rf"(?P<stop>[.!?…{_OTHER_STOPS}]+){_AFTER_STOP}")
_LATIN_STOP = re.compile(rf"(?P<stop>[.!?…]+){_AFTER_STOP}")  # half the time of the other
_QUOTED = re.compile(r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"|\([^()]*\)|「[^「」]*」")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENERS)}]*(?P<word>\w[\w’'-]*)?")
_SAYS = re.compile(
    r"(?:[A-Z][\w’.-]*\s+){1,3}(?:said|says|asked|asks|added|told|replied|shouted|wrote|cried|tweeted|posted|exclaimed|wondered)\b"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[)\]%]*|[\d.,]+[)\]%]+")
_LONGEST_KEPT_QUOTATION = 200  # code points: shorter quotations and brackets stay in one sentence with whoever speaks

# Never the last word of a sentence: something must follow.
_BEFORE_A_NAME = _set(
    "mr mrs ms mx dr prof gen sen sens rep reps gov govs lt col sgt cpl capt cmdr maj adm rev hon st mt ft pres supt insp atty msgr fr "
    "vs cf approx viz al ca ave blvd mme mlle mm herr hr nr abs art bzw evtl ggf inkl zzgl sog z vgl env av núm pág aprox ee ud uds sra "
    "srta dra e.g i.e z.b d.h u.a p.ex c.-à-d eg ie dept univ assn const intl div det supt"
)
# Before a number these belong to it; otherwise they are words.
_BEFORE_A_NUMBER = _set("no nos nr n art arts sec secs fig figs vol pp p ch para pt")
# May end a sentence, if what follows looks like the start of another.
_MAY_END = _set(
    "inc corp co cos ltd llc plc bros jr sr esq etc usw jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs "
    "fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn "
    "tex vt va wash wis wyo mio mrd tsd bn mn rd est min max ed eds uu cía"
)
_LOWER_MAY_END = _set("etc usw mio mrd tsd")
_MONTHS_DE = _set("januar februar märz april mai juni juli august september oktober november dezember")
_HOUR = frozenset({"a.m", "p.m"})
_AFTER_AN_HOUR = _set(
    "ET EST EDT CT CST CDT MT MST PT PST PDT GMT BST CET CEST UTC Eastern Central Pacific Mountain Greenwich Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
_STARTERS = _set(
    "The A An He She It They We I You In On At But And Or So For If When While As After Before This That These Those There His Her Its "
    "Their Our My What Who Why How Where However Meanwhile Yesterday Today Tomorrow Now Then Still Yet Also Since Some Many Most Both Each "
    "Such With Without From By To Not One Last Although Though Because During Earlier Later According Between Among Here All Any Another "
    "Asked Once Until Despite Instead Until Even Only More Officials Analysts Critics Der Die Das Ein Eine Er Sie Es Wir Ich Und Aber Im "
    "Am Le Les Il Elle Ils Elles Un Une Des Mais Et El Los Las Una Pero"
)
_EXCLAIMING_NAMES = frozenset({"Yahoo", "Jeopardy", "Yum"})


def ends(text: str, start: int, end: int, german: bool = False) -> list[int]:
    """The offsets in `text[start:end]` at which a sentence ends and another begins, in order; the closing quote is before the offset."""
    kept = [m.span() for m in _QUOTED.finditer(text, start, end) if m.end() - m.start() <= _LONGEST_KEPT_QUOTATION]
    found: list[int] = []
    at = 0
    stops = _STOP if any(stop in text for stop in _OTHER_STOPS) else _LATIN_STOP
    for match in stops.finditer(text, start, end):
        border = match.end("close")
        if match.end() >= end:
            break
        if not match["gap"]:
            border = _border_without_space(text, match, start, end)
            if not border:
                continue
        elif not _is_end(text, match, start, end, german):
            continue
        while at < len(kept) and kept[at][1] <= border:
            at += 1
        if at < len(kept) and kept[at][0] < border:
            continue
        if found or text[start:border].strip():
            found.append(border)
    return found


def _is_end(text: str, match: re.Match[str], start: int, end: int, german: bool) -> bool:
    """Judges a stop that white space follows."""
    stop = match["stop"]
    if stop[0] in _OTHER_STOPS:
        return True
    following = _NEXT_WORD.match(text, match.end(), end)
    word = (following["word"] or "") if following else ""
    if not word:
        return not match["close"] or text[match.end() : match.end() + 1] not in ",;:"
    if word[0].islower() and not word[1:2].isupper():
        return False
    if stop != ".":
        if stop in ("!", "?") and match["close"] and _SAYS.match(text, match.end(), end):
            return False
        return not (stop == "!" and not match["close"] and _last_word(text, start, match.start()) in _EXCLAIMING_NAMES)
    if match["close"] and match["close"] not in ("’", "'"):
        return True
    quoted_next = text[match.end()] in '“"«„‘'
    return _dot_is_end(_last_word(text, start, match.start()), word, quoted_next, german)


def _last_word(text: str, start: int, at: int) -> str:
    words = text[max(start, at - 24) : at].split()
    return words[-1].lstrip("“\"‘'«„([—–/") if words and not text[at - 1].isspace() else ""


def _dot_is_end(before: str, after: str, quoted_next: bool, german: bool) -> bool:
    """Judges "before. After"."""
    low = before.lower()
    if before.isdigit():
        return not (len(before) <= 2 and (german or after.lower() in _MONTHS_DE))
    if low in _BEFORE_A_NUMBER and after[0].isdigit():
        return False
    starts_anew = quoted_next or after in _STARTERS
    if len(before) == 1 and before.isalpha():
        return starts_anew and before != "M" and before.isupper()
    if low in _BEFORE_A_NAME:
        return False
    if low in _HOUR:
        return after not in _AFTER_AN_HOUR
    may_end = low in _MAY_END and (before != low or low in _LOWER_MAY_END)
    return starts_anew if may_end or _DOTTED.search(before) else True


def _border_without_space(text: str, match: re.Match[str], start: int, end: int) -> int:
    """The border where a stop is glued to the next sentence ("levy.“China", "China.Bessent"), 0 where it is none."""
    if match["stop"][0] in "。！？｡":
        # A Japanese particle after the bracket goes on with the sentence: 「…。」と言った.
        return 0 if match["close"] and text[match.end()] in "とっなのはがをにも" else match.end("close")
    after_stop = match.end("stop")
    before = text[match.start() - 1 : match.start()]
    if match.start() <= start or not (before.islower() or before.isdigit() or before in '%)]”’"'):
        return 0
    border = after_stop
    for closer in match["close"]:
        opening = closer == '"' and text.count('"', start, border) % 2 == 0
        if opening or (closer in "'’" and text[border + 1 : border + 2].islower()):
            break
        border += 1
    after = text[border : border + 3].lstrip('“"«„‘(')
    quoted = after != text[border : border + 3]
    looks_new = after[:1].isupper() and (after[1:2].islower() or after[1:2].isspace() or after[1:2] in "’'")
    if not looks_new:
        return 0
    if quoted or border > after_stop:
        return border
    # A title, an address, a file or a version ("v2.Final", "Mara.Odum@...") goes on behind its stop.
    word = _last_word(text, start, match.start())
    if word.lower() in _BEFORE_A_NAME or "@" in text[border : border + 24].split(None, 1)[0]:
        return 0
    return border if len(word) > 1 and (word.isdigit() or _PLAIN_WORD.fullmatch(word)) else 0
