"""Which passages sell something: advertising, sponsors' lines, pitches for newsletters, subscriptions and apps?

Judged by how a passage is built, not by who placed it: it speaks to "you" in imperatives, names prices, offers and deadlines or what the
publisher itself sells, is short, tells nothing that happened, quotes nobody, and shares no words with the story around it. Each of these
is worth points; a passage needs several. The words below are the general diction of selling in four languages.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.stages.asides.passages import Passage


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CALLS = _set(
    "ask become book bookmark browse buy call catch check choose chip claim click clip collect come compare contact cut dial "
    "discover donate "
    "download enjoy enrol enroll enter explore fill find follow get give go grab help hurry install invest join learn leave listen "
    "log meet order pick play pledge pre-order prebook put read receive redeem refer register reply ring phone pop bring request "
    "reserve rsvp save scan search "
    "see send share shop sign start stay stop stream submit subscribe support switch take tap tell text treat try tune unlock unwind "
    "upgrade use visit vote wake watch win write"
    " abonnieren bestellen entdecken gewinnen jetzt kaufen lesen registrieren sichern sparen testen"
    " abonnez-vous abonnez achetez commandez découvrez essayez gagnez inscrivez-vous inscrivez lisez profitez réservez téléchargez"
    " compra compre descarga descargue descubra descubre gane gana lea regístrate regístrese suscríbase suscríbete únase únete"
)
_WE = _set("we our us ours we're we've we’re we’ve")
_COMMERCE = _set(
    "affordable bargain bargains bonus brochure brochures cashback cents cheap cheaper code commission coupon coupons deal deals "
    "delivered "
    "delivers delivery discount discounts early-bird exclusive exhibitors free fund gala gift giveaway guarantee guaranteed "
    "half-price hamper "
    "jackpot loans loyalty masterclass merch mortgage offer offers partner partners postage preferred prize prizes promo promotion "
    "raffle "
    "rates refund returned sale savings seats shop solutions sponsor sponsored sponsors stock stocks store supplier suppliers terms "
    "tickets "
    "token trial vouchers voucher warranty webinar webinars workshop products product purchase checkout cart customers discounted deals "
    "kostenlos gratis rabatt angebot angebote gutschein billiger günstig prozent gratuit gratuite offre remise soldes oferta "
    "descuento rebajas"
)
_PUBLISHING = _set(
    "ad ads advert advertisement advertisers advertising affiliate alerts app apps archive article articles blog briefing calendar "
    "channel "
    "charts classifieds column coverage crossword diary digest digital edition editions email e-mail events exclusive extra facebook "
    "feed feeds game "
    "inbox instagram journalism letter letters linkedin magazine member members membership newsletter newsletters newsletters "
    "notification notifications "
    "page pages paper paywall plus podcast podcasts premium print puzzle quiz reader readers register reprints shop show site story "
    "subscriber subscribers subscription "
    "subscriptions supplement sudoku supporters telegram twitter unlimited updates video website whatsapp youtube leserservice abo "
    "abonnement "
    "syndicate login account"
)
_PRAISING = _set(
    "advanced trusted beautiful popular complete award-winning best best-selling leading preferred premier premium proud proudly "
    "unbeatable legendary ultimate class world-class first-class art state-of-the-art quality high-quality number rated certified "
    "endorsed recommended easy chosen handpicked hand-picked easier great"
)
_PRAISE = re.compile(
    r"\b(?:most (?:advanced|trusted|beautiful|popular|complete)|award-winning|best(?:-selling)?|leading|trusted|preferred|premier"
    r"|premium|proud(?:ly)?"
    r"|unbeatable|legendary|ultimate|world[- ]class|state[- ]of[- ]the[- ]art|high[- ]quality|first[- ]class|(?:number|no\.) one"
    r"|rated|certified|endorsed|recommended"
    r"|made easy|carefully chosen|hand-?picked|never been easier|great)\b"
)
_MONEY = (
    r"(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥]|\w+)|(?:one|two|three|five|nine|ten|twelve) \w+|a (?:cup|coffee|newspaper|pint)"
    r"\w*)"
)
_PERIOD = (
    r"(?:(?:a|per|every|each|/)\s?(?:day|week|month|year|head|copy|issue)|for (?:a|one|two|three|six|twelve|\d+) (?:weeks?|months?"
    r"|years?))"
)


class _Offer(NamedTuple):
    holds: frozenset[str]  # words one of which it has: without them the pattern is not tried
    pattern: re.Pattern[str]


_OFFERS = tuple(
    _Offer(_set(holds), re.compile(pattern))
    for holds, pattern in (
        (
            "day week month year head copy issue weeks months years",
            rf"\b(?:only|just|from|for|save|costs?|price of|less than|at) (?:only |just )?{_MONEY} {_PERIOD}",
        ),
        ("only just from", rf"\b(?:only|just) {_MONEY}|(?:^|[.!?] )from {_MONEY}"),
        ("two three one price", r"\b(?:two|three|2|3|one) for (?:one|two|the price|1|2)\b|\bprice of (?:one|a)\b|\bvery small price\b"),
        ("half half-price", r"\bhalf[- ]price\b"),
        (
            "first",
            r"\b(?:the|your) first (?:week|month|year|three months)(?:[’']s)? (?:free|on us|at)\b|\byour first (?:week|month|year)\b"
            r"|\bthe first to\b",
        ),
        (
            "off discount cheaper billiger descuento remise percent prozent",
            r"\d+\s?(?:%|percent|per cent|prozent) (?:off|discount|cheaper|billiger|de descuento|de remise)",
        ),
        ("save saves saved", r"\bsave[sd]? (?:up to )?[$€£]?\d"),
        ("points", r"\b(?:double|extra|bonus) points\b"),
        (
            "free trial",
            r"\b(?:free|trial) (?:trial|week|month|delivery|parking|shipping|gift|subscription|copy|pass|legal|advice|of charge)\b"
            r"|\bfree for (?:everyone|all|a|one|two|three|six)\b|\bfor (?:a )?free\b|\b(?:get|receives?) (?:a |an |your )?free\b"
            r"|\b(?:is|are|it[’']s) free(?=[.,!;]|$| for\b| to (?:read|join|use|all|everyone)\b)"
            r"|\b(?:listen|read|try|join|sign up|register|subscribe|access|play|download)(?: it| now)?(?: for)? free\b",
        ),
        ("stock stocks apply", r"\bstocks? lasts?\b|\bterms (?:and conditions )?apply\b|\brates apply\b"),
        ("spam strings obligation money", r"\bno (?:spam|strings|obligation)\b|\bmoney back\b"),
        ("limited", r"\blimited(?: |-)(?:time|offer|edition|places|seats)\b|\b(?:seats|places|tickets|spaces) are limited\b"),
        (
            "offer offers entries sale registration registrations closing",
            r"\b(?:offer|entries|sale|registration)s? (?:ends?|close[sd]?|expires?|for)\b|\bopens? registrations?\b|\bclosing date\b"
            r"|\bon sale now\b",
        ),
        ("only early early-bird", r"\b(?:this week|today) only\b|\bearly[- ]bird\b"),
        ("pay postage capital past", r"\bpay no\b|\bplus postage\b|\bcapital at risk\b|\bpast performance\b"),
        (
            "page pages code advertisement",
            r"\bsee (?:the )?(?:page|code|advertisement)\b|\b(?:on|number on|back) page(?: \d)?\b|\bpages \d|\bcode [a-z]+\d+\b"
            r"|\buse (?:the )?code\b",
        ),
        ("out", r"\bout (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|now)\b"),
        ("sign signed log chip miss", r"\bsign(?:ed)? up\b|\blog in\b|\bchip in\b|\bnever miss\b"),
        ("us member subscriber subscribers", r"\bon us\b|\bnot (?:yet )?a (?:member|subscriber)\b|\bsubscribers only\b"),
        ("until", r"\b(?:only |just )?until (?:midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)[^.!?]*!"),
        ("shop store order", r"\b\d+[.,]\d\d\W*$"),
        ("sponsor sponsors partners", r"\b(?:from|by|thanks to) our (?:sponsors?|partners|advertisers)\b"),
        ("tell", r"\btell (?:us|a friend|a neighbou?r|them)\b"),
        ("wherever brought presented sponsored", r"\bwherever you (?:listen|get)\b|\b(?:brought|presented) to you by\b|\bsponsored by\b"),
    )
)
_LABEL = re.compile(
    r"^\W*(?:paid |commercial |promoted |sponsored |partner |brand |branded |native )?(?:advertisements?|advertorial"
    r"|advertising feature|sponsored|promoted|promotion|partner content"
    r"|paid (?:content|post|partnership|promotion)|sponsor(?:ed)? (?:content|post|message)|content from our|from our (?:partners?"
    r"|sponsors?|advertisers?)"
    r"|in (?:partnership|cooperation|association|collaboration) with|(?:brought|presented) (?:to you )?by|our (?:partners?|sponsors?"
    r"|advertisers?)|.{0,40}\b(?:is|are) (?:brought to you|sponsored|presented|powered) by|anzeige|werbung|reklame|publicité"
    r"|publireportage|publicidad|contenido patrocinado)\b",
    re.IGNORECASE,
)
_PRODUCED = re.compile(
    r"\b(?:sponsored|paid for|paid|partner|branded?|promoted|commercial|advertis\w+)\b.{0,60}\b(?:content|article|post|feature|story"
    r"|text|supplement|section|team|department|partner)\b"
    r"|\b(?:produced|created|written|published) (?:by|in (?:cooperation|partnership|collaboration) with|for"
    r"|together with)\b.{0,60}\b(?:commercial|advertis\w+|sponsor\w*|partner\w*|brand\w*|marketing)\b",
    re.IGNORECASE,
)
_YOU = _set("you your yours yourself you're you'll you've you’re you’ll you’ve ihnen dich dein deine euch vous votre vos usted tú sie")
_SPEAKS = re.compile(
    r"\b(?:you|your|yours|yourself|you['’]\w+|ihnen|dich|deine?|euch|vous|votre|vos|usted|tú)\b|\b[^\W\d_]{3,}n Sie\b|^Sie [^.!]*\?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^“”]{0,600}”|„[^“”„]{0,600}[“”]|«[^«»]{0,600}»|\"[^\"]{0,600}\"|(?<!\w)‘[^‘’]{12,400}’(?!\w)")
_REPORTS = _set(
    "said says told added according announced reported reports stated warned argued asked replied confirmed denied claimed explained "
    "wrote insisted "
    "noted accused acknowledged estimated sagte sagten teilte erklärte berichtete laut dit déclaré selon dijo según afirmó declaró"
)
_PARTICIPLES = _set(
    "sponsored trusted preferred rated certified endorsed recommended advanced limited picked delivered read red need feed exclusive-priced"
)
_PAST = _set(
    "was were had did came went became began took gave made saw rose fell left met won lost held grew sent kept brought thought knew "
    "found stood ran led paid broke drew spoke felt war waren hatte wurde wurden était avait fue eran"
)
_CLAUSE = re.compile(
    r"(?:^|[.!?:;–—>*|\]\)•]\s*|\b(?:and|or|then|simply|just|please|now|today|only|to|auch|et|y)\s+|,\s+(?:please |then "
    r"|and )?)([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
)
_START = re.compile(r"(?:^|[.!?:–—>*|\])]\s+|^\W+)([^\W\d_][\w'’-]*)")
_CAPITALS = re.compile(r"^\W*(?:[A-ZÄÖÜÉ][A-ZÄÖÜÉ'’&]+\W+){2,}|^\W*[A-ZÄÖÜÉ]{4,}[!?:]")
_WRAPS = frozenset("[(*~>☕•»#<])«")
_SLOGAN = re.compile(r"^[^.!?:]{3,60}[:—–]\s+\S")
_MOST_CHARACTERS = 2000
_LONGEST = 75  # words: longer passages are not pitches
_SELLS = 3.0
_ENOUGH = 1.6  # points at which ties and place can still make it an advertisement
_MOST_OFFERED = 4.3
_ADDRESS = _YOU | _WE | _CALLS
_LABELS = _set(
    "advertisement advertisements advertorial advertising sponsored promoted promotion partner partners paid sponsor sponsors "
    "brought presented powered "
    "anzeige werbung reklame publicité publireportage publicidad patrocinado content cooperation partnership association collaboration"
)
_PITCHING = frozenset().union(*(offer.holds for offer in _OFFERS), _LABELS, _PRAISING)
_TELLING = _ADDRESS | _PITCHING | _COMMERCE | _PUBLISHING | _REPORTS
_SPEECH = re.compile('[“"„«][^”"“»]*$|\\[[\\w .]{2,40}\\] ')  # a quotation that goes on in the next paragraph; a turn of a dialogue
_QUOTES = frozenset('“"„«‘')


def advertorial(first: Sequence[Passage]) -> bool:
    """Whether one of the first passages says that the whole text was paid for."""
    return any(len(one.words) <= 45 and _LABEL.match(one.text) and _PRODUCED.search(one.text) and _about_itself(one) for one in first)


def _about_itself(one: Passage) -> bool:
    return bool({"article", "content", "post", "feature", "story", "text", "page"}.intersection(one.words))


def pitch(one: Passage, alone: bool, enough: float = _ENOUGH) -> float:
    """Points for advertising in a passage taken by itself. `alone`: a passage of its own rather than a sentence among others.

    The points are a lower bound where it cannot reach `enough`.
    """
    count = len(one.words)
    if count < 2 or count > _LONGEST or len(one.text) > _MOST_CHARACTERS:
        return 0.0
    telling = one.bag & _TELLING
    points = _diction(one, telling, alone)
    if points + _bound(one, telling) < enough:
        return points
    outside = one.text if _QUOTES.isdisjoint(one.text) else _QUOTED.sub(" ", one.text)
    quotes = len(outside) < len(one.text) - 30
    if (quotes and len(outside) < 0.3 * len(one.text)) or (_SPEECH.match(one.text) and not _LABEL.match(one.text)):
        return 0.0
    if quotes and not _REPORTS.isdisjoint(telling):
        return 0.0
    points += _built(one, telling, outside, alone) - 1.0 * quotes
    if points + _MOST_OFFERED < enough or _PITCHING.isdisjoint(telling):
        return points
    return points + _offered(telling, outside)


def sells(points: float, one: Passage, ties: float, edge: bool = False, company: bool = False) -> bool:
    """Whether a passage of so many points is advertising.

    `ties`: the share of its terms that the story holds; `edge`: among the first or last; `company`: it shares a name or place with what is.
    """
    points += _for_ties(one, ties)
    return points + 0.3 * edge + 1.0 * company >= _SELLS


def needed(one: Passage, ties: float) -> float:
    """The points under which a passage with these ties is no advertising, whatever stands beside it."""
    return _SELLS - 1.3 - _for_ties(one, ties)


def _for_ties(one: Passage, ties: float) -> float:
    if len(one.terms) < 2:
        return 0.0
    return 0.8 if ties < 0.12 else 0.3 if ties < 0.25 else -0.6 if ties < 0.45 else -1.5


def reports(one: Passage) -> bool:
    """Whether somebody says or announces something in it."""
    return not _REPORTS.isdisjoint(one.bag)


def selling_words(one: Passage) -> bool:
    """Whether a paragraph of the story holds words for which its sentences are worth a look."""
    return not _ADDRESS.isdisjoint(one.bag) and len(one.bag & _COMMERCE) + len(one.bag & _PUBLISHING) >= 2


def _diction(one: Passage, telling: frozenset[str], alone: bool) -> float:
    """Points for its words."""
    points = (
        0.5 * (not _WE.isdisjoint(telling)) - 0.5 * (not alone) - 1.0 * (len(one.words) > 45) - 1.5 * (not _REPORTS.isdisjoint(telling))
    )
    points += min(0.6 * len(telling & _COMMERCE), 1.8) + min(0.4 * len(telling & _PUBLISHING), 1.2)
    past = sum([(word[-2:] == "ed" and word not in _PARTICIPLES) or word in _PAST for word in one.words])
    return points + (0.5 if past == 0 else -0.4 * min(past, 3))


def _bound(one: Passage, telling: frozenset[str]) -> float:
    """The most points that its build and offer can be worth: looks at words only, so that most news is done with cheaply."""
    most = 2.5 * (not _LABELS.isdisjoint(telling)) + 1.8 * (not _PRAISING.isdisjoint(telling))
    if not _PITCHING.isdisjoint(telling):
        most += 1.25 * min(sum([not offer.holds.isdisjoint(telling) for offer in _OFFERS]), 2)
    most += 3.0 * _may_call(one, telling) + 1.0 * (not _YOU.isdisjoint(telling))
    return most + 0.5 * ("!" in one.text) + 1.3


def _may_call(one: Passage, telling: frozenset[str]) -> bool:
    """Whether a word that calls on the reader begins a sentence, or a line without capitals."""
    return any(word.capitalize() in one.text or one.text.startswith(word) for word in telling & _CALLS)


def _built(one: Passage, telling: frozenset[str], outside: str, alone: bool) -> float:
    """Points for how it is built: imperatives, "you", labels, exclamations."""
    points = 2.5 * bool(not _LABELS.isdisjoint(telling) and len(one.words) <= 40 and _LABEL.match(one.text))
    if _may_call(one, telling):
        calls = sum([word.lower() in _CALLS for word in _START.findall(outside)])
        inner = sum([word.lower() in _CALLS for word in _CLAUSE.findall(outside)])
        points += 1.5 * bool(calls) + 0.5 * min(max(calls - 1, 0), 2) + 0.25 * min(inner, 2)
    if not _YOU.isdisjoint(telling):
        points += 1.0 * bool(_SPEAKS.search(outside))
    points += 0.5 * ("!" in outside) + 0.5 * bool(_CAPITALS.match(one.text))
    if alone:
        points += 0.4 * (one.text[0] in _WRAPS or one.text[-1] in _WRAPS or one.text[:2] == "— ") + 0.4 * bool(_SLOGAN.match(one.text))
    return points


def _offered(telling: frozenset[str], outside: str) -> float:
    """Points for what it offers at what price, and for its praise."""
    low = outside.lower()
    offers = sum([1 for offer in _OFFERS if not offer.holds.isdisjoint(telling) and offer.pattern.search(low)])
    praise = 0.0 if _PRAISING.isdisjoint(telling) else min(0.6 * len(_PRAISE.findall(low)), 1.8)
    return 1.25 * min(offers, 2) + praise
