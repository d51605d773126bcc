"""Families of other domains, written before the rules were looked at again, in the wordings of a newspaper, and with sentences that only
look like a change: the same numbers of other things, history, the like elsewhere, series."""

import random

from evals.daily.arcs import Arc, Cast, Family
from evals.daily.families import capital, spelled


def ward(rng: random.Random, c: Cast) -> Arc:
    arc, n, beds = Arc("ward"), rng.randint(3, 6), rng.randint(20, 40)
    arc.fact(
        "patients",
        (0, "first", [f"{capital(n)} patients of {c.town} General Hospital have caught a drug-resistant fungus, doctors said.",
                      f"A drug-resistant fungus has been found in {spelled(n)} patients at {c.town} General Hospital."]),
        (2, "updated", [f"The fungus has spread to {spelled(n + 5)} patients at {c.town} General Hospital, doctors said on {c.weekdays(2)}.",
                        f"Doctors at {c.town} General Hospital confirmed that {spelled(n + 5)} patients now carry the drug-resistant fungus."]),
    )  # fmt: skip
    arc.fact(
        "surgery",
        (1, "first", [f"{c.town} General Hospital has put off all planned operations until further notice.", f"Planned operations at {c.town} General Hospital have been halted."]),
        (5, "updated", [f"Surgeons at {c.town} General Hospital are operating again after a pause of four days.", f"{c.town} General Hospital has gone back to planned operations, its director said on {c.weekdays(5)}."]),
    )  # fmt: skip
    arc.fact(
        "chief",
        (0, "first", [f"{c.person} is the head of infection control at {c.town} General Hospital.", f"Infection control at {c.town} General Hospital is led by {c.person}."]),
        (3, "updated", [f"{c.other} has replaced {c.person} as head of infection control at {c.town} General Hospital.",
                        f"Infection control at {c.town} General Hospital is no longer led by {c.person}; {c.other} took over on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "inquiry",
        (1, "first", [f"{c.body} is to decide on {c.weekdays(3)} whether to hold a public inquiry into the fungus at {c.town} General Hospital."]),
        (3, "resolved", [f"{c.body} ordered a public inquiry into the fungus at {c.town} General Hospital."]
         if rng.random() < 0.5 else [f"{c.body} ruled out a public inquiry into the fungus at {c.town} General Hospital.",
                                     f"There will be no public inquiry into the fungus at {c.town} General Hospital, {c.body} decided on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.town} General Hospital has {beds * 10} beds and opened in 1983.",
        f"In 2026 a stomach bug closed {spelled(n)} wards of {c.town} General Hospital for a week.",
    )
    arc.steady(
        2,
        f"A hospital in {c.place} reported {spelled(n + 3)} patients with the same fungus last year; all of them recovered.",
        f"{capital(n + 6)} nurses at {c.town} General Hospital have been tested, and none of them is ill.",
    )
    arc.steady(3, f"{c.firm}, which makes the only drug that helps, said that it could deliver {beds} doses a day.")
    return arc  # fmt: skip


def probe(rng: random.Random, c: Cast) -> Arc:
    arc, days, samples = Arc("probe"), rng.randint(3, 6), rng.randint(6, 12)
    lost = rng.random() < 0.5
    arc.fact(
        "contact",
        (0, "first", [f"Controllers in {c.place} have lost contact with the comet probe {c.thing}.", f"The comet probe {c.thing} has been silent since {c.weekdays(0)}, controllers in {c.place} said."]),
        (2, "updated", [f"The comet probe {c.thing} is talking to Earth again, controllers in {c.place} said on {c.weekdays(2)}.", f"Contact with the comet probe {c.thing} was re-established on {c.weekdays(2)}."]),
    )  # fmt: skip
    arc.fact(
        "landing",
        (0, "first", [f"{c.thing} is meant to touch down on the comet on {c.dates(4)}.", f"The touchdown of {c.thing} on the comet is planned for {c.dates(4)}."]),
        (2, "updated", [f"The touchdown of {c.thing} on the comet has slipped from {c.dates(4)} to {c.dates(5)}.", f"{c.thing} will now touch down on the comet on {c.dates(5)}, a day later than planned."]),
        (5, "resolved", [f"{c.thing} crashed onto the comet on {c.weekdays(5)} and has not been heard of since.", f"The touchdown of {c.thing} on the comet failed on {c.weekdays(5)}."]
         if lost else [f"{c.thing} touched down on the comet at dawn on {c.weekdays(5)}.", f"{c.thing} is safely down on the comet, controllers in {c.place} said on {c.weekdays(5)}."]),
    )  # fmt: skip
    arc.fact(
        "cost",
        (0, "first", [f"The {c.thing} mission has a price of {samples * 100} million crowns.", f"The {c.thing} mission has cost {samples * 100} million crowns so far."]),
        (4, "updated", [f"The price of the {c.thing} mission has swollen to {samples * 100 + 370} million crowns, a committee of parliament found.",
                        f"A committee of parliament says the {c.thing} mission costs {samples * 100 + 370} million crowns instead of {samples * 100} million."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.thing} left Earth in 2027 and has travelled 640 million kilometres.",
        f"In 2019 another probe, built by {c.firm}, was silent for {days} days before it was found again.",
    )
    arc.steady(
        2,
        f"{c.person}, who directs the mission, had not slept for {spelled(days)} nights.",
        f"A weather balloon of {c.rival} was lost over the sea on the same day.",
    )
    arc.steady(4, f"The ministry spends {samples * 100 + 45} million crowns a year on polar research.")
    return arc  # fmt: skip


def doping(rng: random.Random, c: Cast) -> Arc:
    arc, years, gold = Arc("doping"), rng.randint(2, 4), rng.randint(2, 5)
    arc.fact(
        "ban",
        (0, "first", [f"The runner {c.person} faces a ban of {spelled(years)} years after a failed drug test.", f"{c.person}, who runs the 800 metres, failed a drug test and could be banned for {spelled(years)} years."]),
        (3, "resolved", [f"The runner {c.person} was cleared of doping on {c.weekdays(3)}: the sample had been mixed up.", f"No ban for {c.person}: the tribunal in {c.town} found that the runner's sample was mixed up."]
         if rng.random() < 0.5 else [f"The tribunal in {c.town} banned the runner {c.person} for {spelled(years)} years on {c.weekdays(3)}.", f"The runner {c.person} was handed a ban by the tribunal in {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "record",
        (1, "first", [f"The world record over 800 metres is held by {c.surname} with 1 minute 53 seconds.", f"{c.surname} holds the world record over 800 metres."]),
        (4, "updated", [f"{c.other} broke {c.surname}'s world record over 800 metres on {c.weekdays(4)} in {c.place}.", f"The world record over 800 metres now belongs to {c.other} and no longer to {c.surname}."]),
    )  # fmt: skip
    arc.fact(
        "sponsors",
        (1, "first", [f"{c.firm} stands by {c.surname} and will go on paying, it said.", f"The sponsor {c.firm} said that it would keep its contract with {c.surname}."]),
        (2, "updated", [f"{c.firm} ended its contract with {c.surname} on {c.weekdays(2)}.", f"{c.firm} has dropped {c.surname}, a day after promising to stay."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.person} won {gold} gold medals at the games of {c.place}.",
        f"A hurdler from {c.place} was banned for {spelled(years + 2)} years in 2025 in a case that has nothing to do with it.",
    )
    arc.steady(1, f"{c.surname} runs {gold * 20} kilometres a week.")
    arc.steady(3, f"The tribunal hears about {gold * 13} cases a year.", f"{c.rival} sponsors {spelled(gold)} other runners.")
    return arc  # fmt: skip


def nurses(rng: random.Random, c: Cast) -> Arc:
    arc, members, share = Arc("nurses"), rng.randint(12, 30), rng.randint(61, 70)
    arc.fact(
        "dispute",
        (0, "first", [f"Bus drivers in {c.town} have been on strike since {c.weekdays(0)}.", f"No buses ran in {c.town} on {c.weekdays(0)} because the drivers are on strike."]),
        (4, "ended", [f"The bus strike in {c.town} is over.", f"Bus drivers in {c.town} returned to work on {c.weekdays(4)} after {c.firm} gave in."]),
    )  # fmt: skip
    arc.fact(
        "demand",
        (0, "first", [f"The drivers' union in {c.town} is asking {c.firm} for {members - 5} percent more pay.", f"The drivers of {c.town} want {members - 5} percent more from {c.firm}."]),
        (2, "updated", [f"The drivers' union in {c.town} has lowered its demand to {members - 8} percent.", f"Instead of {members - 5} percent the drivers of {c.town} now want {members - 8} percent more from {c.firm}."]),
    )  # fmt: skip
    arc.fact(
        "ballot",
        (2, "first", [f"The drivers of {c.town} will vote on {c.firm}'s offer on {c.weekdays(3)}.", f"A ballot of the drivers of {c.town} on {c.firm}'s offer is set for {c.weekdays(3)}."]),
        (3, "resolved", [f"The drivers of {c.town} accepted {c.firm}'s offer in a ballot, {share} percent voting for it.", f"{share} percent of the drivers of {c.town} said yes to {c.firm}'s offer on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "mediator",
        (1, "first", [f"{c.person} was named as mediator between {c.firm} and the drivers of {c.town}.", f"The mediator between {c.firm} and the drivers of {c.town} is {c.person}."]),
        (2, "corrected", [f"Correction: an earlier version of our report misstated who mediates between {c.firm} and the drivers of {c.town}; it is {c.other}, not {c.person}.",
                          f"We said that {c.person} mediates between {c.firm} and the drivers of {c.town}. That was wrong: it is {c.other}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.firm} runs {members * 10} buses in {c.town}.",
        f"Bus drivers in {c.place} were on strike for {spelled(members % 9 + 2)} days in 2028.",
    )
    arc.steady(
        1,
        f"A season ticket in {c.town} costs {members * 3} crowns, {members - 6} percent more than a year ago.",
        f"Taxi drivers in {c.town} say that they have twice the work.",
    )
    arc.steady(
        3,
        f"Tram drivers in {c.place} will vote on an offer of their own in the autumn.",
        f"{c.rival} paid its drivers {members - 7} percent more last year.",
    )
    return arc  # fmt: skip


def storm(rng: random.Random, c: Cast) -> Arc:
    arc, wind, dark = Arc("storm"), rng.randint(14, 17) * 10, rng.randint(21, 48)
    a = rng.randint(2, 5)
    arc.fact(
        "track",
        (0, "first", [f"Hurricane {c.thing} is forecast to come ashore near {c.town} on {c.weekdays(1)} night.", f"Forecasters think that Hurricane {c.thing} will hit {c.town} on {c.weekdays(1)} night."]),
        (1, "resolved", [f"Hurricane {c.thing} came ashore south of {c.town} shortly before midnight.", f"Hurricane {c.thing} hit {c.town} on {c.weekdays(1)} night and tore the roofs off two schools."]
         if rng.random() < 0.6 else [f"Hurricane {c.thing} spared {c.town}: it turned out to sea on {c.weekdays(1)} night.", f"Hurricane {c.thing} never reached {c.town}, having turned out to sea."]),
    )  # fmt: skip
    arc.fact(
        "strength",
        (0, "first", [f"{c.thing} blows with winds of {wind} kilometres an hour.", f"The winds of Hurricane {c.thing} have been measured at {wind} kilometres an hour."]),
        (2, "updated", [f"{c.thing} has weakened to winds of {wind - 60} kilometres an hour.", f"The winds of {c.thing} were down to {wind - 60} kilometres an hour on {c.weekdays(2)}."]),
    )  # fmt: skip
    arc.fact(
        "dark",
        (1, "first", [f"{dark},000 households around {c.town} have no light.", f"Around {c.town} the lights are out in {dark},000 households."]),
        (2, "updated", [f"The number of households without light around {c.town} has fallen to {dark // 3},000.", f"Only {dark // 3},000 households around {c.town} were still in the dark on {c.weekdays(2)}."]),
        (4, "ended", [f"All households around {c.town} have light again.", f"The last households around {c.town} got their light back on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.fact(
        "victims",
        (1, "first", [f"{capital(a)} people lost their lives in {c.town}.", f"{c.thing} has claimed {spelled(a)} lives in {c.town}."]),
        (3, "updated", [f"The number of lives that {c.thing} claimed in {c.town} was later revised to {spelled(a + 6)}.", f"{c.town} now mourns {spelled(a + 6)} dead."]),
    )  # fmt: skip
    arc.fact(
        "airport",
        (0, "first", [f"The airport of {c.place} has shut down for the storm.", f"Nothing takes off from the airport of {c.place} until the storm has passed."]),
        (3, "updated", [f"Planes are taking off from the airport of {c.place} again.", f"The airport of {c.place} was back in service on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"Hurricane {c.rival} killed {a + 30} people on the same coast in 2019.",
        f"{c.person}, a fisherman in {c.town}, tied up his boat with {spelled(a + 4)} ropes.",
    )
    arc.steady(1, f"The storm shelters of {c.town} have room for {wind * 10} people.")
    arc.steady(
        2,
        f"A second storm, far out at sea, has winds of {wind - 30} kilometres an hour.",
        f"{dark // 2},000 sandbags were sent to {c.town}.",
    )
    return arc  # fmt: skip


def ballot(rng: random.Random, c: Cast) -> Arc:
    arc, seats, lead = Arc("ballot"), rng.randint(31, 39), rng.randint(44, 48)
    arc.fact(
        "count",
        (0, "first", [f"With half of the votes counted, {c.person} has {lead} percent in the election for mayor of {c.town}.", f"{c.person} stands at {lead} percent in the election for mayor of {c.town}, half of the votes being counted."]),
        (1, "updated", [f"After the last count {c.person} has {lead + 7} percent in the election for mayor of {c.town}.", f"In the final count {c.person} took {lead + 7} percent in the election for mayor of {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "rival",
        (0, "first", [f"{c.other} has not conceded the election in {c.town}.", f"{c.other} refuses to concede the election in {c.town}."]),
        (2, "updated", [f"{c.other} conceded the election in {c.town} on {c.weekdays(2)} in a short speech.", f"{c.other} admitted defeat in {c.town} on {c.weekdays(2)}."]),
    )  # fmt: skip
    arc.fact(
        "recount",
        (1, "first", [f"A judge will say on {c.weekdays(3)} whether the votes of {c.town} must be counted again.", f"Whether the votes of {c.town} are to be recounted is for a judge to decide on {c.weekdays(3)}."]),
        (3, "resolved", [f"A judge refused to have the votes of {c.town} counted again.", f"The votes of {c.town} will not be recounted, a judge decided on {c.weekdays(3)}."]
         if rng.random() < 0.5 else [f"A judge ordered on {c.weekdays(3)} that the votes of {c.town} be counted again.", f"The votes of {c.town} must be recounted, a judge decided on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "turnout",
        (0, "first", [f"Officials in {c.town} reported that {seats + 11} percent of voters had turned out.", f"Turnout in {c.town} was {seats + 11} percent."]),
        (2, "corrected", [f"Clarification: we misstated the turnout in {c.town} in an earlier version; it was {seats + 17} percent.", f"An earlier version of this article gave the turnout in {c.town} as {seats + 11} percent; it was {seats + 17} percent."]),
    )  # fmt: skip
    arc.steady(
        0, f"{c.town} has {seats} wards and 61,000 voters.", f"In the election of 2027 {c.person} had {lead - 9} percent in {c.town}."
    )
    arc.steady(
        1,
        f"In {c.place}, which voted on the same day, turnout was {seats + 5} percent.",
        f"{c.firm} gave {lead * 1000:,} crowns to {c.other_surname}'s campaign.",
    )
    arc.steady(3, f"A recount in {c.place} in 2023 took {spelled(seats % 8 + 3)} weeks and changed nothing.")
    return arc  # fmt: skip


def tunnel(rng: random.Random, c: Cast) -> Arc:
    arc, trucks, weeks = Arc("tunnel"), rng.randint(70, 140), rng.randint(2, 4)
    arc.fact(
        "traffic",
        (0, "first", [f"A burst pipe has flooded the {c.thing} tunnel, and nothing can get through.", f"The {c.thing} tunnel under {c.town} is under water and impassable."]),
        (4, "updated", [f"One lane of the {c.thing} tunnel is open to traffic again.", f"Cars passed through the {c.thing} tunnel on {c.weekdays(4)} for the first time since the flood."]),
    )  # fmt: skip
    arc.fact(
        "duration",
        (0, "first", [f"Repairs to the {c.thing} tunnel will take {spelled(weeks)} weeks, engineers said.", f"Engineers need {spelled(weeks)} weeks to mend the {c.thing} tunnel."]),
        (2, "updated", [f"Repairs to the {c.thing} tunnel will take {spelled(weeks + 4)} weeks rather than {spelled(weeks)}.", f"It will be {spelled(weeks + 4)} weeks before the {c.thing} tunnel is mended, engineers now say."]),
    )  # fmt: skip
    arc.fact(
        "queue",
        (0, "first", [f"{trucks} lorries are stuck at the entrance of the {c.thing} tunnel.", f"At the entrance of the {c.thing} tunnel {trucks} lorries are lined up."]),
        (1, "updated", [f"The line at the {c.thing} tunnel had grown to {trucks * 2 + 30} lorries by {c.weekdays(1)} morning.", f"{trucks * 2 + 30} lorries were lined up at the {c.thing} tunnel on {c.weekdays(1)}, police counted."]),
    )  # fmt: skip
    arc.fact(
        "toll",
        (2, "first", [f"{c.firm}, which runs the tunnel, is considering whether to waive the toll on the {c.thing} bridge.", f"{c.firm} may waive the toll on the {c.thing} bridge while the tunnel is shut."]),
        (3, "resolved", [f"{c.firm} has waived the toll on the {c.thing} bridge.", f"Drivers no longer pay on the {c.thing} bridge: {c.firm} waived the toll on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing} tunnel is 4.2 kilometres long and was dug between 1969 and 1974.",
        f"The {c.rival} tunnel near {c.place} was flooded for {spelled(weeks + 3)} weeks in 2022.",
    )
    arc.steady(
        1,
        f"Ferries carried {trucks + 60} lorries across the water on {c.weekdays(1)}.",
        f"{c.person}, a lorry driver, read a novel of {trucks * 5} pages.",
    )
    arc.steady(3, f"{c.other} of {c.firm} said that the pipe was {spelled(weeks + 5)} years older than thought.")
    return arc  # fmt: skip


def lender(rng: random.Random, c: Cast) -> Arc:
    arc, hole, branches = Arc("lender"), rng.randint(21, 34), rng.randint(40, 80)
    saved = rng.random() < 0.5
    arc.fact(
        "hole",
        (0, "first", [f"The lender {c.firm} is short of {hole}0 million crowns.", f"Auditors found a hole of {hole}0 million crowns in the books of {c.firm}."]),
        (2, "updated", [f"The hole in the books of {c.firm} is deeper than thought: auditors now speak of {hole + 19}0 million crowns.", f"{c.firm} is short of {hole + 19}0 million crowns rather than {hole}0 million, auditors said."]),
    )  # fmt: skip
    arc.fact(
        "rescue",
        (1, "first", [f"{c.rival} is in talks to take over the lender {c.firm}.", f"{c.firm} is negotiating its sale to {c.rival}."]),
        (4, "ended", [f"{c.rival} agreed on {c.weekdays(4)} to take over {c.firm} for one crown.", f"{c.rival} takes over {c.firm} and all of its branches, both said."]
         if saved else [f"Talks about a takeover of {c.firm} by {c.rival} broke down on {c.weekdays(4)}.", f"{c.rival} walked away from {c.firm} on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.fact(
        "boss",
        (0, "first", [f"Chief executive {c.person} said that he would stay at {c.firm}.", f"{c.person} remains chief executive of {c.firm}."]),
        (3, "updated", [f"{c.firm} sacked chief executive {c.person} on {c.weekdays(3)}.", f"{c.person} is out as chief executive of {c.firm}."]),
    )  # fmt: skip
    arc.fact(
        "withdrawals",
        (1, "first", [f"Savers may take no more than {branches * 10} crowns a day out of {c.firm}, the regulator ordered.", f"The regulator limited withdrawals from {c.firm} to {branches * 10} crowns a day."]),
        (3, "updated", [f"Savers of {c.firm} may now take out {branches * 10 + 500} crowns a day.", f"The regulator doubled its limit on withdrawals from {c.firm} to {branches * 10 + 500} crowns a day."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.firm} has {branches} branches, most of them in {c.place}.",
        f"The lender {c.thing.capitalize()} failed in 2024 with a hole of {hole + 7}0 million crowns.",
    )
    arc.steady(
        1,
        f"{c.firm} lent {hole + 40}0 million crowns to builders in {c.town}.",
        f"The shares of {c.rival} fell 6 percent on {c.weekdays(1)}.",
    )
    arc.steady(
        2, f"{c.firm} spent {hole - 10} million crowns on its head office.", f"The shares of {c.rival} fell 2 percent on {c.weekdays(2)}."
    )
    return arc  # fmt: skip


def opera(rng: random.Random, c: Cast) -> Arc:
    arc, price, seats = Arc("opera"), rng.randint(40, 70), rng.randint(9, 14)
    arc.fact(
        "premiere",
        (0, "first", [f"The opera “{c.thing}” by {c.person} is to have its first night in {c.town} on {c.dates(3)}.", f"{c.person}'s opera “{c.thing}” will be heard for the first time in {c.town} on {c.dates(3)}."]),
        (2, "updated", [f"The first night of “{c.thing}” in {c.town} was put off to {c.dates(8)} because the tenor is hoarse.", f"{c.town} will have to wait until {c.dates(8)} for the first night of “{c.thing}”."]),
    )  # fmt: skip
    arc.fact(
        "tenor",
        (0, "first", [f"{c.other} sings the title role in “{c.thing}”.", f"The title role of “{c.thing}” is sung by {c.other}."]),
        (3, "updated", [f"{c.other} has pulled out of “{c.thing}”.", f"{c.other} will not sing the title role in “{c.thing}” after all."]),
    )  # fmt: skip
    arc.fact(
        "repair",
        (0, "first", [f"Mending the roof of the opera house in {c.town} is to cost {price} million crowns.", f"The new roof of the opera house in {c.town} comes at {price} million crowns."]),
        (4, "updated", [f"The roof of the opera house in {c.town} turns out to cost {price + 28} million crowns.", f"{price + 28} million crowns, not {price} million: the new roof of the opera house in {c.town} gets dearer."]),
    )  # fmt: skip
    arc.fact(
        "grant",
        (1, "first", [f"{c.body} might strike out the grant for the opera house in {c.town}.", f"The grant for the opera house in {c.town} could be struck out by {c.body}."]),
        (4, "resolved", [f"{c.body} left the grant for the opera house in {c.town} untouched.", f"The opera house in {c.town} keeps its grant: {c.body} voted against striking it out."]
         if rng.random() < 0.4 else [f"{c.body} struck out the grant for the opera house in {c.town} on {c.weekdays(4)}.", f"The opera house in {c.town} has lost its grant from {c.body}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The opera house in {c.town} seats {seats}00 people.",
        f"{c.person} wrote an opera about a lighthouse in 2021, which ran for {seats} nights in {c.place}.",
    )
    arc.steady(
        2,
        f"The theatre of {c.place} mended its roof for {price - 12} million crowns.",
        f"{c.firm} has given {seats} million crowns to the opera house in {c.town} since 2020.",
    )
    arc.steady(3, f"Tickets for the gallery cost {seats * 2} crowns.")
    return arc  # fmt: skip


def verdict(rng: random.Random, c: Cast) -> Arc:
    arc, term, stolen = Arc("verdict"), rng.randint(4, 9), rng.randint(3, 9)
    arc.fact(
        "plea",
        (0, "first", [f"Prosecutors want {spelled(term + 2)} years in prison for the surgeon {c.person}.", f"The surgeon {c.person} should go to prison for {spelled(term + 2)} years, prosecutors told the court in {c.town}."]),
        (3, "resolved", [f"The court in {c.town} sent the surgeon {c.person} to prison for {spelled(term)} years on {c.weekdays(3)}.", f"The surgeon {c.person} was sentenced to {spelled(term)} years in prison."]
         if rng.random() < 0.6 else [f"The court in {c.town} acquitted the surgeon {c.person} on {c.weekdays(3)}.", f"The surgeon {c.person} walked free from the court in {c.town}, acquitted on all counts."]),
    )  # fmt: skip
    arc.fact(
        "witness",
        (1, "first", [f"The nurse {c.other}, a witness against {c.surname}, cannot be found.", f"Nobody knows where the nurse {c.other} is, who was to give evidence against {c.surname}."]),
        (2, "updated", [f"The nurse {c.other} turned up in {c.place} on {c.weekdays(2)} and will give evidence.", f"The nurse {c.other} has been tracked down to her sister's flat in {c.place}."]),
    )  # fmt: skip
    arc.fact(
        "licence",
        (0, "first", [f"{c.surname} still has a licence to practise in {c.place}.", f"{c.surname} may still practise in {c.place}."]),
        (4, "updated", [f"{c.surname} was stripped of the licence to practise in {c.place}.", f"{c.surname} may no longer practise in {c.place}, the chamber of doctors said on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.fact(
        "victims",
        (0, "first", [f"The indictment lists {spelled(stolen)} patients on whom {c.surname} operated without need.", f"{c.surname} is accused of operating on {spelled(stolen)} patients without need."]),
        (1, "updated", [f"Three further cases bring the number of patients on whom {c.surname} operated without need to {spelled(stolen + 3)}.", f"{c.surname} now stands accused of operating on {spelled(stolen + 3)} patients without need."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"{c.surname} worked for {c.firm} for {spelled(term + 3)} years.",
        f"A dentist in {c.place} was sent to prison for {spelled(term + 1)} years in 2023.",
    )
    arc.steady(1, f"The court has heard {stolen * 7} witnesses.", f"{c.firm} insures {spelled(stolen + 2)} hospitals.")
    arc.steady(2, f"The judge in {c.town} has been on the bench for {spelled(term + 4)} years.")
    return arc  # fmt: skip


FAMILIES: tuple[Family, ...] = (ward, probe, doping, nurses, storm, ballot, tunnel, lender, opera, verdict)
