"""A text becomes words: what every check reads, split once and kept.

Stems are Snowball English over a table of irregular verbs, so "rose", "rising" and "rises" are one word.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.stages.text.terms import stem as snowball

_TOKEN = re.compile(
    r"[^\W\d_]{2,}(?:['’](?:s|t|re|ve|ll|d|m|[^\W\d_]{2,}))?|(?:[^\W\d_]\.){2,}|[^\W\d_](?:['’](?:s|t|re|ve|ll|d|m|[^\W\d_]{2,}))?|\d+(?:[.,]\d+)*|[^\w\s]"
)


def listed(words: str) -> frozenset[str]:
    """A list of words parted by white space."""
    return frozenset(words.split())


KEPT = 2_000
"""How many texts each reader remembers: enough for the sentences of a story, too few to burden the memory."""

_IRREGULAR = """
be am is are was were been being; have has had having; do does did done; say said says; rise rose risen; fall fell fallen; grow grew grown;
go went gone goes; come came; take took taken; give gave given; get got gotten; make made; know knew known; think thought; see saw seen;
find found; tell told; leave left; feel felt; become became; begin began begun; keep kept; hold held; bring brought; write wrote written;
stand stood; hear heard; let; mean meant; meet met; run ran; pay paid; sit sat; speak spoke spoken; lie lay lain; lead led; read;
lose lost; send sent; build built; spend spent; win won; buy bought; sell sold; teach taught; catch caught; fight fought; seek sought;
break broke broken; choose chose chosen; draw drew drawn; drive drove driven; eat ate eaten; fly flew flown; forget forgot forgotten;
freeze froze frozen; hide hid hidden; ride rode ridden; shake shook shaken; steal stole stolen; strike struck stricken; swear swore sworn;
throw threw thrown; wear wore worn; withdraw withdrew withdrawn; undergo underwent undergone; overtake overtook overtaken;
shoot shot; slide slid; sink sank sunk; swim swam swum; sing sang sung; shrink shrank shrunk; spring sprang sprung; hang hung; dig dug;
bind bound; bleed bled; breed bred; feed fed; flee fled; lend lent; bend bent; sweep swept; sleep slept; creep crept; weep wept; deal dealt;
burn burnt; learn learnt; spell spelt; light lit; shut; cut; put; set; hit; hurt; cost; cast; forecast; broadcast; bet; split; spread; quit;
bear bore borne; beat beaten; overcome overcame; bite bit bitten; blow blew blown; grind ground; stick stuck; sting stung; swing swung;
wind wound; tear tore torn; forbid forbade forbidden; forgive forgave forgiven; arise arose arisen; awake awoke awoken;
understand understood; overthrow overthrew overthrown; uphold upheld; withhold withheld; withstand withstood; mislead misled; rebuild
rebuilt;
foresee foresaw foreseen; outgrow outgrew outgrown; man men; woman women; child children; person people; foot feet;
die died dies dying; tie tied ties; bad worse worst; good better best; halve halved halving; half halves; wife wives; life lives; leaf
leaves; loaf loaves; thief thieves
"""
_LEMMA = {form: group.split()[0] for group in _IRREGULAR.replace("\n", " ").split(";") if group.strip() for form in group.split()}
PAST_FORMS = frozenset(
    form for group in _IRREGULAR.replace("\n", " ").split(";") for form in group.split()[1:] if not form.endswith(("s", "ing"))
) | listed("""hurt cut put cast quit cost set hit shut read spread split let bet""")
"""Past tenses and participles that do not end in -ed."""

_APART = {
    form: group.split()[0]
    for group in [
        "important importance importantly",
        " international internationally",
        " authority authorities",
        " university universities",
        " organisation organisations organization organizations",
        " statement statements",
        " executive executives",
        " number numbers",
        " numerous",
        " general generals",
        " several",
        " public publicly",
        " customs",
        " arms",
        " news",
        " united",
        " opposite",
        " opponent opponents",
        " meaning",
        " building buildings",
        " relative relatives",
        " secretary secretaries",
        " authors author",
        " likely",
        " unlikely",
        " climbers climber",
    ]
    for form in group.split()
}
"""Words that Snowball would throw together with others of another meaning ("important" and "import")."""

STOPWORDS = listed(
    """a an the this that these those of in on at by for from with to into onto upon about as and or but nor so yet if than then there
    here it its he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom whose which what
    when where why how am is are was were be been being have has had having do does did done will would shall should can could may
    might must also just very too such own same some any each every both either all more most other another much many few several up
    down out off over under again further once while during before after above below between through against because until although
    though s t re ve ll d m not no never none said say says one ones mr mrs ms dr per via amid among within since already still even
    only"""
)


class Word(NamedTuple):
    """A word, a number or a mark of a text: `text[start:end]`. `stem` of a number or mark is its own text."""

    start: int
    end: int
    text: str
    lower: str
    stem: str
    kind: str


@lru_cache(maxsize=200_000)
def stem(lower: str) -> str:
    """The stem of one lower-case word."""
    lower = _LEMMA.get(lower, lower)
    return _APART.get(lower) or (snowball(lower) if len(lower) > 2 else lower)


_CONTRACTED = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_MOST_REMEMBERED = 100_000


_Form = tuple[int, int, str, str, str, str]


class _Forms(dict[str, tuple[_Form, ...]]):
    """The words a token is, remembered: each with where it starts and ends in the token, its text, lower case, stem and kind."""

    def __missing__(self, token: str) -> tuple[_Form, ...]:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[token] = found = _split(token)
        return found


def _split(token: str) -> tuple[_Form, ...]:
    if not token[0].isalpha():
        return ((0, len(token), token, token, token, "number" if token[0].isdigit() else "mark"),)
    lower = token.lower().replace("’", "'")
    if lower.endswith("'s"):
        lower, token = lower[:-2], token[:-2]
    elif lower in _CONTRACTED or lower.endswith("n't"):
        base, cut = _CONTRACTED.get(lower, lower[:-3]), len(token) - 3
        return ((0, cut, token[:cut], base, stem(base), "word"), (cut, len(token), token[cut:], "not", "not", "word"))
    return ((0, len(token), token, lower, stem(lower.replace(".", "")), "word"),)


_forms = _Forms()


@lru_cache(maxsize=KEPT)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order. A possessive 's is left off its word, "U.S." is one word, hyphens part words, "didn't" is "did" and
    "not"."""
    found: list[Word] = []
    add, forms, new = found.append, _forms, tuple.__new__  # a named tuple without the call of its class: a third of the time
    for match in _TOKEN.finditer(text):
        start = match.start()
        for begin, end, shown, lower, root, kind in forms[match[0]]:
            add(new(Word, (start + begin, start + end, shown, lower, root, kind)))
    return tuple(found)


def stems(phrases: str) -> frozenset[str]:
    """The stems of a list of words parted by white space."""
    return frozenset(stem(word) for word in phrases.split())
