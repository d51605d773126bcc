"""What delivering can fail with."""

from summarizer.errors import SummarizerError


class DeliveryFailed(SummarizerError):
    """The edition did not get there this time; it stays in the outbox and is tried again by the next run."""
