"""What do tokens cost? Prices that the user states, else those that genai-prices ships (no network)."""

import re

from summarizer.value import Value

_LOCAL = re.compile(
    r"https?://(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[\w-]+(?::|/|$)"
    r"|[\w.-]+\.(?:local|lan|internal)\b)",
    re.IGNORECASE,
)


class Price(Value):
    """USD per million tokens. `source` says where the figures come from."""

    per_million_in: float
    per_million_out: float
    source: str

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        """USD."""
        return (tokens_in * self.per_million_in + tokens_out * self.per_million_out) / 1_000_000


def price_of(model: str, endpoint: str | None = None) -> Price | None:
    """The list price of a model, None where it is not known. A server on this machine or network has no list price."""
    if endpoint is not None and _LOCAL.match(endpoint):
        return None
    from genai_prices import Usage, calc_price

    size = 10_000  # of one call: prices may rise with its length
    usage = Usage(input_tokens=size, output_tokens=size)
    try:
        found = calc_price(usage, model, provider_api_url=endpoint)
    except (LookupError, ValueError):  # an endpoint of one's own: what the model costs at its maker's
        try:
            found = calc_price(usage, model)
        except (LookupError, ValueError):
            return None
    per_million = 1_000_000 / size
    return Price(
        per_million_in=round(float(found.input_price) * per_million, 6),
        per_million_out=round(float(found.output_price) * per_million, 6),
        source=f"genai-prices, {found.provider.name}",
    )
