"""States that follow one another in the news, and how events that were to come end: our own short lists, by stem."""

from summarizer.stages.checks.words import stem, stems

_STATES = """
missing disappeared vanished lost stolen : found located rescued recovered discovered traced
silent silence : answered replied
trapped stranded stuck ruins rubble : pulled dug free rescued freed refloated recovered evacuated
searching sought wanted fugitive escaped hunting hunted : arrested captured caught detained surrendered recaptured
run large : arrested captured caught recaptured surrendered
detained arrested held custody jailed imprisoned kidnapped hostage hostages detention : released freed bailed deported charged
closed shut blocked impassable sealed flooded : reopened reopen opened cleared passable open restarted resumed
cut buried : cleared reopened restored reconnected repaired
questioned questioning interrogated : charged arrested released freed cleared
loan lent borrowed stolen looted : returned recovered restored
suspended halted stopped grounded paused interrupted idle : resumed resume restarted reinstated restored began
unknown unclear uncertain mystery unexplained unidentified known : blamed found identified named established revealed
unknown unclear uncertain mystery unexplained unidentified known : caused determined explained solved
quiet dormant calm peaceful : erupted exploded broke
stuck jammed stranded aground : freed refloated loosened
deadlock deadlocked stalemate stalled : broke broken agreed resolved ended resumed
coma unconscious : woke awoke died recovered
critical : died recovered stable improved
leads leader : lost overtaken overtook slipped
holding : collapsed broken broke ended violated
denies denied : admitted confessed pleaded convicted acquitted
silent offline : answered replied returned
vacant empty : filled appointed
pending undecided : decided settled ruled
unpaid owed owes : paid settled repaid
healthy : injured withdrew ill
free liberty : arrested jailed
rising rise rises climbing : fell eased peaked slowed
falling falls : rose recovered rebounded
spreading : contained stopped
unbeaten undefeated : lost beaten defeated
engaged : married
sick ill : recovered died
empty : filled
isolated : reached reconnected reopened
legal allowed permitted : banned forbidden outlawed
secret hidden : published revealed disclosed
investigation investigated investigating : concluded blamed
alive : died dead
intensive care injuries : died recovered discharged
evacuation : returned allowed
investigation investigated accused suspected charged indicted : cleared convicted acquitted guilty sentenced exonerated
strike striking walkout : ended returned suspended over
control raging uncontrolled : contained extinguished
outage offline blackout dark : restored repaired reconnected working online
owns belongs : sold bought
flooded : drained reopened
banned forbidden prohibited : lifted allowed overturned
injured wounded hospitalised hospitalized : died discharged
evacuated displaced : returned
talks negotiations : collapsed
recalled : cleared
contaminated unsafe : safe
candidate candidacy : withdrew withdrawn quit
insolvent bankrupt : sold rescued bought liquidated
standing : collapsed demolished
open operating : closed shut halted
"""
_RULINGS = (
    "accepted adopted agreed allowed approved awarded backed banned blocked chose cleared cut decided declined dismissed endorsed "
    "fined granted held kept left lowered maintained ordered passed picked promised quashed raised recommended refused rejected ruled "
    "sacked scrapped sided struck suspended threw turned upheld vetoed voted"
)
"""What those may do who were to decide."""
_ENDS = f"""
vote decide rule judge consider weigh discuss debate deliberate review determine mull : {_RULINGS} acquitted convicted guilty sentenced
decision ruling verdict ballot hearing : {_RULINGS} acquitted convicted sentenced guilty
punish : fined banned suspended docked
strike : walked struck stopped
meet : met agreed signed
hold : held
launch : launched lifted scrubbed
buy acquire take : bought completed acquired closed
merge : merged completed
overflow : overflowed lifted
deliver : delivered arrived
land : landed touched
sign : signed
appeal : appealed filed
resign go : resigned quit stepped left
dismiss sack oust : dismissed sacked fired ousted removed
test examine : tested examined found showed
report publish present : reported published presented found showed named
hit strike : hit struck spared missed
sale sell : sold
closure close : closed
departure leave : left departed
takeover : bought acquired
merger : merged
resignation : resigned
release : released freed
win bid : won lost failed withdrew
decision contract : awarded went
hear hearing case : {_RULINGS} acquitted convicted found
veto : signed approved vetoed
deliberation trial jury : verdict convicted acquitted guilty
reach : reached
join : joined signed
trial try : acquitted convicted sentenced cleared guilty jailed
jail imprison prison sentence ban face : sentenced jailed acquitted convicted cleared banned freed guilty
"""
CANCELLED = stems(
    "cancelled scrapped abandoned dropped withdrawn withdrew averted shelved blocked quashed aborted vetoed overturned scrubbed axed "
    "ditched halted failed"
)
"""Words that end an event before it comes. "Called off" and "ruled out" are handled by their particle."""
LIGHT = stems(
    "be have take make hold go begin come continue do get give put set start keep remain become let bring try attempt seek want need say "
    "tell use involve"
)

TURNING = stems(
    "abandon acquit admit appoint awake axe beat calm cancel cease change collapse complete concede contain defect disband discharge "
    "discover dismiss dissolve ditch downgrade drop dry ease elect end erupt expel fire free ground ground halt hire improve lapse "
    "lift locate "
    "lower mend nominate oust overtake overturn pardon pause quit raise reconcile recover reelect refloat reinstate reject rejoin "
    "relax release remove reopen repair replace rescue resign restart restore resume retire return reunite reverse revive revoke sack "
    "scrap settle strengthen strip succeed surface surrender suspend switch tighten trace unblock unveil upgrade veto waive wake "
    "weaken withdraw worsen yield"
)
"""Verbs that tell of an end or a turn: what they are said of was otherwise before."""
TURNING_THINGS = stems("name lose break find leave win choose pick cut close open change stop solve fill clear settle gain resolve")
"""Verbs that tell of a turn only where their object is what was told of: "lost the lead", "broke its deadlock"."""
PARTICLES = {
    stem(verb): frozenset(steps.split())
    for verb, steps in {
        "pull": "out back off", "walk": "out away free", "step": "down aside back", "stand": "down", "break": "down off up", "call": "off",
        "give": "up in way back", "take": "over", "turn": "up back down", "go": "back", "come": "back", "let": "go", "hand": "over back",
        "track": "down", "back": "out down away", "fall": "through apart", "put": "out", "swap": "for",
        "bring": "back", "win": "back",
        "be": "over back off", "carry": "on", "wind": "up down", "run": "out", "drop": "out", "set": "free", "open": "again",
    }.items()
}  # fmt: skip
"""The same told by a verb and what follows it within three words: "pulled out", "is over", "was let go"."""
RULINGS = stems(_RULINGS)
RESUMING = stems("resume restart reopen restore return reinstate revive recover again back repair mend fix clear lift")
"""Turns that bring back what was before."""
REPLACING = stems("name replace succeed take appoint elect hire nominate")
"""Turns that bring in somebody new."""


def _table(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        left, right = line.split(":")
        for word in left.split():
            found[word] = found.get(word, frozenset()) | frozenset(right.split())
    return found


STATES = _table(_STATES)
"""For a state the states that may come after it, both as they are written: "closed" is one, "close" may mean "near"."""
EVENT_ENDS = {
    root: stems(" ".join(word for verb, ends in _table(_ENDS).items() if stem(verb) == root for word in ends))
    for root in {stem(verb) for verb in _table(_ENDS)}
}
"""For an event that was to come the words that tell it as done, by stem."""
