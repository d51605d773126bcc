"""A story's place in a brief, where somebody decides it: how many words, which sections, under which name."""

from collections.abc import Callable, Sequence
from datetime import date

from summarizer.article import Article
from summarizer.brief import Story
from summarizer.stages.choosing.story import StoryPlan
from summarizer.stages.sorting.corpus import Corpus
from summarizer.value import Value


class Slot(Value):
    """`articles` are the story's originals; `sections` None means those of the outline. `story`, `status` and `first_seen` replace what the
    articles alone would give."""

    articles: tuple[Article, ...]
    words: int
    sections: tuple[str, ...] | None = None
    story: str | None = None
    status: str | None = None
    first_seen: date | None = None

    def label(self, story: Story) -> Story:
        """The story under its own name."""
        given = {"id": self.story, "status": self.status, "first_seen": self.first_seen}
        return story.model_copy(update={name: value for name, value in given.items() if value is not None})


class Planned(Value):
    """What a slot will tell."""

    slot: Slot
    plan: StoryPlan


Arrange = Callable[[Corpus], Sequence[Slot]]
"""Which stories a brief tells, in which order and at which length."""
