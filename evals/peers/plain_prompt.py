"""The prompt that everybody tries first: all articles at once, "summarise these with citations"."""

from openai import OpenAI

from evals.peers.asking import Asked, answer, numbered

PROMPT = (
    "Summarise the following news articles in at most {words} words, as bullet points.{question} "
    "After every sentence cite the articles it rests on by number, like [1] or [2][3].\n\n{articles}"
)


def summarise(asked: Asked) -> str:
    client = OpenAI(base_url=asked.base_url, api_key=asked.key, max_retries=0, timeout=asked.timeout)
    prompt = PROMPT.format(words=asked.words, question=asked.question, articles=numbered(asked.texts, asked.room(PROMPT)))
    reply = client.chat.completions.create(
        model=asked.model, messages=[{"role": "user", "content": prompt}], max_tokens=asked.answer_tokens, temperature=0
    )
    if reply.usage:
        asked.spent.add(reply.usage.prompt_tokens, reply.usage.completion_tokens)
    return reply.choices[0].message.content or ""


if __name__ == "__main__":
    answer(__doc__, summarise)
