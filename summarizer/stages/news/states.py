"""States that follow one another in the news, and how events that were to come end: our own short lists, by stem."""

from summarizer.stages.checks.words import stem, stems

_STATES = """
missing disappeared vanished : found located rescued recovered
trapped stranded stuck : rescued freed refloated recovered evacuated
searching sought wanted fugitive escaped hunting hunted : arrested captured caught detained surrendered recaptured
run : arrested captured caught recaptured surrendered
detained arrested held custody jailed imprisoned kidnapped hostage hostages detention : released freed bailed deported charged
closed shut blocked impassable sealed : reopened reopen opened cleared passable
suspended halted stopped grounded paused interrupted : resumed resume restarted reinstated restored
investigation investigated accused suspected charged indicted : cleared convicted acquitted guilty sentenced exonerated
striking walkout : ended
control raging uncontrolled : contained extinguished
outage offline blackout : restored repaired reconnected
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
LIGHT = stems(
    "be have take make hold go begin come continue do get give put set start keep remain become let bring try attempt seek want need say "
    "tell use involve"
)


def _table(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in text.strip().splitlines():
        left, right = line.split(":")
        for word in left.split():
            found[word] = found.get(word, frozenset()) | frozenset(right.split())
    return found


STATES = _table(_STATES)
"""For a state the states that may come after it, both as they are written: "closed" is one, "close" may mean "near"."""
EVENT_ENDS = {stem(verb): stems(" ".join(_table(_ENDS)[verb])) for verb in _table(_ENDS)}
"""For an event that was to come the words that tell it as done, by stem."""
