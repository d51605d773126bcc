"""How many tokens is a text? Exactly where a vocabulary lies on this machine, else by estimate; the network is never asked."""

import contextlib
import hashlib
import os
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.protocols import TokenCounter

if TYPE_CHECKING:
    from tiktoken import Encoding

# Newest first. tiktoken keeps a vocabulary under the SHA-1 of its address and fetches it again when its SHA-256 is not this.
_VOCABULARIES = {
    "o200k_base": ("fb374d419588a4632f3f557e76b4b70aebbca790", "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"),
    "cl100k_base": ("9b5ad71b2ce5302211f9c61530b329a4922fc6a4", "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7"),
}


class EstimatedTokens:
    """A TokenCounter without a vocabulary. On English news it counts a fifth too many, so limits err to the safe side."""

    name = "estimate: UTF-8 bytes / 4"

    def count(self, text: str) -> int:
        """Tokens, rounded up."""
        size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
        return -(-size // 4)


class TiktokenTokens:
    """A TokenCounter with tiktoken; the vocabulary is loaded at the first count. Safe to use from several threads."""

    def __init__(self, encoding: str) -> None:
        self._encoding_name = encoding
        self._encoding: Encoding | None = None
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        return f"tiktoken {self._encoding_name}"

    def count(self, text: str) -> int:
        """Tokens; special tokens count as the characters they are written with."""
        if self._encoding is None:
            with self._lock:
                if self._encoding is None:
                    import tiktoken

                    self._encoding = tiktoken.get_encoding(self._encoding_name)
        return len(self._encoding.encode_ordinary(text))


def token_counter(model: str | None = None) -> TokenCounter:
    """The best counter this machine has for a model (None: for no model in particular). Never downloads and never waits.

    For a model that tiktoken does not know the newest vocabulary here is used; the counter's name says which one.
    """
    usable = list(_VOCABULARIES)
    if model is not None:
        import tiktoken.model

        with contextlib.suppress(KeyError):
            usable = [tiktoken.model.encoding_name_for_model(model)]
    return next((TiktokenTokens(name) for name in usable if _is_here(name)), EstimatedTokens())


def _is_here(encoding: str) -> bool:
    """Whether tiktoken would find this vocabulary in its cache, whole."""
    if encoding not in _VOCABULARIES:
        return False
    file_name, digest = _VOCABULARIES[encoding]
    path = _folder() / file_name
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _folder() -> Path:
    for variable in ("TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"):
        if variable in os.environ:
            return Path(os.environ[variable] or "/nowhere")  # tiktoken takes an empty one to mean no cache
    return Path(tempfile.gettempdir()) / "data-gym-cache"
