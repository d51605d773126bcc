"""Families written when the third set had become one to develop with, and not read while the rules were finished."""

import random

from evals.daily.arcs import Arc, Cast, Family
from evals.daily.families import capital, spelled


def ferry(rng: random.Random, c: Cast) -> Arc:
    arc, aboard, found = Arc("ferry"), rng.randint(50, 90), rng.randint(5, 9)
    arc.fact(
        "rescued",
        (0, "first", [f"The coastguard has saved {aboard} passengers of the ferry {c.thing.capitalize()}, which ran onto rocks off {c.town}.",
                      f"{aboard} passengers were taken off the ferry {c.thing.capitalize()} off {c.town}, the coastguard said."]),
        (1, "updated", [f"The number of passengers saved from the ferry {c.thing.capitalize()} off {c.town} has gone up to {aboard + 31}.",
                        f"By {c.weekdays(1)} the coastguard had saved {aboard + 31} passengers of the ferry {c.thing.capitalize()} off {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "captain",
        (0, "first", [f"The captain of the ferry {c.thing.capitalize()}, {c.person}, is being questioned in {c.town}.", f"Police in {c.town} are questioning {c.person}, the captain of the ferry {c.thing.capitalize()}."]),
        (2, "updated", [f"{c.person}, the captain of the ferry {c.thing.capitalize()}, was charged with negligence on {c.weekdays(2)}.", f"Prosecutors in {c.town} charged the ferry's captain {c.person} with negligence."]),
    )  # fmt: skip
    arc.fact(
        "salvage",
        (1, "first", [f"A crane ship will try to lift the {c.thing.capitalize()} on {c.weekdays(4)}.", f"The {c.thing.capitalize()} is to be raised by a crane ship on {c.weekdays(4)}."]),
        (4, "resolved", [f"A crane ship lifted the {c.thing.capitalize()} off the rocks on {c.weekdays(4)}.", f"The {c.thing.capitalize()} was raised from the rocks on {c.weekdays(4)} in six hours."]
         if rng.random() < 0.5 else [f"The attempt to lift the {c.thing.capitalize()} was abandoned on {c.weekdays(4)} because of high waves.", f"A crane ship gave up trying to raise the {c.thing.capitalize()} on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing.capitalize()}, 112 metres long, has sailed between {c.town} and {c.place} since 2014.",
        f"{capital(found)} lifeboats were in the water within minutes.",
    )
    arc.steady(
        1,
        f"In 2016 another ferry of {c.firm} ran aground off {c.place} with {aboard + 20} passengers.",
        f"{c.firm} runs {found + 6} ferries.",
    )
    arc.steady(2, f"{c.other}, a passenger, lost two suitcases and a violin.")
    return arc  # fmt: skip


def school(rng: random.Random, c: Cast) -> Arc:
    arc, pupils = Arc("school"), rng.randint(300, 480)
    arc.fact(
        "closure",
        (0, "first", [f"{c.body} is thinking of closing the {c.thing} school in {c.town}.", f"The {c.thing} school in {c.town} may be closed, {c.body} said."]),
        (3, "resolved", [f"{c.body} decided on {c.weekdays(3)} to close the {c.thing} school in {c.town}.", f"The {c.thing} school in {c.town} will close for good in summer: {c.body} has decided."]
         if rng.random() < 0.5 else [f"{c.body} decided against closing the {c.thing} school in {c.town}.", f"The {c.thing} school in {c.town} stays open, {c.body} decided on {c.weekdays(3)}."]),
    )  # fmt: skip
    arc.fact(
        "petition",
        (1, "first", [f"A petition for the {c.thing} school has {pupils * 4:,} signatures.", f"{pupils * 4:,} people have signed a petition for the {c.thing} school in {c.town}."]),
        (2, "updated", [f"The petition for the {c.thing} school has now been signed by {pupils * 9:,} people.", f"{pupils * 9:,} signatures stand under the petition for the {c.thing} school in {c.town}."]),
    )  # fmt: skip
    arc.fact(
        "head",
        (0, "first", [f"{c.person} is headteacher of the {c.thing} school.", f"The headteacher of the {c.thing} school is {c.person}."]),
        (4, "updated", [f"{c.person} has resigned as headteacher of the {c.thing} school.", f"The {c.thing} school has lost its headteacher: {c.person} gave notice on {c.weekdays(4)}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing} school has {pupils} pupils and a roof that leaks.",
        f"A school in {c.place} was closed in 2028 against the wish of {pupils * 3:,} people.",
    )
    arc.steady(1, f"Books worth {pupils * 20:,} crowns were given to the {c.thing} school by {c.firm}.")
    arc.steady(2, f"{c.other}, a mother of three, walked the {spelled(rng.randint(3, 9))} kilometres to the next school with a stopwatch.")
    return arc  # fmt: skip


def quake(rng: random.Random, c: Cast) -> Arc:
    arc, dead = Arc("quake"), rng.randint(14, 40)
    arc.fact(
        "dead",
        (0, "first", [f"An earthquake in {c.place} has killed {dead} people, most of them in {c.town}.", f"{dead} people are dead after an earthquake shook {c.town} in {c.place}."]),
        (1, "updated", [f"The earthquake in {c.place} killed {dead + 57} people, the government said, raising its count.", f"The number of dead after the earthquake in {c.place} climbed to {dead + 57}."]),
    )  # fmt: skip
    arc.fact(
        "aid",
        (1, "first", [f"{c.firm} promised {c.town} {dead} million crowns for tents and blankets.", f"{dead} million crowns for {c.town} were pledged by {c.firm}."]),
        (3, "updated", [f"{c.firm} doubled its pledge to {c.town} to {dead * 2} million crowns.", f"{c.firm} will give {c.town} {dead * 2} million crowns instead of {dead} million."]),
    )  # fmt: skip
    arc.fact(
        "road",
        (0, "first", [f"Landslides have cut the road to {c.town}.", f"The road to {c.town} is buried under rock."]),
        (2, "updated", [f"Soldiers cleared the road to {c.town} on {c.weekdays(2)}.", f"Lorries reached {c.town} by road on {c.weekdays(2)} after soldiers had cleared it."]),
    )  # fmt: skip
    arc.fact(
        "girl",
        (1, "first", [f"A girl of six, {c.other}, is trapped under the bakery of {c.town}.", f"Rescuers in {c.town} can hear {c.other}, six, under the ruins of the bakery."]),
        (2, "updated", [f"The girl {c.other} was pulled alive from the bakery of {c.town} on {c.weekdays(2)}.", f"{c.other} is free: rescuers dug the girl out of the bakery of {c.town}."]),
    )  # fmt: skip
    arc.steady(0, f"The earthquake of 1988 killed {dead * 20} people in {c.place}.", f"The quake was felt {dead * 10} kilometres away.")
    arc.steady(1, f"{c.person}, a seismologist, counted {dead + 11} aftershocks.")
    arc.steady(3, f"An earthquake in the south sea on {c.weekdays(3)} hurt nobody.")
    return arc  # fmt: skip


def club(rng: random.Random, c: Cast) -> Arc:
    arc, fee = Arc("club"), rng.randint(8, 19)
    arc.fact(
        "deal",
        (0, "first", [f"{c.town} City are close to signing the striker {c.person} from {c.place}.", f"The striker {c.person} is about to join {c.town} City."]),
        (2, "resolved", [f"The striker {c.person} signed for {c.town} City on {c.weekdays(2)}.", f"{c.town} City have signed the striker {c.person} for three years."]
         if rng.random() < 0.6 else [f"{c.town} City's move for the striker {c.person} has fallen through.", f"The striker {c.person} will not join {c.town} City, both clubs said."]),
    )  # fmt: skip
    arc.fact(
        "stadium",
        (0, "first", [f"The new stand of {c.town} City is to cost {fee * 10} million crowns.", f"{c.town} City expect to pay {fee * 10} million crowns for the new stand."]),
        (3, "updated", [f"The new stand of {c.town} City will be dearer than planned, at {fee * 10 + 45} million crowns.", f"{c.town} City now put the cost of the new stand at {fee * 10 + 45} million crowns."]),
    )  # fmt: skip
    arc.fact(
        "match",
        (1, "first", [f"{c.town} City play {c.place} on {c.dates(4)}.", f"The match between {c.town} City and {c.place} is on {c.dates(4)}."]),
        (3, "updated", [f"The match between {c.town} City and {c.place} was put back to {c.dates(9)} because the pitch is frozen.", f"{c.town} City will play {c.place} on {c.dates(9)} and not on {c.dates(4)}."]),
    )  # fmt: skip
    arc.steady(0, f"{c.person} scored {fee} goals last season.", f"The old stand of {c.town} City was built in 1937.")
    arc.steady(1, f"{c.other} has coached {c.town} City for {spelled(fee % 7 + 2)} years.", f"A seat costs {fee * 3} crowns.")
    arc.steady(3, f"{c.rival} paid {fee * 10 + 15} million crowns for its own ground.")
    return arc  # fmt: skip


def reactor(rng: random.Random, c: Cast) -> Arc:
    arc, share = Arc("reactor"), rng.randint(31, 44)
    arc.fact(
        "running",
        (0, "first", [f"The {c.thing} reactor near {c.town} is running at full power.", f"The {c.thing} reactor is on the grid, {c.firm} said."]),
        (1, "updated", [f"The {c.thing} reactor near {c.town} was switched off on {c.weekdays(1)} after a pump failed.", f"{c.firm} shut down the {c.thing} reactor on {c.weekdays(1)} because of a broken pump."]),
        (5, "updated", [f"The {c.thing} reactor near {c.town} is back on the grid.", f"{c.firm} restarted the {c.thing} reactor on {c.weekdays(5)}."]),
    )  # fmt: skip
    arc.fact(
        "poll",
        (0, "first", [f"In a poll {share} percent of people in {c.place} were for closing the {c.thing} reactor.", f"A poll found {share} percent in {c.place} in favour of closing the {c.thing} reactor."]),
        (3, "updated", [f"In a new poll {share + 13} percent of people in {c.place} are for closing the {c.thing} reactor.", f"Support in {c.place} for closing the {c.thing} reactor has grown to {share + 13} percent, a poll found."]),
    )  # fmt: skip
    arc.fact(
        "minister",
        (1, "first", [f"Energy minister {c.person} will visit the {c.thing} reactor on {c.weekdays(3)}.", f"A visit of energy minister {c.person} to the {c.thing} reactor is planned for {c.weekdays(3)}."]),
        (3, "resolved", [f"Energy minister {c.person} visited the {c.thing} reactor on {c.weekdays(3)} and wore a helmet.", f"On {c.weekdays(3)} energy minister {c.person} went through the {c.thing} reactor for two hours."]
         if rng.random() < 0.6 else [f"Energy minister {c.person} cancelled the visit to the {c.thing} reactor.", f"Energy minister {c.person} did not visit the {c.thing} reactor on {c.weekdays(3)}: fog kept the helicopter down."]),
    )  # fmt: skip
    arc.fact(
        "cause",
        (1, "first", [f"Why the pump at {c.thing} failed is not known.", f"It is unclear why the pump at {c.thing} failed."]),
        (3, "updated", [f"A loose bolt made the pump at {c.thing} fail, {c.firm} found.", f"{c.firm} blamed a loose bolt for the failure of the pump at {c.thing}."]),
    )  # fmt: skip
    arc.steady(
        0,
        f"The {c.thing} reactor was built in 1984 and makes {share - 12} percent of the power of {c.place}.",
        f"{c.other}, who lives across the river, keeps iodine tablets in a biscuit tin.",
    )
    arc.steady(1, f"A reactor in the north was switched off for {spelled(share % 8 + 2)} months in 2025.")
    arc.steady(3, f"{share + 2} percent of people in {c.place} heat with wood.")
    return arc  # fmt: skip


def museum_loan(rng: random.Random, c: Cast) -> Arc:
    arc, visitors = Arc("loan"), rng.randint(20, 60)
    arc.fact(
        "loan",
        (0, "first", [f"The gallery in {c.town} wants the {c.thing} portrait back from {c.firm}.", f"{c.firm} has the {c.thing} portrait on loan from the gallery in {c.town} and keeps it."]),
        (4, "updated", [f"{c.firm} returned the {c.thing} portrait to the gallery in {c.town}.", f"The {c.thing} portrait hangs in the gallery in {c.town} again."]),
    )  # fmt: skip
    arc.fact(
        "visitors",
        (0, "first", [f"{visitors},000 people have seen the {c.thing} portrait.", f"The {c.thing} portrait has drawn {visitors},000 visitors."]),
        (3, "updated", [f"{visitors * 2},000 visitors have come to see the {c.thing} portrait to date.", f"The {c.thing} portrait has by now drawn {visitors * 2},000 visitors."]),
    )  # fmt: skip
    arc.fact(
        "court",
        (1, "first", [f"A court in {c.place} will hear the case of the {c.thing} portrait on {c.weekdays(2)}.", f"The {c.thing} portrait comes before a court in {c.place} on {c.weekdays(2)}."]),
        (2, "resolved", [f"A court in {c.place} ruled that the {c.thing} portrait belongs to the gallery.", f"The court in {c.place} found for the gallery in the case of the {c.thing} portrait."]),
    )  # fmt: skip
    arc.fact(
        "painter",
        (1, "first", [f"The {c.thing} portrait was painted by {c.person}'s teacher, the gallery said.", f"According to the gallery, {c.person}'s teacher painted the {c.thing} portrait."]),
        (3, "corrected", [f"An earlier report wrongly attributed the {c.thing} portrait to {c.person}'s teacher; it is by {c.person}.",
                          f"Correction: the {c.thing} portrait was painted by {c.person}, not by {c.person}'s teacher as we first reported."]),
    )  # fmt: skip
    arc.steady(
        0, f"The {c.thing} portrait shows a woman with a goose.", f"The gallery in {c.town} had {visitors * 3},000 visitors in 2029."
    )
    arc.steady(1, f"{c.other}, a guard, has looked at the {c.thing} portrait for {spelled(visitors % 8 + 3)} years.")
    arc.steady(2, f"{c.rival} lent {visitors - 10} drawings to a castle.")
    return arc  # fmt: skip


FAMILIES: tuple[Family, ...] = (ferry, school, quake, club, reactor, museum_loan)
