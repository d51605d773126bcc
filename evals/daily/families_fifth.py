"""Families written last, and never looked at: what the rules make of news that nobody had in mind."""

import random

from evals.daily.arcs import Arc, Cast, Family
from evals.daily.families import spelled


def cyber(rng: random.Random, c: Cast) -> Arc:
    arc, n = Arc("cyber"), rng.randint(20, 60)
    arc.fact(
        "records",
        (0, "first", [f"Hackers stole the data of {n},000 customers of {c.firm}, the company said.", f"The data of {n},000 customers of {c.firm} have been stolen."]),
        (2, "updated", [f"{c.firm} now believes that the data of {n * 3},000 customers were stolen.", f"The theft at {c.firm} hit {n * 3},000 customers, three times as many as first thought."]),
    )  # fmt: skip
    arc.fact(
        "site",
        (0, "first", [f"The website of {c.firm} is down.", f"{c.firm} has taken its website offline."]),
        (1, "updated", [f"The website of {c.firm} is working again.", f"{c.firm} brought its website back online on {c.weekdays(1)}."]),
    )  # fmt: skip
    arc.fact(
        "hearing",
        (1, "first", [f"Chief executive {c.person} of {c.firm} is to answer questions in parliament on {c.weekdays(3)}.", f"{c.person}, who heads {c.firm}, will appear before parliament on {c.weekdays(3)}."]),
        (3, "resolved", [f"Chief executive {c.person} of {c.firm} apologised in parliament on {c.weekdays(3)}.", f"{c.person}, who heads {c.firm}, appeared before parliament on {c.weekdays(3)} and said sorry."]
         if rng.random() < 0.6 else [f"{c.person}, who heads {c.firm}, did not appear before parliament.", f"Chief executive {c.person} of {c.firm} stayed away from parliament on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "suspect",
        (0, "first", [f"Nobody has been arrested over the attack on {c.firm}.", f"The hackers who attacked {c.firm} have not been identified."]),
        (4, "updated", [f"Police in {c.town} arrested a student over the attack on {c.firm}.", f"A student was arrested in {c.town} over the attack on {c.firm}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.firm} sells heating oil and has {n * 4},000 customers.",
        f"A year ago hackers stole the data of {n + 9},000 patients of a clinic in {c.place}.",
    )
    arc.steady(
        1, f"{c.other} of the consumer office told customers to change their passwords.", f"The shares of {c.firm} lost {n // 10} percent."
    )
    arc.steady(3, f"{c.rival} said that it spends {n} million crowns a year on security.")
    return arc  # fmt: skip


def farm(rng: random.Random, c: Cast) -> Arc:
    arc, herds = Arc("farm"), rng.randint(4, 9)
    arc.fact(
        "farms",
        (0, "first", [f"Swine fever has broken out on {spelled(herds)} farms in {c.place}.", f"{spelled(herds).capitalize()} farms in {c.place} have swine fever."]),
        (2, "updated", [f"Swine fever has reached {herds + 8} farms in {c.place}.", f"The number of farms in {c.place} with swine fever is up to {herds + 8}."]),
    )  # fmt: skip
    arc.fact(
        "market",
        (0, "first", [f"The cattle market of {c.town} has been banned for the time being.", f"No animals may be sold at the market of {c.town}."]),
        (4, "updated", [f"The market of {c.town} may sell animals again from {c.weekdays(5)}.", f"The ban on the cattle market of {c.town} has been lifted."]),
    )  # fmt: skip
    arc.fact(
        "aid",
        (1, "first", [f"Farmers in {c.place} expect to hear on {c.weekdays(3)} whether they will be paid for their pigs.", f"{c.body} is considering money for farmers in {c.place} who lost their pigs."]),
        (3, "resolved", [f"Farmers in {c.place} will be paid for their pigs, {c.body} decided.", f"{c.body} granted money to farmers in {c.place} who lost their pigs."]
         if rng.random() < 0.5 else [f"Farmers in {c.place} will not be paid for their pigs, {c.body} decided.", f"{c.body} refused money to farmers in {c.place} who lost their pigs."]),
    )  # fmt: skip
    arc.fact(
        "vet",
        (1, "first", [f"The chief vet of {c.place}, {c.person}, is on holiday.", f"{c.person}, the chief vet of {c.place}, has not broken off a holiday."]),
        (2, "updated", [f"The chief vet of {c.place}, {c.person}, came back from holiday on {c.weekdays(2)}.", f"{c.person}, the chief vet of {c.place}, broke off a holiday and flew home."]),
    )  # fmt: skip
    arc.steady(0, f"{c.place} has {herds * 90} pig farms.", f"Swine fever killed {herds * 900} pigs in {c.place} in 2019.")
    arc.steady(1, f"{c.other} keeps {herds + 11} goats and is not worried.")
    arc.steady(2, f"{c.firm} closed its stall at the fair of {c.town} and sold {herds * 7} sausages from a van.")
    return arc  # fmt: skip


def flightcrash(rng: random.Random, c: Cast) -> Arc:
    arc, dead = Arc("flightcrash"), rng.randint(11, 30)
    arc.fact(
        "victims",
        (0, "first", [f"At least {dead} people died when a plane of {c.firm} crashed near {c.town}.", f"A plane of {c.firm} crashed near {c.town}, and at least {dead} people lost their lives."]),
        (1, "updated", [f"{dead + 5} people died in the crash of the {c.firm} plane near {c.town}, {c.body} confirmed.", f"Two days of searching near {c.town} brought the number of victims of the {c.firm} crash to {dead + 5}."]),
    )  # fmt: skip
    arc.fact(
        "recorder",
        (0, "first", [f"The flight recorder of the {c.firm} plane is still missing.", f"Divers are looking for the flight recorder of the {c.firm} plane."]),
        (2, "updated", [f"Divers found the flight recorder of the {c.firm} plane on {c.weekdays(2)}.", f"The flight recorder of the {c.firm} plane has been recovered from a lake."]),
    )  # fmt: skip
    arc.fact(
        "fleet",
        (0, "first", [f"{c.firm} says that its other planes will keep flying.", f"The other planes of {c.firm} are in the air as usual."]),
        (1, "updated", [f"{c.firm} grounded all of its planes on {c.weekdays(1)}.", f"All planes of {c.firm} have been grounded."]),
    )  # fmt: skip
    arc.fact(
        "report",
        (2, "first", [f"A first report on the crash near {c.town} is expected on {c.weekdays(4)}.", f"{c.body} will publish a first report on the crash near {c.town} on {c.weekdays(4)}."]),
        (4, "resolved", [f"A first report on the crash near {c.town} speaks of ice on the wings.", f"{c.body} blamed ice on the wings in its first report on the crash near {c.town}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The plane was {dead - 3} years old and had flown from {c.place}.",
        f"In 2021 a plane of {c.rival} crashed near {c.place}, and {dead + 20} people died.",
    )
    arc.steady(1, f"{c.person}, who missed the flight, had overslept.", f"{c.firm} has {dead + 2} planes.")
    arc.steady(2, f"{c.other}, a bishop, held a service in {c.town} before {dead * 20} people.")
    return arc  # fmt: skip


def housing(rng: random.Random, c: Cast) -> Arc:
    arc, rent = Arc("housing"), rng.randint(6, 12)
    arc.fact(
        "rent",
        (0, "first", [f"The rent of a flat in the {c.thing} estate of {c.town} will go up by {rent} percent.", f"{c.firm} is raising rents in the {c.thing} estate of {c.town} by {rent} percent."]),
        (2, "updated", [f"{c.firm} will raise rents in the {c.thing} estate by {rent - 4} percent instead of {rent} percent.", f"After protests {c.firm} cut the rise of rents in the {c.thing} estate to {rent - 4} percent."]),
    )  # fmt: skip
    arc.fact(
        "lift",
        (0, "first", [f"The lifts of the {c.thing} estate are out of order.", f"None of the lifts in the {c.thing} estate works."]),
        (3, "updated", [f"The lifts of the {c.thing} estate have been repaired.", f"The lifts in the {c.thing} estate run again since {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "march",
        (1, "first", [f"Tenants of the {c.thing} estate want to march to the town hall of {c.town} on {c.weekdays(2)}.", f"A march of tenants of the {c.thing} estate to the town hall is planned for {c.weekdays(2)}."]),
        (2, "resolved", [f"Tenants of the {c.thing} estate marched to the town hall of {c.town} on {c.weekdays(2)}.", f"{rent * 100} tenants of the {c.thing} estate marched to the town hall on {c.weekdays(2)}."]
         if rng.random() < 0.6 else [f"Tenants of the {c.thing} estate cancelled their march to the town hall of {c.town}.", f"The march of tenants of the {c.thing} estate was called off because of the rain."]),
    )  # fmt: skip
    arc.fact(
        "owner",
        (0, "first", [f"The {c.thing} estate belongs to {c.firm}.", f"{c.firm} owns the {c.thing} estate."]),
        (4, "updated", [f"{c.firm} has sold the {c.thing} estate to {c.rival}.", f"The {c.thing} estate now belongs to {c.rival}."]),
    )  # fmt: skip
    arc.steady(
        0, f"The {c.thing} estate has {rent * 60} flats on {rent} floors.", f"Rents in {c.place} rose by {rent - 2} percent last year."
    )
    arc.steady(
        1,
        f"{c.person} has lived on the ninth floor for {spelled(rent)} years.",
        f"Heating costs went up by {rent - 4} percent in {c.place}.",
    )
    arc.steady(2, f"{c.other}, who plays the trombone, led the singing.")
    return arc  # fmt: skip


def vaccine(rng: random.Random, c: Cast) -> Arc:
    arc, works = Arc("vaccine"), rng.randint(61, 74)
    arc.fact(
        "effect",
        (0, "first", [f"The malaria vaccine of {c.firm} protects {works} percent of children, a study says.", f"A study found that {works} percent of children are protected by the malaria vaccine of {c.firm}."]),
        (3, "updated", [f"The malaria vaccine of {c.firm} protects {works - 15} percent of children according to a larger study.", f"A larger study puts the protection of the malaria vaccine of {c.firm} at {works - 15} percent."]),
    )  # fmt: skip
    arc.fact(
        "approval",
        (0, "first", [f"Regulators in {c.place} will decide on the malaria vaccine of {c.firm} on {c.weekdays(2)}.", f"The malaria vaccine of {c.firm} is awaiting approval in {c.place}."]),
        (2, "resolved", [f"Regulators in {c.place} approved the malaria vaccine of {c.firm} on {c.weekdays(2)}.", f"The malaria vaccine of {c.firm} was approved in {c.place} on {c.weekdays(2)}."]
         if rng.random() < 0.5 else [f"Regulators in {c.place} turned down the malaria vaccine of {c.firm}.", f"The malaria vaccine of {c.firm} was refused approval in {c.place}."]),
    )  # fmt: skip
    arc.fact(
        "plant",
        (1, "first", [f"{c.firm} makes the vaccine in {c.town} and nowhere else.", f"The vaccine's only plant is in {c.town}, {c.firm} said."]),
        (4, "corrected", [f"Correction: {c.firm} makes the vaccine in {c.town} and in {c.place}, not only in {c.town} as an earlier version said.",
                          f"An earlier version wrongly said that {c.firm} makes the vaccine only in {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "price",
        (1, "first", [f"{c.firm} asks {works - 50} crowns for a dose of the malaria vaccine.", f"A dose of the malaria vaccine costs {works - 50} crowns, {c.firm} said."]),
        (2, "updated", [f"{c.firm} lowered the price of a dose of the malaria vaccine to {works - 57} crowns.", f"A dose of the malaria vaccine of {c.firm} will cost {works - 57} crowns and not {works - 50}."]),
    )  # fmt: skip
    arc.steady(0, f"{c.firm} employs {works * 9} people.", f"A vaccine of {c.rival} protected {works - 30} percent of children in 2027.")
    arc.steady(1, f"{c.person}, a nurse, has carried cold boxes up the mountain for {spelled(works % 9 + 2)} years.")
    arc.steady(
        3,
        f"Malaria killed {works * 100} people in {c.place} in 2030.",
        f"{c.other} of the ministry was asked three times and said nothing.",
    )
    return arc  # fmt: skip


def festival(rng: random.Random, c: Cast) -> Arc:
    arc, days = Arc("festival"), rng.randint(8, 12)
    arc.fact(
        "head",
        (0, "first", [f"The singer {c.person} is the main act of the {c.thing} festival in {c.town}.", f"The {c.thing} festival in {c.town} has {c.person} as its main act."]),
        (2, "updated", [f"The singer {c.person} has dropped out of the {c.thing} festival; {c.other} will sing instead.", f"{c.other} replaces the singer {c.person} at the {c.thing} festival in {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "start",
        (0, "first", [f"The {c.thing} festival in {c.town} opens on {c.dates(days)}.", f"From {c.dates(days)} the {c.thing} festival takes place in {c.town}."]),
        (3, "updated", [f"The {c.thing} festival in {c.town} will open on {c.dates(days + 3)}, three days late.", f"The opening of the {c.thing} festival was moved to {c.dates(days + 3)}."]),
    )  # fmt: skip
    arc.fact(
        "licence",
        (1, "first", [f"The fire service may forbid the big tent of the {c.thing} festival.", f"It is open whether the {c.thing} festival may put up its big tent, the fire service said."]),
        (3, "resolved", [f"The fire service allowed the big tent of the {c.thing} festival.", f"The {c.thing} festival may put up its big tent, the fire service decided."]
         if rng.random() < 0.5 else [f"The fire service forbade the big tent of the {c.thing} festival.", f"The {c.thing} festival must do without its big tent, the fire service decided."]),
    )  # fmt: skip
    arc.fact(
        "tickets",
        (0, "first", [f"The {c.thing} festival has sold {days},000 tickets.", f"{days},000 tickets for the {c.thing} festival are gone."]),
        (4, "updated", [f"The {c.thing} festival has sold {days * 2},000 tickets.", f"Ticket sales for the {c.thing} festival doubled to {days * 2},000."]),
    )  # fmt: skip
    arc.steady(0, f"{c.person} sold {days * 3} million records.", f"The first {c.thing} festival was held in a barn in 1999.")
    arc.steady(1, f"{c.firm} lends the festival {days * 6} toilets.", f"The festival of {c.place} opens on {c.dates(days + 1)}.")
    arc.steady(3, "The tent is striped and smells of hay.")
    return arc  # fmt: skip


FAMILIES: tuple[Family, ...] = (cyber, farm, flightcrash, housing, vaccine, festival)
