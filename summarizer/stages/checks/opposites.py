"""Words that say the opposite of each other. One scale is one pole | the other; added to those of `stages.text.opposites`."""

from functools import lru_cache

from summarizer.stages.checks.words import listed, stem
from summarizer.stages.text.opposites import OPPOSED

_FIRM = """
rise increase climb grow jump soar surge gain advance rally spike swell mount escalate expand upturn boost raise lift up uptick
growth higher rebound recover accelerate improve hike upgrade skyrocket inflate double triple quadruple multiply heighten add
enlarge widen broaden appreciate top exceed strengthen intensify | fall decrease decline drop plunge tumble sink slide slump dip
shrink contract dwindle lose slip plummet ebb reduce cut lower down downturn halve diminish lessen worsen deteriorate crash
collapse downgrade weaken narrow trim slash ease curb recede subside depreciate lag slow decelerate deflate wane retreat abate
scale-back curtail;
increase raise extend expand lengthen prolong widen | cut reduce shorten lower shrink narrow trim slash curtail limit;
strengthen reinforce bolster tighten harden toughen firm deepen | weaken undermine loosen relax soften ease erode dilute;
tighten restrict limit curb constrain toughen | loosen relax ease lift free liberalise liberalize deregulate;
escalate inflame aggravate exacerbate intensify worsen heighten stoke fuel | de-escalate deescalate defuse calm ease soothe
alleviate cool mitigate reduce dampen relieve lessen;
accept agree approve endorse back support welcome embrace adopt ratify consent favour favor uphold affirm confirm pass authorise
authorize praise applaud hail | reject refuse oppose decline dismiss deny rebuff veto condemn criticise criticize denounce rebuke
resist object repudiate scorn spurn disapprove overturn disagree attack blast slam protest;
support back favour favor backing endorse champion defend advocate | oppose opposition resist criticise criticize condemn attack;
praise applaud commend hail laud welcome celebrate compliment | criticise criticize condemn blast slam denounce attack lambast
rebuke censure fault deplore decry;
confirm admit acknowledge concede affirm | deny refute dispute reject contradict;
allow permit let enable legalise legalize authorise authorize grant clear approve | ban forbid prohibit bar block outlaw prevent
prohibit stop deny halt disallow refuse;
encourage urge promote foster invite persuade | discourage deter dissuade warn;
begin start launch open commence initiate resume introduce establish found kick-off restart activate | end finish stop close halt
cease conclude suspend cancel scrap abandon terminate complete quit abolish dissolve shutter deactivate;
impose introduce levy enact | lift remove repeal scrap drop abolish waive revoke withdraw rescind;
join enter admit | leave exit quit withdraw expel;
win victory triumph beat defeat | lose loss defeat;
victory win triumph success | defeat loss failure;
succeed success successful manage achieve | fail failure unsuccessful;
pass approve | fail reject block;
buy purchase acquire | sell divest offload;
buyer purchaser | seller vendor;
import importer | export exporter;
lend lender creditor | borrow borrower debtor;
hire recruit employ appoint promote | fire sack dismiss lay-off demote oust remove;
arrest detain jail imprison capture hold | release free liberate;
convict guilty conviction | acquit acquittal innocent exonerate clear;
guilty | innocent;
profit surplus gain | loss deficit;
profitable | unprofitable loss-making;
surplus | deficit shortage shortfall;
advance | retreat withdraw;
optimistic optimism upbeat bullish positive | pessimistic pessimism gloomy bearish negative;
legal lawful legitimate | illegal unlawful illegitimate;
comply compliance | violate violation defiance;
attend join | boycott skip miss;
always | never;
likely probable | unlikely improbable;
invest | divest;
tolerate | forbid;
hawkish | dovish;
"""
"""Scales on which the opposite of a word speaks against it wherever the two stand in the same proposition."""

_LOOSE = """
schedule plan arrange | cancel postpone scrap; produce supply | consume use; extract mine | process refine;
supporter backer ally friend | opponent critic rival foe adversary;
approve pass adopt accept uphold back | down;
criticism critic | praise acclaim;
grant award give issue restore | deny revoke withhold withdraw refuse cancel strip;
open reopen unlock | close shut lock seal shutter;
resume continue proceed persist maintain keep | suspend halt stop cease interrupt discontinue pause abandon end;
arrive enter come land return | leave depart exit go flee;
include add involve | exclude omit remove;
win gain secure | lose forfeit;
appoint elect name | dismiss oust remove sack;
plead | deny;
shortage scarcity lack | surplus glut abundance excess;
ally friend partner friendly | enemy foe rival adversary opponent hostile;
war conflict hostility fighting | peace truce ceasefire;
attack invade assault offensive | defend retreat defence defense;
create build construct establish form | destroy demolish dismantle tear dissolve;
build construct erect | demolish dismantle destroy;
save rescue | kill destroy doom;
survive survivor alive live | die dead death kill perish victim;
live alive | dead die;
hope hopeful optimistic optimism confident confidence | fear despair pessimistic pessimism worried worry;
positive | negative;
trust | distrust mistrust suspicion;
confident sure certain | doubtful unsure uncertain doubt;
calm quiet peaceful | tense violent chaotic turbulent;
stable steady stability | unstable volatile instability volatility;
safe safety secure | unsafe dangerous danger risky hazardous;
strong strength robust powerful | weak weakness feeble fragile;
high higher highest peak record-high | low lower lowest trough record-low;
tall | short;
large big huge massive great major vast enormous larger bigger biggest largest | small little tiny minor slight smaller smallest;
more | less fewer;
most | least fewest;
many numerous | few;
majority | minority;
maximum | minimum;
above over exceed | below under beneath;
more over exceed above | less fewer under below;
fast rapid quick swift faster quicker | slow slower gradual sluggish;
early earlier earliest | late later latest;
new newest | old oldest;
young younger youngest | old older oldest elderly;
first | last;
former ex previous outgoing | current incumbent incoming present;
senior top high-level upper | junior lower-level low-level;
public | private;
rich wealthy richest | poor poorest;
expensive costly dear | cheap affordable inexpensive;
cheap cheaper | expensive dearer;
good best better excellent positive | bad worst worse poor terrible negative;
better improve | worse worsen;
easy simple easier | difficult hard tough complex complicated harder;
hot hotter warm warmer hottest | cold colder cool cooler coldest;
wet wettest rainy flood | dry driest drought;
full | empty;
heavy heavier | light lighter;
wide | narrow;
long longer longest | short shorter shortest brief;
deep | shallow;
north northern northerly | south southern southerly;
east eastern easterly | west western westerly;
left-wing left leftist | right-wing right rightist;
liberal progressive | conservative;
domestic internal local native home | foreign external international overseas abroad;
urban city | rural country countryside;
male man men boy father son brother husband king uncle nephew actor | female woman women girl mother daughter sister wife queen
aunt niece actress;
father | mother;
son | daughter;
brother | sister;
husband | wife;
man | woman;
boy | girl;
parent | child;
teacher | student pupil;
employer | employee worker;
landlord | tenant;
doctor | patient;
plaintiff accuser prosecutor | defendant accused;
majority | minority;
unanimous united unity unite | divided divide split division;
agree agreement consensus | disagree disagreement dispute;
common shared | different separate;
same identical similar | different opposite;
cause | prevent;
due because | despite;
help aid assist benefit | hurt harm hinder hamper damage;
helpful beneficial | harmful damaging;
improve better | damage harm worsen hurt;
protect defend shield safeguard | threaten attack endanger expose;
threaten | reassure protect;
reveal disclose publish expose unveil show | conceal hide withhold cover;
publish release | withhold suppress;
remember | forget;
find found discover locate | lose miss;
send dispatch export | receive get import;
give donate offer | take receive;
pay | receive owe;
push | pull;
attract | repel deter;
love like | hate dislike;
laugh smile | cry weep;
obey comply respect honour honor observe | violate breach defy break flout;
honour keep fulfil fulfill | break betray;
present attend attendance | absent absence miss skip;
visible | hidden invisible;
clean | dirty polluted;
true correct right accurate truth | false wrong incorrect inaccurate untrue;
temporary interim | permanent;
voluntary optional | mandatory compulsory obligatory;
direct | indirect;
formal official | informal unofficial;
partial partly partially | full fully complete completely total entirely;
often frequently usually regularly | rarely seldom occasionally;
possible able can | impossible unable cannot;
before prior ahead | after following since;
yesterday | tomorrow;
past last previous ago | future next coming upcoming;
ahead lead leading | behind trail trailing;
front | back rear;
inside within indoor inner | outside beyond outdoor outer;
top | bottom;
upstairs | downstairs;
upstream | downstream;
morning | evening night;
day daytime | night nighttime overnight;
dawn sunrise | dusk sunset;
summer | winter;
spring | autumn;
alone separately individually | together jointly;
with | without;
active | inactive dormant;
online | offline;
armed | unarmed;
civilian | military soldier;
democratic democracy | authoritarian dictatorship;
democrat democrats | republican republicans gop;
plaintiff | defendant;
supply supplier | demand;
demand | supply;
debt liability | asset;
asset | liability;
income revenue earning | expense spending cost expenditure;
spend | save earn;
inflation | deflation;
recession contraction | growth expansion;
boom | bust slump;
bull | bear;
accuse blame charge indict | clear exonerate absolve defend;
charge | drop clear;
condemn | condone;
remain stay | leave change depart;
stay | leave go;
rise | set;
appear emerge | disappear vanish;
ascend | descend;
import | export;
friendly | hostile;
happy glad pleased delighted satisfied | sad unhappy upset angry disappointed dissatisfied furious;
proud | ashamed;
brave | cowardly;
wise | foolish;
careful cautious | careless reckless;
sufficient enough adequate ample | insufficient inadequate;
effective | ineffective;
necessary essential vital crucial needed | unnecessary needless superfluous;
important significant major | unimportant insignificant minor trivial;
popular | unpopular;
known famous | unknown obscure;
aware | unaware;
willing ready eager keen | unwilling reluctant;
reluctant | eager willing;
available | unavailable;
healthy | sick ill unhealthy;
normal usual ordinary | abnormal unusual;
fair just | unfair unjust;
honest | dishonest;
responsible | irresponsible;
reliable | unreliable;
related | unrelated;
expected | unexpected;
successful | unsuccessful;
employed | unemployed;
satisfied | dissatisfied;
approve approval | disapprove disapproval;
appreciate | depreciate;
majority | minority;
ascending | descending;
ally | adversary;
progress | setback;
setback | breakthrough;
rapidly | slowly;
sharply steeply dramatically significantly substantially | slightly marginally modestly;
slightly marginally modestly | sharply steeply dramatically;
hawk | dove;
"""
"""Scales on which it does so only where one word stands in the very place of the other."""


_PRONOUNS = listed("he him his himself she her hers herself all every none no some on off like up with back")
"""In some list, but too common in other senses to say where a sentence points."""
_VAGUE = listed(
    """top exceed grant clear pass found open drop advance raise lift slow lag add charge manage warn urge object stop end close block bar
    cut gain land hold
    support back light head appoint promote establish introduce launch fuel firm free release capture attack blast release enter leave
    admit exit miss quit remove
    fight contract address issue challenge slip lower down up mount spike improve recover wane positive negative let enable halt cease
    start begin"""
)
"""On a firm scale, but with so many senses that another word must stand in the very place of it."""


def _sides(scales: str, left_out: frozenset[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, scale in enumerate(scale for scale in scales.split(";") if scale.strip()):
        for side, pole in enumerate(scale.split("|")):
            for word in pole.split():
                if "_" not in word and word not in left_out:
                    for form in (word, *_compared(word)):
                        found.setdefault(stem(form), set()).add((number, side))
    return {word: tuple(sorted(p for p in at if (p[0], 1 - p[1]) not in at)) for word, at in found.items()}


def _compared(word: str) -> tuple[str, ...]:
    """ "strong" is also "stronger" and "strongest"; that "boost" is no adjective does no harm."""
    if len(word) > 6 or word.endswith(("er", "est", "ed", "ing", "ly")):
        return ()
    base = word[:-1] if word[-1] in "ey" else word
    tail = "i" if word[-1] == "y" else ""
    return (f"{base}{tail}er", f"{base}{tail}est")


@lru_cache(maxsize=1)
def _firm() -> dict[str, tuple[tuple[int, int], ...]]:
    return _sides(_FIRM, _VAGUE | _PRONOUNS)


@lru_cache(maxsize=1)
def _all() -> dict[str, tuple[tuple[int, int], ...]]:
    return _sides(OPPOSED.replace("\n", ";") + _FIRM + _LOOSE, _PRONOUNS)


def poles(word: str) -> tuple[tuple[int, int], ...]:
    """The firm scales a stem is on and its side of each: (scale, 0 or 1)."""
    return _firm().get(word, ())


def on_a_scale(word: str) -> bool:
    """Whether a stem has an opposite on any scale."""
    return word in _all()


@lru_cache(maxsize=100_000)
def opposite(one: str, other: str) -> bool:
    """Whether two stems stand on the two sides of any scale and nowhere on the same side."""
    first, second = set(_all().get(one, ())), set(_all().get(other, ()))
    if not first or not second or first & second:
        return False
    return any((scale, 1 - side) in second for scale, side in first)
