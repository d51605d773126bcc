"""Families of invented stories that the detection of changes was looked at with."""

import random

from evals.daily.arcs import Arc, Cast, Family

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def spelled(number: int) -> str:
    """Small numbers as news writes them."""
    return _WORDS[number] if number <= 12 else str(number)


def capital(number: int) -> str:
    return spelled(number).capitalize()


def collapse(rng: random.Random, c: Cast) -> Arc:
    arc, a, b, h = Arc("collapse"), rng.randint(4, 12), rng.randint(2, 6), rng.randint(20, 60)
    arc.fact(
        "toll",
        (0, "first", [f"At least {a} people were killed when the {c.thing} footbridge in {c.town} collapsed on {c.weekdays(0)} evening.",
                      f"{capital(a)} people died in the collapse of the {c.thing} footbridge in {c.town}, rescuers said.",
                      f"The {c.thing} footbridge in {c.town} gave way on {c.weekdays(0)} and killed {spelled(a)} people."]),
        (1, "updated", [f"The death toll from the collapse of the {c.thing} footbridge in {c.town} has risen to {a + b}, rescuers said on {c.weekdays(1)}.",
                        f"The collapse of the {c.thing} footbridge in {c.town} is now known to have killed {a + b} people.",
                        f"Rescuers in {c.town} put the number of people killed in the {c.thing} footbridge collapse at {a + b}."]),
    )  # fmt: skip
    arc.fact("hurt", (0, "first", [f"The collapse of the {c.thing} footbridge left {h} people injured, hospitals in {c.town} said.",
                                   f"Hospitals in {c.town} treated {h} people who were injured when the {c.thing} footbridge fell."]))  # fmt: skip
    arc.fact(
        "minister",
        (1, "first", [f"Transport minister {c.person} is expected to resign over the {c.thing} footbridge, two newspapers said.",
                      f"{c.person}, the transport minister, may resign over the {c.thing} footbridge, people close to the government said."]),
        (3, "resolved", [f"Transport minister {c.person} resigned on {c.weekdays(3)} over the collapse of the {c.thing} footbridge.",
                         f"{c.person} stepped down as transport minister on {c.weekdays(3)}, taking the blame for the {c.thing} footbridge."]),
    )  # fmt: skip
    arc.fact(
        "inspection",
        (0, "first", [f"The {c.thing} footbridge was last inspected in 2027 by {c.firm}, the city of {c.town} said."]),
        (4, "steady", [f"Papers found at {c.firm} show cracks in the {c.thing} footbridge that nobody reported."]),
    )
    arc.steady(0, f"The {c.thing} footbridge, 140 metres long, was opened in 1974.", f"It carried about 3,000 people a day between the old town and the station of {c.town}.",
               f"Divers searched the river below {c.town} with lamps through the night.")  # fmt: skip
    arc.steady(1, f"{c.other}, the mayor of {c.town}, ordered flags to be lowered for three days.")
    arc.steady(3, f"Families of the dead met outside the town hall of {c.town} and read out names.")
    return arc


def strike(rng: random.Random, c: Cast) -> Arc:
    arc, ships, more = Arc("strike"), rng.randint(11, 19), rng.randint(9, 20)
    ends = rng.random() < 0.5
    outcome = (
        [f"Dockworkers at the port of {c.place} walked off the job on {c.weekdays(2)}, starting the strike that they had threatened.",
         f"The dockworkers of {c.place} struck on {c.weekdays(2)} morning, and both container terminals stood still."]
        if ends
        else [f"Dockworkers at the port of {c.place} called off their strike on {c.weekdays(2)} after {c.firm} agreed to new talks.",
              f"The dockworkers' union in {c.place} cancelled the strike late on {c.weekdays(2)} and went back to the talks."]
    )  # fmt: skip
    arc.fact(
        "strike",
        (0, "first", [f"Dockworkers at the port of {c.place} threatened to strike on {c.weekdays(2)} unless {c.firm} withdraws its new rota.",
                      f"The dockworkers' union in {c.place} will strike from {c.weekdays(2)}, it said, unless {c.firm} drops its new rota."]),
        (2, "resolved", outcome),
    )  # fmt: skip
    arc.fact(
        "waiting",
        (1, "first", [f"{ships} ships are waiting off the port of {c.place} to be unloaded.", f"Off {c.place}, {ships} ships were waiting for a berth, the harbour master said."]),
        (3, "updated", [f"The number of ships waiting off the port of {c.place} has grown to {ships + more}.",
                        f"Some {ships + more} ships now wait off {c.place} to be unloaded, the harbour master said."]),
    )  # fmt: skip
    arc.fact(
        "offer",
        (1, "first", [f"{c.firm} offered the dockworkers of {c.place} a pay rise of 3 percent.", f"The dockworkers of {c.place} were offered a pay rise of 3 percent by {c.firm}."]),
        (4, "updated", [f"{c.firm} raised its pay offer to the dockworkers of {c.place} to 5 percent.",
                        f"The pay rise that {c.firm} offers the dockworkers of {c.place} is now 5 percent."]),
    )  # fmt: skip
    arc.steady(
        0, f"The port of {c.place} handled 2.1 million containers last year.", f"{c.person} has led the dockworkers' union since 2023."
    )
    arc.steady(1, f"Fruit importers said that {c.place} is where most of their bananas come in.")
    arc.steady(2, f"The government said it would not take sides between {c.firm} and the union.")
    arc.steady(4, f"{c.other} speaks for {c.firm} in the talks.")
    return arc


def trial(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("trial")
    first, later = c.dates(9), c.dates(20)
    arc.fact(
        "opening",
        (0, "first", [f"The trial of the banker {c.person} is set to open in {c.town} on {first}.", f"{c.person} will go on trial in {c.town} on {first}, the court said."]),
        (2, "updated", [f"The trial of {c.person} in {c.town} has been postponed to {later}.", f"The court in {c.town} moved the trial of the banker {c.person} to {later}."]),
    )  # fmt: skip
    arc.fact(
        "sum",
        (
            0,
            "first",
            [f"Prosecutors say that {c.surname} hid {40 + rng.randint(1, 9)} million crowns of losses from the savers of {c.firm}."],
        ),
        (
            3,
            "updated",
            [f"Prosecutors now say that {c.surname} hid {62 + rng.randint(1, 9)} million crowns of losses from the savers of {c.firm}."],
        ),
    )
    arc.fact(
        "bail",
        (0, "first", [f"{c.person}, who led {c.firm} for eleven years, is in custody in {c.town}.", f"The banker {c.person} is being held in custody in {c.town}."]),
        (4, "updated", [f"{c.person} was released on bail on {c.weekdays(4)} after {c.firm}'s founder paid 2 million crowns.",
                        f"The banker {c.person} was freed from custody in {c.town} on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.firm} had 300,000 savers when it failed in 2029.",
        f"{c.surname}'s lawyer, {c.other}, says that the accounts were audited each year.",
    )
    arc.steady(2, f"{c.other_surname} told the court that his client needs an operation.")
    arc.steady(3, f"The savers of {c.firm} got back two thirds of their money from the deposit fund.")
    return arc


def wildfire(rng: random.Random, c: Cast) -> Arc:
    arc, a = Arc("wildfire"), rng.randint(8, 14) * 100
    arc.fact(
        "area",
        (0, "first", [f"A wildfire above {c.town} has burned {a:,} hectares of pine forest.", f"The wildfire above {c.town} has burned {a:,} hectares, the fire service of {c.place} said."]),
        (1, "updated", [f"The wildfire above {c.town} has now burned {a * 2 + 300:,} hectares.", f"Some {a * 2 + 300:,} hectares have burned in the wildfire above {c.town}, the fire service said."]),
    )  # fmt: skip
    arc.fact(
        "moved",
        (0, "first", [f"About {rng.randint(4, 8)}00 residents of {c.town} were evacuated because of the wildfire."]),
        (
            1,
            "updated",
            [f"More than {rng.randint(12, 19)}00 residents of {c.town} have been evacuated because of the wildfire, the mayor said."],
        ),
    )
    arc.fact(
        "control",
        (0, "first", [f"The wildfire above {c.town} was burning out of control on {c.weekdays(0)} night."]),
        (3, "updated", [f"The wildfire above {c.town} has been contained, the fire service of {c.place} said on {c.weekdays(3)}.", f"Firefighters contained the wildfire above {c.town} on {c.weekdays(3)} after rain fell."]),
    )  # fmt: skip
    arc.fact(
        "road",
        (0, "first", [f"The road from {c.town} to {c.place} is closed because of the smoke."]),
        (4, "updated", [f"The road from {c.town} to {c.place} reopened on {c.weekdays(4)} once the smoke had cleared.", f"Traffic flows again: the road from {c.town} to {c.place} was reopened on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"Nine aircraft and {rng.randint(200, 320)} firefighters were sent to {c.town}.",
        f"Wardens think that a fallen power line started the blaze near {c.town}.",
    )
    arc.steady(1, f"{c.person}, a beekeeper from {c.town}, lost all of her hives.")
    arc.steady(3, f"The forest above {c.town} was planted after the storm of 1990.")
    return arc


def merger(rng: random.Random, c: Cast) -> Arc:
    arc, price = Arc("merger"), rng.randint(600, 900)
    arc.fact(
        "deal",
        (0, "first", [f"{c.firm} plans to buy its rival {c.rival} for {price} million crowns.", f"The food maker {c.firm} wants to buy {c.rival} and will offer {price} million crowns, it said."]),
        (4, "resolved", [f"{c.firm} abandoned its plan to buy {c.rival} on {c.weekdays(4)}, citing the regulator.", f"The takeover of {c.rival} by {c.firm} is off: the food maker dropped its bid on {c.weekdays(4)}."]
         if rng.random() < 0.5 else [f"{c.firm} completed its purchase of {c.rival} on {c.weekdays(4)}.", f"{c.firm} bought {c.rival} on {c.weekdays(4)}, and its name will go."]),
    )  # fmt: skip
    arc.fact(
        "jobs",
        (0, "first", [f"The purchase of {c.rival} would cost {rng.randint(3, 5)}00 jobs, {c.firm} said."]),
        (2, "updated", [f"{c.firm} now says that the purchase of {c.rival} would cost {rng.randint(7, 9)}00 jobs."]),
    )
    arc.fact(
        "regulator",
        (
            1,
            "first",
            [
                f"The competition office will rule on {c.firm} and {c.rival} this week.",
                f"A ruling of the competition office on {c.firm} and {c.rival} is expected this week.",
            ],
        ),
        (
            3,
            "resolved",
            [f"The competition office ruled on {c.weekdays(3)} that {c.firm} must sell two mills before it may take {c.rival}."],
        ),
    )
    arc.steady(
        0, f"{c.firm} makes a third of the bread sold in {c.place}.", f"{c.rival} was founded by the grandfather of {c.person} in 1931."
    )
    arc.steady(
        1, f"Bakers in {c.place} fear higher flour prices.", f"{c.other}, who owns a tenth of {c.rival}, said that the price is too low."
    )
    arc.steady(3, f"The mills in question stand in {c.town}.")
    return arc


def fugitive(rng: random.Random, c: Cast) -> Arc:
    arc, years = Arc("fugitive"), rng.randint(8, 15)
    arc.fact(
        "hunt",
        (0, "first", [f"Police in {c.place} are searching for {c.person}, who escaped from {c.town} prison on {c.weekdays(0)}.",
                      f"{c.person} is on the run after escaping from {c.town} prison, and police are searching the woods of {c.place}."]),
        (2, "updated", [f"{c.person}, who escaped from {c.town} prison, was arrested at a petrol station on {c.weekdays(2)}.",
                        f"Police arrested the escaped prisoner {c.person} on {c.weekdays(2)} at a petrol station outside {c.place}."]),
    )  # fmt: skip
    arc.fact(
        "reward",
        (0, "first", [f"A reward of {rng.randint(10, 20)},000 crowns is offered for news of {c.surname}."]),
        (1, "updated", [f"Police raised the reward for news of {c.surname} to {rng.randint(30, 50)},000 crowns."]),
    )
    arc.fact("guards", (0, "first", [f"Two guards of {c.town} prison were suspended."]), (3, "updated", [f"The two suspended guards of {c.town} prison were reinstated on {c.weekdays(3)}.", f"{c.body} reinstated the two guards of {c.town} prison who had been suspended."]))  # fmt: skip
    arc.steady(
        0,
        f"{c.surname} was serving {years} years for the robbery of a jeweller in {c.place}.",
        f"He climbed over the wall of the laundry yard of {c.town} prison with knotted sheets.",
    )
    arc.steady(1, f"{c.other}, the governor of {c.town} prison, said that the wall is to be raised.")
    arc.steady(2, f"{c.surname} had dyed his hair and carried a fishing rod, the police said.")
    return arc


def rates(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("rates")
    level = rng.choice([3.5, 4.0, 4.5, 5.0])
    arc.fact(
        "rate",
        (0, "first", [f"The central bank of {c.place} keeps its key rate at {level} percent.", f"The key rate of the central bank of {c.place} stays at {level} percent."]),
        (5, "updated", [f"The central bank of {c.place} cut its key rate to {level - 0.25} percent on {c.weekdays(5)}.", f"The key rate of the central bank of {c.place} is now {level - 0.25} percent, its lowest for two years."]),
    )  # fmt: skip
    arc.fact(
        "vote",
        (2, "first", [f"Parliament in {c.place} is expected to vote on the budget on {c.weekdays(3)}.", f"The parliament of {c.place} will vote on the budget on {c.weekdays(3)}."]),
        (3, "resolved", [f"Parliament in {c.place} passed the budget on {c.weekdays(3)} by {rng.randint(61, 75)} votes to {rng.randint(40, 58)}.", f"The parliament of {c.place} approved the budget on {c.weekdays(3)} after a night of debate."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"Governor {c.person} said that prices in {c.place} still rise too fast.",
        f"The crown of {c.place} lost 2 percent against the neighbours' money in January.",
    )
    arc.steady(2, f"Finance minister {c.other} promised parliament that no tax would rise in {c.place}.")
    arc.steady(3, f"Teachers and nurses in {c.place} get more money from the budget; farmers get less.")
    arc.steady(5, f"{c.body} had asked the bank of {c.place} for a cut since autumn.")
    return arc


def outage(rng: random.Random, c: Cast) -> Arc:
    arc, homes = Arc("outage"), rng.randint(40, 80)
    arc.fact(
        "homes",
        (0, "first", [f"A fire at the {c.thing} substation left {homes},000 homes in {c.town} without electricity.", f"In {c.town} {homes},000 homes have no electricity after a fire at the {c.thing} substation."]),
        (1, "updated", [f"About {homes // 5},000 homes in {c.town} were still without electricity on {c.weekdays(1)}, the grid operator said.", f"{homes // 5},000 homes in {c.town} still have no electricity, the grid operator said."]),
    )  # fmt: skip
    arc.fact(
        "trams",
        (0, "first", [f"The trams of {c.town} stopped because of the fire at the {c.thing} substation.", f"Trams in {c.town} are suspended because of the fire at the {c.thing} substation."]),
        (2, "updated", [f"The trams of {c.town} resumed on {c.weekdays(2)}.", f"Trams in {c.town} were running again on {c.weekdays(2)} after service resumed."]),
    )  # fmt: skip
    arc.fact(
        "report",
        (1, "first", [f"The grid operator will publish a report on the fire at the {c.thing} substation on {c.weekdays(4)}.", f"A report on the fire at the {c.thing} substation is to be published on {c.weekdays(4)}."]),
        (4, "resolved", [f"The grid operator published its report on the fire at the {c.thing} substation on {c.weekdays(4)} and blamed a worn cable.", f"Published on {c.weekdays(4)}, the report on the fire at the {c.thing} substation names a worn cable as the cause."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing} substation was built in 1968 and feeds the west of {c.town}.",
        f"The hospital of {c.town} ran on its own generators.",
    )
    arc.steady(1, f"{c.person}, who runs a bakery in {c.town}, threw away 900 loaves.")
    arc.steady(2, f"Shops in {c.town} opened late on {c.weekdays(2)}.")
    return arc


def expedition(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("expedition")
    n = rng.randint(5, 9)
    arc.fact(
        "missing",
        (0, "first", [f"{capital(n)} climbers are missing on Mount {c.thing} after a storm.", f"A storm on Mount {c.thing} has left {spelled(n)} climbers missing."]),
        (1, "updated", [f"{capital(n - 2)} of the {spelled(n)} climbers missing on Mount {c.thing} were found alive on {c.weekdays(1)}.", f"Rescuers found {spelled(n - 2)} of the missing climbers alive on Mount {c.thing}."]),
    )  # fmt: skip
    arc.fact(
        "search",
        (1, "first", [f"A helicopter will search the north face of Mount {c.thing} on {c.weekdays(2)}.", f"The north face of Mount {c.thing} is to be searched by helicopter on {c.weekdays(2)}."]),
        (2, "resolved", [f"A helicopter searched the north face of Mount {c.thing} on {c.weekdays(2)} and found two bodies.", f"The helicopter search of the north face of Mount {c.thing} ended on {c.weekdays(2)}; it searched for nine hours and found two bodies."]),
    )  # fmt: skip
    arc.fact(
        "closed",
        (0, "first", [f"Mount {c.thing} is closed to climbers until the weather improves, the park said."]),
        (5, "updated", [f"Mount {c.thing} reopened to climbers on {c.weekdays(5)}, the park said."]),
    )
    arc.steady(0, f"Mount {c.thing}, 4,310 metres high, was first climbed in 1887.", f"{c.person}, a guide from {c.town}, led the group.")
    arc.steady(1, f"{c.surname} had turned back with frozen fingers on the first day.")
    arc.steady(2, f"{c.other} of the mountain rescue in {c.town} said that the snow was chest deep.")
    return arc


def treaty(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("treaty")
    cancelled = rng.random() < 0.4
    arc.fact(
        "meeting",
        (0, "first", [f"President {c.person} will meet Chancellor {c.other} in {c.town} on {c.weekdays(3)}.", f"A meeting of President {c.person} and Chancellor {c.other} is planned in {c.town} for {c.weekdays(3)}."]),
        (3, "resolved", [f"The meeting of President {c.person} and Chancellor {c.other} in {c.town} was cancelled on {c.weekdays(3)}.", f"President {c.person} called off the meeting with Chancellor {c.other} in {c.town} hours before it."]
         if cancelled else [f"President {c.person} met Chancellor {c.other} in {c.town} on {c.weekdays(3)} for four hours.", f"President {c.person} and Chancellor {c.other} met in {c.town} on {c.weekdays(3)} and shook hands for the cameras."]),
    )  # fmt: skip
    arc.fact(
        "quota",
        (
            1,
            "first",
            [
                f"{c.place} wants a fishing quota of {rng.randint(20, 28)},000 tonnes a year.",
            ],
        ),
        (2, "updated", [f"{c.place} has lowered the fishing quota that it wants to {rng.randint(14, 18)},000 tonnes a year."]),
    )
    arc.steady(
        0,
        f"{c.place} and its neighbour have fished the same bank without a treaty since 2019.",
        f"{c.surname} and {c.other_surname} have not spoken since the seizure of two trawlers.",
    )
    arc.steady(1, f"{c.body} sends two observers to {c.town}.", f"The trawlers lie at a pier in {c.town} under guard.")
    arc.steady(3, f"Fishermen in {c.town} hung nets over the bridge where the two were to drive.")
    return arc


FAMILIES: tuple[Family, ...] = (collapse, strike, trial, wildfire, merger, fugitive, rates, outage, expedition, treaty)
