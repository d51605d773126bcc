"""States that follow one another in the news, and how events that were to come end: our own short lists, by stem."""

from summarizer.stages.checks.words import stem, stems

_STATES = """
missing disappeared vanished : found located rescued recovered dead
trapped stranded stuck : rescued freed refloated recovered evacuated
search searching sought wanted fugitive escaped large hunt hunting : arrested captured caught detained surrendered recaptured custody
detained arrested held custody jailed imprisoned kidnapped hostage abducted : released freed bailed cleared deported charged
closed shut blocked impassable sealed : reopened reopen open opened cleared passable
open opened operating running : closed shut halted
suspended halted stopped grounded paused frozen interrupted : resumed resume restarted reinstated restored lifted
investigation investigated accused suspected charged trial indicted : cleared convicted acquitted dropped guilty sentenced exonerated
strike striking walkout : ended returned settled
control raging uncontrolled : contained extinguished
outage offline down blackout cut : restored repaired reconnected
banned ban forbidden prohibited embargo : lifted allowed overturned
injured wounded critical hospitalised : died discharged recovered
evacuated displaced : returned
negotiating talks negotiations : agreed signed collapsed
leading leads ahead : conceded lost overtaken
acting interim : appointed confirmed
recalled : cleared
contaminated unsafe : safe
boil : lifted
stable : critical died worsened
bid candidate candidacy campaigning : withdrew withdrawn quit
insolvent bankrupt administration : sold rescued bought liquidated
intact standing : collapsed demolished
"""
_ENDS = """
vote : passed pass approved rejected backed defeated adopted voted
decide : accepted rejected approved decided chose voted ruled agreed fined banned
punish : fined banned suspended docked
rule : ruled rejected upheld overturned dismissed granted ordered sided
strike : walked struck stopped
meet : met agreed signed
hold : held
launch : launched lifted
buy : bought completed acquired closed
acquire : acquired completed closed bought
merge : merged completed
overflow : overflowed lifted
deliver : delivered arrived
land : landed
sign : signed
appeal : appealed filed
resign : resigned quit stepped
"""
CANCELLED = stems("cancelled scrapped abandoned dropped withdrawn withdrew averted shelved blocked quashed aborted vetoed overturned")
"""Words that end an event before it comes. "Called off" and "ruled out" are handled by their particle."""
LIGHT = stems("be have take make hold go begin come continue do get give put set start keep remain become let bring")


def _table(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        left, right = line.split(":")
        for word in left.split():
            found[stem(word)] = found.get(stem(word), frozenset()) | stems(right)
    return found


STATES = _table(_STATES)
"""For a state the states that may come after it."""
STATE_WORDS = frozenset(word for line in _STATES.strip().splitlines() for word in line.split(":")[1].split())
"""The later states as they are written: "closed", not "close"."""
EVENT_ENDS = _table(_ENDS)
"""For an event that was to come the words that tell it as done."""
