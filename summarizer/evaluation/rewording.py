"""Words of the same meaning and the same form, for honest paraphrases. Kept apart from the lists of the checks on purpose."""

_LINES = """
said stated
began started
begin start
begins starts
starts begins
started began
stopped halted
bought purchased
buy purchase
large big
big large
huge enormous
small little
important significant
significant important
many numerous
showed demonstrated
shows demonstrates
helped assisted
rise increase
rose increased
increase rise
increased rose
increases rises
fell dropped
fall drop
decline drop
declined dropped
reduce cut
reduced cut
cut reduced
meeting talks
country nation
countries nations
nations countries
company firm
companies firms
firms companies
workers employees
employees workers
officials authorities
agreement deal
deal agreement
dispute row
tried attempted
trying attempting
requires needs
use employ
used employed
using employing
build construct
built constructed
building constructing
several various
quickly rapidly
rapidly quickly
rapid quick
about approximately
approximately about
nearly almost
almost nearly
currently presently
often frequently
frequently often
usually generally
mainly primarily
primarily mainly
largely mostly
additional further
further additional
whole entire
entire whole
main principal
key crucial
crucial key
major big
difficult hard
hard difficult
continue keep
warned cautioned
warn caution
announced declared
revealed disclosed
ended finished
ends finishes
happened occurred
occurred happened
received got
obtain get
choose pick
chose picked
children kids
injured hurt
hurt injured
doctors physicians
hospital clinic
car vehicle
cars vehicles
vehicle car
vehicles cars
home house
homes houses
money funds
cost price
costs prices
allow permit
allows permits
allowed permitted
ban prohibition
banned prohibited
worried concerned
concerns worries
concern worry
fears worries
suggest indicate
suggests indicates
suggested indicated
believe think
believes thinks
believed thought
remain stay
remains stays
remained stayed
maintain keep
resigned quit
fired dismissed
picture image
pictures images
photo picture
movie film
film movie
global worldwide
worldwide global
foreign overseas
annual yearly
recent latest
later afterwards
earlier previously
previously earlier
immediately instantly
finally eventually
however nevertheless
especially particularly
particularly especially
residents inhabitants
area region
areas regions
region area
city town
street road
conflict dispute
crash accident
blast explosion
explosion blast
storm tempest
killed slain
attorney lawyer
attorneys lawyers
lawyer attorney
lawyers attorneys
prison jail
jail prison
survey poll
research studies
scientists researchers
researchers scientists
experts specialists
analysts experts
investors shareholders
goods products
products goods
powerful strong
strong robust
robust strong
enhance improve
enhanced improved
enhancing improving
enhances improves
improve enhance
ensure guarantee
ensures guarantees
ensuring guaranteeing
provide offer
provides offers
provided offered
providing offering
offers provides
features characteristics
wide broad
broad wide
various different
unique distinctive
famous renowned
iconic legendary
speed velocity
respond react
response reaction
assist help
discuss debate
discussed debated
expand widen
expanded widened
expected anticipated
anticipated expected
critical crucial
vital essential
essential vital
purchase buy
purchased bought
participants attendees
opponent adversary
opponents adversaries
rivals competitors
border frontier
plane aircraft
ship vessel
ships vessels
evidence proof
decided determined
decision choice
error mistake
error fault
task job
rules regulations
regulations rules
law statute
laws statutes
""".strip()

SYNONYMS: dict[str, tuple[str, ...]] = {}
for _line in _LINES.splitlines():
    _word, *_others = _line.split()
    SYNONYMS[_word] = SYNONYMS.get(_word, ()) + tuple(_others)

CONTRACTED = {
    "did not": "didn’t",
    "does not": "doesn’t",
    "do not": "don’t",
    "is not": "isn’t",
    "are not": "aren’t",
    "was not": "wasn’t",
    "were not": "weren’t",
    "has not": "hasn’t",
    "have not": "haven’t",
    "had not": "hadn’t",
    "will not": "won’t",
    "would not": "wouldn’t",
    "could not": "couldn’t",
    "cannot": "can’t",
    "should not": "shouldn’t",
}
