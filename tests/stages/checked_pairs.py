"""Cited sentences with statements that follow from them and statements that do not: our own, about invented people and places."""

from typing import NamedTuple


class Case(NamedTuple):
    """`before` are the sentences before the cited one. `fails` names the check that must fail, "" where the statement is true."""

    cited: str
    statement: str
    fails: str
    before: tuple[str, ...] = ()


DAM = "Arda Hydro said the reservoir stood at 97 percent of its capacity of 1.2 billion cubic metres at noon on Thursday."
FERRY = "The ferry carried 412 passengers and 36 crew when it left Tarsa on 13 October, more than twice as many as allowed."
BUDGET = "The Osmund government will cut its defence budget by $1.2bn next year, to about 4.5 percent of national income."
TALKS = "Trade minister Lena Korvath rejected the offer from Veldmark on Tuesday, two days before talks in Grendal."
MINE = "Veldmark supplies about 70% of the world's cobalt and refines nearly 90% of it, according to the Brask Institute."
QUOTE = "“We are not looking for a quarrel with our largest neighbour,” Korvath said after the meeting."
BANK = "The Bank of Talvi did not raise interest rates on Wednesday, although inflation rose to 6.1 percent in September."
SUIT = "Belmont Shipping sued Harrow Ports over the collision and accused its pilots of negligence."
MAY = "The operator may close the lower bridge if the river rises by another 40 centimetres, an official said."

NUMBERS = [
    Case(DAM, "The reservoir was at 97% of its capacity, Arda Hydro said on Thursday.", ""),
    Case(DAM, "The reservoir was at 79% of its capacity, Arda Hydro said on Thursday.", "numbers"),
    Case(DAM, "Arda Hydro said the reservoir, which holds 1,200 million cubic metres, was 97 per cent full at noon on Thursday.", ""),
    Case(DAM, "Arda Hydro said the reservoir, which holds 1.2 million cubic metres, was 97 per cent full at noon on Thursday.", "numbers"),
    Case(DAM, "Arda Hydro said the reservoir, which holds 1.2 billion litres, was 97 per cent full at noon on Thursday.", "numbers"),
    Case(FERRY, "The ferry had 412 passengers on board when it left Tarsa on 13 October.", ""),
    Case(FERRY, "The ferry had 36 passengers and 412 crew on board when it left Tarsa on 13 October.", "numbers"),
    Case(FERRY, "The ferry left Tarsa on 13 October with more than double the number of passengers allowed.", ""),
    Case(FERRY, "The ferry left Tarsa on 13 October with more than triple the number of passengers allowed.", "numbers"),
    Case(FERRY, "The ferry carried four hundred and twelve passengers when it left Tarsa on 13 October.", ""),
    Case(BUDGET, "Osmund will cut its defence budget by 1.2 billion dollars next year.", ""),
    Case(BUDGET, "Osmund will cut its defence budget by €1.2bn next year.", "numbers"),
    Case(BUDGET, "Osmund will cut its defence budget by $1.2m next year.", "numbers"),
    Case(BUDGET, "The Osmund government will cut its defence budget to $1.2bn, or 4.5 percentage points, next year.", "numbers"),
    Case(MINE, "Veldmark supplies about 90% of the world's cobalt, according to the Brask Institute.", "numbers"),
    Case(MINE, "About 70 percent of the world's cobalt comes from Veldmark, according to the Brask Institute.", ""),
    Case(MINE, "Veldmark refines more than 90% of the world's cobalt, the Brask Institute says.", "numbers"),
    Case("A third of the 90 lorries failed the brake test.", "Thirty of the 90 lorries failed the brake test.", "numbers"),
    Case(
        "A third of the lorries failed the brake test, the agency said.",
        "About 33 percent of the lorries failed the brake test, the agency said.",
        "",
    ),
    Case("A quarter of the lorries failed the brake test.", "One in four lorries failed the brake test.", ""),
    Case("A quarter of the lorries failed the brake test.", "A third of the lorries failed the brake test.", "numbers"),
    Case(
        "France 24 reported that rescuers were still searching the harbour.",
        "France 24 reported that 24 rescuers were still searching the harbour.",
        "numbers",
    ),
    Case("The trail is 16 kilometres long and climbs 900 metres.", "The trail is 10 miles long and climbs 900 metres.", ""),
    Case("The trail is 16 kilometres long and climbs 900 metres.", "The trail is 16 miles long and climbs 900 metres.", "numbers"),
    Case("Between 40 and 60 millimetres of rain are expected.", "Rain of 40 to 60 millimetres is expected.", ""),
    Case("Between 40 and 60 millimetres of rain are expected.", "Between 40 and 60 centimetres of rain are expected.", "numbers"),
    Case("At least 45 people were hurt, the fire brigade said.", "No more than 45 people were hurt, the fire brigade said.", "numbers"),
    Case("At least 45 people were hurt, the fire brigade said.", "More than 45 people were hurt, the fire brigade said.", ""),
    Case("The council voted 7-4 to keep the toll.", "The council voted 9-4 to keep the toll.", "numbers"),
    Case("Prices fell from 20 crowns to 15 crowns a kilo.", "Prices fell from 15 crowns to 20 crowns a kilo.", "numbers"),
    Case("Jonas Lutz, 45, was arrested in Mirefield.", "The 45-year-old Jonas Lutz was arrested in Mirefield.", ""),
    Case("Jonas Lutz, 45, was arrested in Mirefield.", "The 54-year-old Jonas Lutz was arrested in Mirefield.", "numbers"),
    Case("The gates open at 22:00 tonight.", "The gates open at 10 p.m. tonight.", ""),
    Case("The gates open at 22:00 tonight.", "The gates open at 20:00 tonight.", "numbers"),
    Case("The yard built 1,198 boats.", "The yard built nearly 1,200 boats.", ""),
    Case("The yard built 1,198 boats.", "The yard built nearly 2,100 boats.", "numbers"),
    Case("It was the third accident at the crossing this year.", "It was the fourth accident at the crossing this year.", "numbers"),
    Case("Hundreds of people marched through Grendal.", "Thousands of people marched through Grendal.", "numbers"),
    Case(
        "Two of the three pumps failed, so the tunnel filled with water.",
        "Three of the two pumps failed, so the tunnel filled with water.",
        "numbers",
    ),
]
DATES = [
    Case(TALKS, "Korvath turned down Veldmark's offer on Tuesday.", ""),
    Case(TALKS, "Korvath rejected the offer from Veldmark on Thursday.", "dates"),
    Case(FERRY, "The ferry left Tarsa on Oct. 13.", ""),
    Case(FERRY, "The ferry left Tarsa on Oct. 14.", "dates"),
    Case(FERRY, "The ferry left Tarsa on 13 November.", "dates"),
    Case("The mine closed in 1998 and reopened in 2016.", "The mine closed in 1989 and reopened in 2016.", "dates"),
    Case("The mine closed in 1998 and reopened in 2016.", "The mine closed in 2016 and reopened in 1998.", "numbers dates"),
    Case("The envoy left on Monday and returned on Friday.", "The envoy left on Friday and returned on Monday.", "dates roles"),
    Case("The strike begins next week, the union said.", "The strike began last week, the union said.", "dates direction"),
    Case("The vote took place in the 1980s.", "The vote took place in the 1990s.", "dates"),
    Case("It rained on Saturday.", "It rained on Sunday.", "dates"),
]
NAMES = [
    Case(TALKS, "Trade minister Lena Korvath rejected the offer from Osmund on Tuesday.", "names"),
    Case(TALKS, "Minister Korvath rejected Veldmark's offer on Tuesday.", ""),
    Case(TALKS, "Trade minister Pavel Hrast rejected the offer from Veldmark on Tuesday.", "names"),
    Case(
        "She rejected the plan on Tuesday.", "Korvath rejected the plan on Tuesday.", "", ("Lena Korvath came to Grendal with two aides.",)
    ),
    Case(
        "She rejected the plan on Tuesday.",
        "Pavel Hrast rejected the plan on Tuesday.",
        "names",
        ("Lena Korvath came to Grendal with two aides.",),
    ),
    Case("The World Grain Council expects a poor harvest.", "The WGC expects a poor harvest.", ""),
    Case("The World Grain Council expects a poor harvest.", "The WHO expects a poor harvest.", "names"),
    Case("Chinese officials declined to comment on the order.", "Officials in China declined to comment on the order.", ""),
    Case("Chinese officials declined to comment on the order.", "Japanese officials declined to comment on the order.", "names"),
    Case("The U.S. lifted the ban.", "The United States lifted the ban.", ""),
    Case("The road from Mirefield to Stoll Pass is shut.", "The road from Mirefield to Cape Lorne is shut.", "names"),
    Case("Harrow Ports opened a second quay.", "Belmont Ports opened a second quay.", "names"),
    Case("North Talvi has no railway, the ministry said.", "South Talvi has no railway, the ministry said.", "names direction"),
    Case("Viktor Salander runs the dam.", "Emil Salander runs the dam.", "names"),
    Case(
        "Smoke rose over the harbour of Tarsa on Monday.",
        "Korvath said smoke rose over the harbour of Tarsa on Monday.",
        "names",
        ("Lena Korvath toured the coast.",),
    ),
]
QUOTATIONS = [
    Case(QUOTE, 'Korvath said: "We are not looking for a quarrel with our largest neighbour."', ""),
    Case(QUOTE, "“We are not looking for a fight with our largest neighbour,” Korvath said.", "quotation"),
    Case(QUOTE, "“We are … looking for a quarrel with our largest neighbour,” Korvath said.", "quotation"),
    Case(QUOTE, "“We are not looking for a quarrel with [Veldmark],” Korvath said.", "", ("Talvi and Veldmark share a border.",)),
    Case(
        QUOTE, "Korvath said Talvi was not looking for a “quarrel” with its largest neighbour.", "", ("Talvi and Veldmark share a border.",)
    ),
    Case(
        QUOTE,
        "Korvath said Talvi was not looking for a “trade war” with its largest neighbour.",
        "quotation",
        ("Talvi and Veldmark share a border.",),
    ),
    Case(QUOTE, "“We are looking for a quarrel with our largest neighbour,” Korvath said.", "quotation"),
    Case(
        QUOTE,
        "“We are not looking for a quarrel with our largest neighbour,” Hrast said.",
        "names attribution",
        ("Pavel Hrast waited outside.",),
    ),
    Case(
        "She rejected the plan on Tuesday.",
        "[Korvath] rejected the plan on Tuesday.",
        "",
        ("Lena Korvath came to Grendal with two aides.",),
    ),
    Case(
        "She rejected the plan on Tuesday.",
        "[Pavel Hrast] rejected the plan on Tuesday.",
        "quotation",
        ("Lena Korvath came to Grendal with two aides.",),
    ),
    Case(
        "She rejected the plan on Tuesday.",
        "She rejected the plan [to sell the harbour] on Tuesday.",
        "quotation",
        ("Lena Korvath came to Grendal.",),
    ),
]
ATTRIBUTIONS = [
    Case("“The dam is safe,” she said.", "“The dam is safe,” Dunja Korda said.", "", ("Mayor Dunja Korda said nobody had to leave home.",)),
    Case(
        "“The dam is safe,” she said.",
        "“The dam is safe,” Viktor Salander said.",
        "attribution names",
        ("Viktor Salander left early.", "Mayor Dunja Korda said nobody had to leave home."),
    ),
    Case("Korvath said Hrast had misled the court.", "Hrast said Korvath had misled the court.", "attribution roles"),
    Case("Hrast claimed that the dam was built on sand.", "The dam was built on sand.", "attribution"),
    Case("The gates were opened at noon, according to Arda Hydro.", "Arda Hydro said the gates were opened at noon.", ""),
    Case("Police accused the driver of racing a friend to the bridge.", "The driver raced a friend to the bridge.", "attribution"),
]
ROLES = [
    Case(SUIT, "Harrow Ports sued Belmont Shipping over the collision.", "roles"),
    Case(SUIT, "Harrow Ports was sued by Belmont Shipping over the collision.", ""),
    Case(SUIT, "Belmont Shipping was sued by Harrow Ports over the collision.", "roles"),
    Case("Korvath met Hrast in Grendal.", "Hrast met Korvath in Grendal.", ""),
    Case("Talvi defeated Osmund 3-1 in the final.", "Osmund defeated Talvi 3-1 in the final.", "roles"),
    Case("The union criticised the ministry for the delay.", "The ministry criticised the union for the delay.", "roles"),
    Case(
        "Veldmark sold the frigate to Osmund for 40 million crowns.", "Osmund sold the frigate to Veldmark for 40 million crowns.", "roles"
    ),
    Case("Salander succeeded Varnay as chief executive.", "Varnay succeeded Salander as chief executive.", "roles"),
]
NEGATIONS = [
    Case(BANK, "The Bank of Talvi left interest rates unchanged on Wednesday; it did not raise them.", ""),
    Case(BANK, "The Bank of Talvi raised interest rates on Wednesday.", "negation"),
    Case(BANK, "The Bank of Talvi refused to raise interest rates on Wednesday.", ""),
    Case("The crew never reported the leak.", "The crew reported the leak.", "negation"),
    Case("The crew reported the leak.", "The crew never reported the leak.", "negation"),
    Case("The crew reported the leak.", "The crew failed to report the leak.", "negation"),
    Case("The crew failed to report the leak.", "The crew did not report the leak.", ""),
    Case("No evidence of sabotage was found, the inquiry said.", "Evidence of sabotage was found, the inquiry said.", "negation"),
    Case("No evidence of sabotage was found, the inquiry said.", "The inquiry said it found no evidence of sabotage.", ""),
    Case("The ship left without a pilot.", "The ship left with a pilot.", "negation direction"),
    Case("Nobody was hurt in the fire.", "No one was hurt in the fire.", ""),
    Case("Residents can no longer use the bridge.", "Residents can use the bridge.", "negation"),
    Case("The fee isn't refundable.", "The fee is not refundable.", ""),
    Case("The fee isn't refundable.", "The fee is refundable.", "negation"),
    Case("The treaty is unlikely to be signed this year.", "The treaty is not likely to be signed this year.", ""),
    Case("The minister denied that the fund was empty.", "The minister confirmed that the fund was empty.", "direction"),
    Case("The port was not only closed but flooded.", "The port was closed and flooded.", ""),
    Case("Neither Talvi nor Osmund signed the treaty.", "Talvi and Osmund signed the treaty.", "negation"),
    Case("Talvi refused to sign the treaty.", "Talvi agreed to sign the treaty.", "negation direction"),
    Case("Talvi declined to sign the treaty.", "Talvi refused to sign the treaty.", ""),
]
DIRECTIONS = [
    Case(BANK, "Inflation fell to 6.1 percent in September, and the Bank of Talvi did not raise interest rates.", "direction"),
    Case(BANK, "Inflation climbed to 6.1 percent in September, and the Bank of Talvi did not raise interest rates.", ""),
    Case(TALKS, "Trade minister Lena Korvath accepted the offer from Veldmark on Tuesday.", "direction"),
    Case(TALKS, "Korvath rejected the offer two days after talks in Grendal.", "direction dates"),
    Case("Parliament approved the bill.", "Parliament voted down the bill.", "direction"),
    Case("Parliament approved the bill.", "Parliament passed the bill.", ""),
    Case("Exports of grain surged while imports of steel fell.", "Exports of grain fell while imports of steel surged.", "direction"),
    Case("The court convicted Lutz of fraud.", "The court acquitted Lutz of fraud.", "direction"),
    Case("The ministry tightened the rules on mining.", "The ministry loosened the rules on mining.", "direction"),
    Case("Shares of Belmont Shipping rose 4 percent after the news.", "Belmont Shipping shares gained 4 percent after the news.", ""),
    Case(
        "Shares of Belmont Shipping rose 4 percent after the news.", "Belmont Shipping shares lost 4 percent after the news.", "direction"
    ),
    Case("The union praised the offer.", "The union criticised the offer.", "direction"),
    Case("Osmund lifted its ban on timber.", "Osmund imposed a ban on timber.", "direction"),
    Case("The water level is above the mark.", "The water level is below the mark.", "direction"),
    Case("After the gates opened, the river rose.", "The river rose after the gates opened.", ""),
    Case("The river rose after the gates opened.", "The river rose before the gates opened.", "direction"),
    Case("The oldest mill in Tarsa is for sale.", "The newest mill in Tarsa is for sale.", "direction"),
]
MODALITIES = [
    Case(MAY, "The operator will close the lower bridge if the river rises by another 40 centimetres, an official said.", "modality"),
    Case(MAY, "The operator has closed the lower bridge, an official said.", "modality"),
    Case(MAY, "The lower bridge could be closed if the river rises by another 40 centimetres, an official said.", ""),
    Case("Osmund plans to build a second lock.", "Osmund built a second lock.", "modality"),
    Case("Osmund plans to build a second lock.", "Osmund intends to build a second lock.", ""),
    Case("Osmund plans to build a second lock.", "Osmund will build a second lock.", "modality"),
    Case("Veldmark threatened to impose a toll on barges.", "Veldmark imposed a toll on barges.", "modality"),
    Case("Veldmark threatened to impose a toll on barges.", "Veldmark threatened barges with a toll.", ""),
    Case("The summit will open in Grendal on Friday.", "The summit is to open in Grendal on Friday.", ""),
    Case("The summit will open in Grendal on Friday.", "The summit opened in Grendal on Friday.", "modality"),
    Case("The clerk allegedly took 40,000 crowns.", "The clerk took 40,000 crowns.", "modality"),
    Case("The dam broke at dawn.", "The dam may have broken at dawn.", "modality"),
    Case("Rain will probably fall before dawn.", "Rain will fall before dawn.", "modality"),
    Case("The ministry considered closing the mine.", "The ministry closed the mine.", "modality"),
]
ADDITIONS = [
    Case(SUIT, "Belmont Shipping sued Harrow Ports over the collision, which had cost eleven sailors their lives.", "additions numbers"),
    Case(SUIT, "Belmont Shipping took Harrow Ports to court over the collision.", ""),
    Case(MAY, "The operator may close the lower bridge because engineers found deep cracks in its eastern pillar.", "additions"),
    Case("The gates were opened at noon.", "Viktor Salander grew up in a village near the border.", "additions names"),
]
ALL = {
    "numbers": NUMBERS,
    "dates": DATES,
    "names": NAMES,
    "quotation": QUOTATIONS,
    "attribution": ATTRIBUTIONS,
    "roles": ROLES,
    "negation": NEGATIONS,
    "direction": DIRECTIONS,
    "modality": MODALITIES,
    "additions": ADDITIONS,
}
