"""A month of invented news: which outlet publishes which article on which day, and the truth about every sentence."""

import random
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from evals.daily.arcs import PLANTED, Arc, Cast, Family

_FIRST = tuple(
    "Ada Bruno Cilla Dario Edda Falk Gerda Hanno Ines Jorn Kaja Levin Mara Nils Odile Pavel Quirin Runa Sanna Tjard Ulla Viggo Wanda Yara "
    "Zeno".split()
)
_STEM = tuple(
    "Al Bar Cor Dal Er Fen Gar Hol Is Jar Kes Lor Mar Nor Ost Pel Quin Ras Sel Tal Ur Vel Wes Yar Zan Bel Cam Dun Fal Gil".split()
)
_MID = "a e i o u ar en il or un".split()
_END = {
    "place": "ia mark land onia wick shire".split(),
    "town": "ton ford stad burg by haven mouth field".split(),
    "name": "berg sson ek olm ric anto ova elli ung meier".split(),
    "firm": "tex mills lines foods works dyn".split(),
    "thing": "rin dale ost ander quist mere".split(),
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January February March April May June July August September October November December").split()
_PROMOTION = (
    "Subscribe to our newsletter and never miss a story.",
    "Sign up today for unlimited access to all our reporting.",
)


@dataclass(frozen=True)
class Told:
    """One sentence of an article and what it states: state `state` of fact `fact` of story `story`."""

    text: str
    story: str
    fact: str
    state: int


@dataclass
class Post:
    """An article as one outlet publishes it. `versions` are (day, sentences): an edit or a correction adds one; `item` days are those on
    which the feed lists it. `wire`: copied from that post. `trap` names what is odd about it."""

    key: str
    outlet: int
    day: int
    title: str
    story: str
    versions: list[tuple[int, list[Told], str]] = field(default_factory=list)
    wire: str | None = None
    trap: str = ""

    def on(self, day: int) -> tuple[list[Told], str]:
        """The sentences and the edit's kind as they stand on a day."""
        _, told, kind = [version for version in self.versions if version[0] <= day][-1]
        return told, kind


@dataclass(frozen=True)
class Plant:
    """A planted change of one fact of a story on a day of the world: any sentence of `before` became any of `after`."""

    day: int
    story: str
    family: str
    fact: str
    kind: str
    before: frozenset[str]
    after: frozenset[str]


@dataclass
class World:
    start: date
    days: int
    outlets: int
    posts: list[Post] = field(default_factory=list)
    plants: list[Plant] = field(default_factory=list)
    sentences: dict[str, Told] = field(default_factory=dict)

    def add(self, post: Post) -> None:
        self.posts.append(post)
        for _, told, _ in post.versions:
            self.sentences.update((sentence.text, sentence) for sentence in told)


class _Names:
    """Names that no two stories share."""

    def __init__(self, rng: random.Random) -> None:
        self._rng, self._used = rng, set[str]()

    def __call__(self, kind: str) -> str:
        while True:
            name = self._rng.choice(_STEM) + self._rng.choice(_MID) + self._rng.choice(_END[kind])
            if name not in self._used:
                self._used.add(name)
                return name

    def person(self) -> str:
        return f"{self._rng.choice(_FIRST)} {self('name')}"


def make(families: tuple[Family, ...], *, seed: int = 7, days: int = 30, outlets: int = 40, stories: int = 60, singles: int = 500) -> World:
    """A world of `days` days. Everything follows from the seed."""
    rng = random.Random(seed)
    world = World(date(2031, 3, 3), days, outlets)
    names = _Names(rng)
    for number in range(stories):
        _story(world, rng, names, families[number % len(families)], number, first=rng.randint(0, max(0, days - 4)))
    for number in range(singles):
        _single(world, rng, names, number)
    return world


def _cast(rng: random.Random, names: _Names, first: date) -> Cast:
    def dates(days: int) -> str:
        day = first + timedelta(days=days)
        return f"{day.day} {_MONTHS[day.month - 1]}"

    def weekdays(days: int) -> str:
        return _WEEKDAYS[(first + timedelta(days=days)).weekday()]

    body = f"the {names('place')} council"
    return Cast(
        place=names("place"), town=names("town"), person=names.person(), other=names.person(), firm=names("firm").capitalize(),
        rival=names("firm").capitalize(), body=body, thing=names("thing"), dates=dates, weekdays=weekdays,
    )  # fmt: skip


def _story(world: World, rng: random.Random, names: _Names, family: Family, number: int, first: int) -> None:
    arc = family(rng, _cast(rng, names, world.start + timedelta(days=first)))
    key = f"s{number}-{arc.family}"
    outlets = rng.sample(range(world.outlets), min(world.outlets, rng.randint(3, 6)))
    for beat in arc.days:
        day = first + beat
        if day >= world.days:
            break
        for fact in arc.facts:
            state = fact.at(beat)
            if state and fact.states[state].day == beat and fact.states[state].kind in PLANTED:
                states = fact.states
                earlier = frozenset(text for old in states[:state] for text in old.wordings)
                world.plants.append(Plant(day, key, arc.family, fact.name, states[state].kind, earlier, frozenset(states[state].wordings)))
        writing = outlets if beat == 0 else rng.sample(outlets, max(2, len(outlets) - rng.randint(0, 2)))
        originals = [_article(world, rng, arc, key, beat, day, outlet) for outlet in writing]
        if rng.random() < 0.45:
            _wire(world, rng, originals[0], set(writing))
    _late(world, rng, arc, key, first, outlets)


def _article(world: World, rng: random.Random, arc: Arc, key: str, beat: int, day: int, outlet: int) -> Post:
    """Leads with what is new, goes on with what still holds."""
    fresh: list[Told] = []
    holding: list[Told] = []
    for fact in arc.facts:
        state = fact.at(beat)
        if state is None:
            continue
        told = Told(rng.choice(fact.states[state].wordings), key, fact.name, state)
        (fresh if fact.states[state].day == beat else holding).append(told)
    kept = [told for told in holding if rng.random() < 0.4]
    steady = [told for told in fresh if told.fact.startswith("steady")]
    fresh = [told for told in fresh if told not in steady] + [told for told in steady if rng.random() < 0.6] or fresh
    sentences = [*fresh, *kept, *_colour(rng, key, beat, outlet, arc)]
    post = Post(f"{key}-d{day}-o{outlet}", outlet, day, _title(sentences[0].text), key, [(day, sentences, "first")])
    world.add(post)
    _later_edit(world, rng, post, key)
    return post


_WITNESSES = (
    "baker",
    "bus driver",
    "student",
    "plumber",
    "retired teacher",
    "nurse",
    "florist",
    "postman",
    "shopkeeper",
    "cyclist",
    "welder",
    "librarian",
)
_SAID = (
    "“{x} is what I will remember,” said {n}, a {w} who stopped to watch.", "{n}, a {w}, told this paper that {x} had been on everybody’s mind for days.",
    "A {w} by the name of {n} had brought {x} and shared it with those who waited.", "For {n}, a {w}, the day began with {x} and ended with it.",
    "It was {x} that {n} spoke of first; the {w} had not slept.", "Asked about {x}, the {w} {n} shrugged and pointed at the sky.",
    "{n} keeps {x} in a drawer and, as a {w}, has seen a good deal.", "Nobody mentioned {x} except {n}, a {w} with little time.",
)  # fmt: skip
_THINGS = (
    "the silence", "a thermos of tea", "the smell of wet wool", "an old photograph", "the noise of the generators", "a borrowed umbrella", "the long queue",
    "a hand-drawn map", "the light on the water", "a radio with a broken aerial", "the second phone call", "a box of oranges", "the empty car park",
)  # fmt: skip


def _colour(rng: random.Random, key: str, beat: int, outlet: int, arc: Arc) -> list[Told]:
    """Sentences that only this outlet has: witnesses and their things."""
    found = []
    for number in range(rng.randint(2, 4)):
        name = f"{rng.choice(_FIRST)} {rng.choice(_STEM)}{rng.choice(_MID)}{rng.choice(_END['name'])}"
        text = rng.choice(_SAID).format(x=rng.choice(_THINGS), n=name, w=rng.choice(_WITNESSES))
        found.append(
            Told(
                re.sub(r"[a-z]", lambda first: first[0].upper(), text, count=1) if text[0] in "“abcdefghijklmnopqrstuvwxyz" else text,
                key,
                f"colour-{beat}-{outlet}-{number}",
                0,
            )
        )
    return found


def _later_edit(world: World, rng: random.Random, post: Post, key: str) -> None:
    """One in six articles changes upstream on the next day: a typo mended, a paragraph added, a number or a name corrected."""
    day, sentences, _ = post.versions[0]
    if day + 1 >= world.days or rng.random() > 1 / 6:
        return
    kind = rng.choice(["typo", "added", "corrected", "corrected", "noted"])
    changed = list(sentences)
    if kind == "added":
        changed.append(
            Told(f"A reader of outlet {post.outlet} sent {rng.randint(2, 90)} photographs of the scene.", key, f"added-{post.key}", 0)
        )
    elif kind == "typo":
        wrong = changed[-1]
        spoiled = Told(_misspelt(wrong.text), wrong.story, wrong.fact, wrong.state)
        post.versions[0] = (day, [*sentences[:-1], spoiled], "first")
        world.sentences[spoiled.text] = spoiled
    else:
        at = next((i for i, told in enumerate(sentences) if re.search(r"\b\d{2,}\b", told.text) and told.fact.startswith("steady")), None)
        if at is None:
            return
        right = sentences[at]
        wrong_text = re.sub(r"\b\d{2,}\b", lambda found: str(int(found[0]) + 7), right.text, count=1)
        fact = f"slip-{post.key}"
        wrong, mended = Told(wrong_text, key, fact, 0), Told(right.text, key, right.fact, 0)
        post.versions[0] = (day, [*sentences[:at], wrong, *sentences[at + 1 :]], "first")
        changed[at] = mended
        world.sentences[wrong.text] = wrong
        if kind == "noted":
            changed.append(Told("Correction: an earlier version of this article gave a wrong number.", key, fact, 1))
        after = frozenset(told.text for told in (mended, changed[-1] if kind == "noted" else mended))
        world.plants.append(Plant(day + 1, key, "correction", fact, "corrected", frozenset({wrong.text}), after))
    post.versions.append((day + 1, changed, kind))
    world.sentences.update((told.text, told) for told in changed)


def _misspelt(text: str) -> str:
    words = text.split()
    at = max(range(len(words)), key=lambda i: (words[i].isalpha() and words[i].islower(), len(words[i])))
    word = words[at]
    words[at] = (
        word[: len(word) // 2] + word[len(word) // 2 + 1] + word[len(word) // 2] + word[len(word) // 2 + 2 :] if len(word) > 4 else word
    )
    return " ".join(words)


def _wire(world: World, rng: random.Random, original: Post, taken: set[int]) -> None:
    """Other outlets print the same text under their own headline."""
    free = [outlet for outlet in range(world.outlets) if outlet not in taken]
    for outlet in rng.sample(free, min(len(free), rng.randint(1, 4))):
        day, sentences, _ = original.versions[0]
        post = Post(
            f"{original.key}-w{outlet}",
            outlet,
            day,
            f"Agencies: {original.title}",
            original.story,
            [(day, list(sentences), "first")],
            wire=original.key,
        )
        world.add(post)


def _late(world: World, rng: random.Random, arc: Arc, key: str, first: int, outlets: list[int]) -> None:
    """On a quiet day an outlet repeats what everybody knows."""
    quiet = [beat for beat in range(1, arc.days[-1]) if beat not in arc.days and first + beat < world.days]
    for beat in quiet[:2]:
        known = [(fact, fact.at(beat)) for fact in arc.facts]
        told = [Told(rng.choice(fact.states[state].wordings), key, fact.name, state) for fact, state in known if state is not None]
        for outlet in rng.sample(outlets, 2):
            sentences = rng.sample(told, min(len(told), 4))
            world.add(
                Post(f"{key}-q{beat}-o{outlet}", outlet, first + beat, _title(sentences[0].text), key, [(first + beat, sentences, "first")])
            )


_LOCAL = (
    "{n} people were hurt in a crash on the ring road of {town} on {weekday}.",
    "The library of {town} will stay open until nine in the evening from {month}.",
    "A bakery in {town} won the prize for the best rye loaf with {n} entries against it.",
    "The council of {town} put up parking fees by {n} percent.",
    "A flock of {n} cranes was seen over the marsh of {town}.",
    "{person} won the marathon of {town} in two hours and {n} minutes.",
    "The swimming pool of {town} closes for {n} days to mend its roof.",
    "Firefighters in {town} put out a fire in a barn and saved {n} calves.",
    "{firm} opened a workshop in {town} and took on {n} people.",
    "The school of {town} has {n} pupils more than last year.",
    "A court in {town} fined a landlord {n},000 crowns for cold flats.",
    "{person} was elected head of the anglers of {town} with {n} votes.",
)
_LOCAL_MORE = (
    "{person} of {town} said that nobody had expected it.", "It is the third time since 2024 that {town} was in the news for it.",
    "{firm} paid for the repairs and the flowers.", "Neighbours brought soup, and the mayor of {town} came by in the afternoon.",
    "The matter goes back to a letter that {person} wrote in spring.",
)  # fmt: skip


def _single(world: World, rng: random.Random, names: _Names, number: int) -> None:
    """A local item that one outlet has. Many look alike: crashes, fires, fines in different towns."""
    day = rng.randrange(world.days)
    key = f"n{number}"
    fill = {
        "n": rng.randint(2, 90), "town": names("town"), "weekday": _WEEKDAYS[(world.start + timedelta(days=day)).weekday()],
        "month": rng.choice(_MONTHS), "person": names.person(), "firm": names("firm").capitalize(),
    }  # fmt: skip
    lead = rng.choice(_LOCAL).format(**fill)
    rest = [template.format(**fill) for template in rng.sample(_LOCAL_MORE, 3)]
    told = [Told(text[0].upper() + text[1:], key, f"local{i}", 0) for i, text in enumerate([lead, *rest])]
    world.add(Post(f"{key}-o", rng.randrange(world.outlets), day, _title(told[0].text), key, [(day, told, "first")]))


def _title(text: str) -> str:
    words = text.rstrip(".").split()
    return " ".join(words[:10]).rstrip(",")


def paragraphs(post: Post, day: int) -> list[str]:
    """The article's paragraphs as they stand on a day; some outlets put a line of promotion at the end."""
    told, _ = post.on(day)
    texts = [sentence.text for sentence in told]
    grouped = [" ".join(texts[i : i + 2]) for i in range(0, len(texts), 2)]
    return [*grouped, _PROMOTION[post.outlet % 2]] if post.outlet % 5 == 0 else grouped
