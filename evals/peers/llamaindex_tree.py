"""LlamaIndex tree summarise with citations: every chunk is a numbered source, the tree's prompt asks for the numbers (as its citation
engine does)."""

from llama_index.core import Document, Settings
from llama_index.core.indices.prompt_helper import PromptHelper
from llama_index.core.instrumentation import get_dispatcher
from llama_index.core.instrumentation.event_handlers import BaseEventHandler
from llama_index.core.instrumentation.events import BaseEvent
from llama_index.core.instrumentation.events.llm import LLMChatEndEvent
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.prompts import PromptTemplate
from llama_index.core.response_synthesizers import TreeSummarize
from llama_index.llms.openai_like import OpenAILike

from evals.peers.asking import Asked, answer

TREE = (
    "Below are numbered parts of news articles, or summaries of them that cite such numbers.\n---------------------\n{{context_str}}\n"
    "---------------------\nUsing only these, write a summary of at most {words} words, as bullet points.{question} "
    "After every sentence cite the articles it rests on by number, like [1] or [2][3]; keep the numbers of summaries.\n{{query_str}}"
)
CHUNK = 1500
"""Tokens of a source."""


def summarise(asked: Asked) -> str:
    llm = OpenAILike(
        model=asked.model, api_base=asked.base_url, api_key=asked.key, is_chat_model=True, context_window=asked.context, max_retries=0,
        max_tokens=asked.answer_tokens, temperature=0, timeout=asked.timeout,
    )  # fmt: skip
    Settings.llm = llm
    get_dispatcher().add_event_handler(Counting(asked))
    splitter = SentenceSplitter(chunk_size=CHUNK, chunk_overlap=0)
    sources = [
        f"Article [{number}]:\n{node.get_content()}"
        for number, text in enumerate(asked.texts, 1)
        for node in splitter.get_nodes_from_documents([Document(text=text)])
    ]
    helper = PromptHelper(context_window=asked.context, num_output=asked.answer_tokens)
    template = PromptTemplate(TREE.format(words=asked.words, question=asked.question))
    tree = TreeSummarize(llm=llm, prompt_helper=helper, summary_template=template)
    return str(tree.get_response(asked.focus, sources))


class Counting(BaseEventHandler):  # type: ignore[misc]
    """Hears the usage of every reply."""

    asked: object = None

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked

    @classmethod
    def class_name(cls) -> str:
        return "Counting"

    def handle(self, event: BaseEvent, **kwargs: object) -> None:
        if isinstance(event, LLMChatEndEvent) and event.response is not None:
            usage = getattr(event.response.raw, "usage", None)
            asked = self.asked
            assert isinstance(asked, Asked)
            asked.spent.add(getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None))


if __name__ == "__main__":
    answer(__doc__, summarise)
