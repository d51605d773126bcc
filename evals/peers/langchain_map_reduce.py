"""LangChain map-reduce: every article is summarised, then the summaries, which keep their articles' numbers, become one summary with
citations."""

from langchain_core.messages import AIMessage
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter

from evals.peers.asking import CHARACTERS_A_TOKEN, Asked, answer, numbered

MAP = "Write a concise summary of the following part of news article [{number}], in at most {words} words.{question}\n\n{text}"
REDUCE = (
    "The following is a set of summaries of numbered news articles:\n\n{summaries}\n\n"
    "Take these and distill them into one final, consolidated summary of at most {words} words, as bullet points.{question} "
    "After every sentence cite the articles it rests on by number, like [1] or [2][3]."
)
CHUNK = 3000
"""Tokens of a map call."""


def summarise(asked: Asked) -> str:
    llm = ChatOpenAI(
        model=asked.model, base_url=asked.base_url, api_key=asked.key, max_retries=0, temperature=0,
        max_tokens=asked.answer_tokens, timeout=asked.timeout,
    )  # fmt: skip
    splitter = RecursiveCharacterTextSplitter(chunk_size=int(CHUNK * CHARACTERS_A_TOKEN), chunk_overlap=0)
    parts = [(number, part) for number, text in enumerate(asked.texts, 1) for part in splitter.split_text(text)]
    questions = [{"number": number, "text": part, "words": max(60, asked.words // 2), "question": asked.question} for number, part in parts]
    mapped = (ChatPromptTemplate.from_messages([("human", MAP)]) | llm).batch(questions, config={"max_concurrency": 1})
    by_article = [
        " ".join(_said(message, asked) for (n, _), message in zip(parts, mapped, strict=True) if n == number)
        for number in range(1, len(asked.texts) + 1)
    ]
    reduce = ChatPromptTemplate.from_messages([("human", REDUCE)]) | llm
    summaries = numbered(by_article, asked.room(REDUCE))
    return _said(reduce.invoke({"summaries": summaries, "words": asked.words, "question": asked.question}), asked)


def _said(message: AIMessage, asked: Asked) -> str:
    usage = message.usage_metadata or {}
    asked.spent.add(usage.get("input_tokens"), usage.get("output_tokens"))
    return str(message.content)


if __name__ == "__main__":
    answer(__doc__, summarise)
