"""Families of invented stories that no rule was looked at with: written after the rules, and not read while they are tuned."""

import random

from evals.daily.arcs import Arc, Cast, Family


def outbreak(rng: random.Random, c: Cast) -> Arc:
    arc, n = Arc("outbreak"), rng.randint(30, 60)
    arc.fact(
        "cases",
        (0, "first", [f"Doctors in {c.town} have counted {n} cases of hepatitis among guests of the {c.thing} hotel.", f"Hepatitis has made {n} guests of the {c.thing} hotel in {c.town} ill."]),
        (2, "updated", [f"The hepatitis outbreak at the {c.thing} hotel in {c.town} has reached {n * 2 + 7} cases.", f"Doctors in {c.town} have by now counted {n * 2 + 7} cases of hepatitis at the {c.thing} hotel."]),
    )  # fmt: skip
    arc.fact(
        "hotel",
        (0, "first", [f"The {c.thing} hotel in {c.town} was shut by health inspectors on {c.weekdays(0)}.", f"Health inspectors closed the {c.thing} hotel in {c.town}."]),
        (5, "updated", [f"The {c.thing} hotel in {c.town} may receive guests again: inspectors let it reopen on {c.weekdays(5)}.", f"The {c.thing} hotel in {c.town} opened its doors again on {c.weekdays(5)} with a new kitchen."]),
    )  # fmt: skip
    arc.fact(
        "tests",
        (1, "first", [f"Tests of the water at the {c.thing} hotel are due on {c.weekdays(3)}.", f"A laboratory will report on the water of the {c.thing} hotel on {c.weekdays(3)}."]),
        (3, "resolved", [f"The laboratory reported on {c.weekdays(3)} that the water of the {c.thing} hotel is clean.", f"Tests completed on {c.weekdays(3)} found nothing wrong with the water of the {c.thing} hotel."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing} hotel has 210 rooms and a view of the lake.",
        f"{c.person}, its owner, said that the kitchen had been checked in January.",
    )
    arc.steady(1, f"A wedding party from {c.place} was among the first to fall ill.")
    arc.steady(2, f"{c.other}, a doctor in {c.town}, asked guests to wash fruit.")
    return arc


def orbit(rng: random.Random, c: Cast) -> Arc:
    arc, bill = Arc("orbit"), rng.randint(410, 590)
    scrubbed = rng.random() < 0.5
    arc.fact(
        "launch",
        (0, "first", [f"The weather satellite {c.thing}-3 is scheduled to lift off from {c.place} on {c.weekdays(1)}.", f"Engineers hope to launch {c.thing}-3, a weather satellite, from {c.place} on {c.weekdays(1)}."]),
        (1, "resolved", [f"The launch of {c.thing}-3 from {c.place} was scrubbed on {c.weekdays(1)} because of a valve.", f"Engineers aborted the launch of the weather satellite {c.thing}-3 with forty seconds to go."]
         if scrubbed else [f"The weather satellite {c.thing}-3 lifted off from {c.place} on {c.weekdays(1)} at dawn.", f"{c.thing}-3 was launched from {c.place} on {c.weekdays(1)} and answered its first call."]),
    )  # fmt: skip
    arc.fact(
        "budget",
        (0, "first", [f"The {c.thing} programme has a budget of {rng.randint(310, 390)} million crowns."]),
        (
            3,
            "updated",
            [
                f"Auditors put the bill for the {c.thing} programme at {bill} million crowns.",
                f"The {c.thing} programme will cost {bill} million crowns, auditors found.",
            ],
        ),
    )
    arc.steady(
        0,
        f"{c.thing}-3 weighs 1,900 kilograms and was built by {c.firm}.",
        f"Forecasters in {c.place} have used an ageing satellite since 2018.",
    )
    arc.steady(1, f"{c.person}, who leads the programme, watched from a bunker with two hundred schoolchildren.")
    arc.steady(3, f"{c.body} wants two more satellites of the {c.thing} kind.")
    return arc


def transfer(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("transfer")
    m = rng.randint(3, 5)
    arc.fact(
        "injury",
        (0, "first", [f"Midfielder {c.person} will miss {m} matches with a torn muscle, {c.town} Rovers said.", f"{c.town} Rovers must do without {c.person} for {m} matches because of a torn muscle."]),
        (2, "updated", [f"Midfielder {c.person} will miss {m + 6} matches after a second scan, {c.town} Rovers said.", f"{c.town} Rovers will be without {c.person} for {m + 6} matches, longer than thought."]),
    )  # fmt: skip
    arc.fact(
        "coach",
        (1, "first", [f"The board of {c.town} Rovers will decide on {c.weekdays(3)} whether to dismiss coach {c.other}.", f"Coach {c.other} could be dismissed when the board of {c.town} Rovers meets on {c.weekdays(3)}."]),
        (3, "resolved", [f"The board of {c.town} Rovers dismissed coach {c.other} on {c.weekdays(3)}.", f"{c.town} Rovers sacked {c.other} as coach on {c.weekdays(3)} after eleven defeats."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.surname} came to {c.town} from {c.place} for 3 million crowns.",
        f"{c.town} Rovers lie two points above the last place of the league.",
    )
    arc.steady(1, f"{c.other_surname} won the cup with {c.town} Rovers in 2028.")
    arc.steady(3, f"Supporters left scarves at the gate of the ground in {c.town}.")
    return arc


def dam(rng: random.Random, c: Cast) -> Arc:
    arc, level = Arc("dam"), rng.randint(86, 90)
    arc.fact(
        "level",
        (0, "first", [f"The reservoir behind the {c.thing} dam is {level} percent full after the rains.", f"After the rains the {c.thing} dam's reservoir stands at {level} percent of its capacity."]),
        (1, "updated", [f"The reservoir behind the {c.thing} dam has filled to {level + 8} percent.", f"The {c.thing} dam's reservoir stood at {level + 8} percent of its capacity on {c.weekdays(1)}."]),
    )  # fmt: skip
    arc.fact(
        "warning",
        (1, "first", [f"The water board warned that the {c.thing} dam could spill over onto {c.town} by {c.weekdays(2)}.", f"The {c.thing} dam may spill over by {c.weekdays(2)}, the water board told {c.town}."]),
        (3, "resolved", [f"The {c.thing} dam did not spill over, and the warning for {c.town} was lifted on {c.weekdays(3)}.", f"The water board lifted its warning for {c.town} on {c.weekdays(3)}: the {c.thing} dam held."]),
    )  # fmt: skip
    arc.fact(
        "people",
        (
            1,
            "first",
            [
                f"Some {rng.randint(11, 19)}00 people in {c.town} were told to leave their homes below the {c.thing} dam.",
            ],
        ),
        (2, "updated", [f"{rng.randint(24, 39)}00 people have now left their homes in {c.town} below the {c.thing} dam."]),
    )
    arc.steady(
        0,
        f"The {c.thing} dam was finished in 1959 and makes power for {c.place}.",
        f"{c.person}, who farms below it, has moved his cows uphill.",
    )
    arc.steady(1, f"{c.other} of the water board said that both gates are open.")
    arc.steady(3, f"Soldiers stacked 30,000 sandbags along the river in {c.town}.")
    return arc


def museum(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("museum")
    arc.fact(
        "theft",
        (0, "first", [f"Two men are in detention over the theft of the {c.thing} crown from the museum in {c.town}.", f"Police in {c.town} detained two men over the theft of the {c.thing} crown."]),
        (2, "updated", [f"The two men detained over the theft of the {c.thing} crown were released on {c.weekdays(2)}.", f"Police in {c.town} let go the two men whom they had detained over the {c.thing} crown; both were released without charge."]),
    )  # fmt: skip
    arc.fact(
        "crown",
        (0, "first", [f"The {c.thing} crown has been missing since {c.weekdays(0)} morning.", f"Missing since {c.weekdays(0)}, the {c.thing} crown is the oldest in {c.place}."]),
        (4, "updated", [f"The {c.thing} crown was found in a bus station locker in {c.place} on {c.weekdays(4)}.", f"A cleaner found the missing {c.thing} crown in a locker at the bus station of {c.place}."]),
    )  # fmt: skip
    arc.fact(
        "value",
        (0, "first", [f"The {c.thing} crown is insured for {rng.randint(11, 15)} million crowns."]),
        (3, "updated", [f"The {c.thing} crown is in fact insured for {rng.randint(21, 25)} million crowns, the insurer said."]),
    )
    arc.steady(
        0, f"The museum in {c.town} has no night watchman since its grant was cut.", f"{c.person}, the director, found the case open."
    )
    arc.steady(2, f"{c.other}, a lawyer for one of the men, said that he had been at a fair.")
    arc.steady(4, f"Goldsmiths in {c.town} will look for scratches on it.")
    return arc


def rail(rng: random.Random, c: Cast) -> Arc:
    arc = Arc("rail")
    day, later = c.dates(12), c.dates(26)
    arc.fact(
        "line",
        (0, "first", [f"The new railway from {c.town} to {c.place} is due to open on {day}.", f"Trains are to run on the new railway from {c.town} to {c.place} from {day}."]),
        (3, "updated", [f"The opening of the new railway from {c.town} to {c.place} has been put back to {later}.", f"The new railway from {c.town} to {c.place} will not open before {later}, {c.body} said."]),
    )  # fmt: skip
    arc.fact(
        "cost",
        (0, "first", [f"The railway from {c.town} to {c.place} cost {rng.randint(12, 15) / 10} billion crowns."]),
        (1, "updated", [f"The railway from {c.town} to {c.place} cost {rng.randint(18, 22) / 10} billion crowns, the audit office found."]),
    )
    arc.fact(
        "chief",
        (2, "first", [f"{c.person}, who heads {c.body}, is likely to be asked to go, a minister said."]),
        (4, "resolved", [f"{c.person} was asked to go on {c.weekdays(4)} and left {c.body} the same day."]),
    )
    arc.steady(
        0,
        f"The railway between {c.town} and {c.place} has eleven tunnels and runs at 200 kilometres an hour.",
        f"{c.firm} built the trains in its works in {c.town}.",
    )
    arc.steady(1, f"Farmers along the line have not all been paid, {c.other} said.")
    arc.steady(3, "A signal box that does not talk to the trains is to blame.")
    return arc


FAMILIES: tuple[Family, ...] = (outbreak, orbit, transfer, dam, museum, rail)
