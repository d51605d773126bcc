"""A local cross-encoder as an Entailment: any ONNX export of a Hugging Face sequence-classification model for NLI or fact checking.

A model is a folder with `config.json`, `tokenizer.json` and `model.onnx` (or `onnx/model.onnx`), or the name of one that is already in the
local Hugging Face cache. Nothing is downloaded. Needs the extra `nli` (onnxruntime, tokenizers).
"""

import asyncio
import json
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.protocols import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

_MODEL_FILES = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx")
_SUPPORTS = ("entail", "support", "consistent", "faithful", "factual", "grounded", "true", "yes")
_LONGEST = 512  # tokens of a window and its claim
_OVERLAP = 64  # tokens that two windows of one premise share


class OnnxEntailment:
    """The probability of entailment that a cross-encoder gives, on the CPU; of a long premise, by the window that supports the claim best.

    NaN for a claim too long for the model. Raises UsageError, one line, when the model cannot be loaded.
    """

    def __init__(self, name: str, *, batch: int = 16, threads: int = 0) -> None:
        """`name` is a folder or a name in the local cache; `batch` windows are scored at once; `threads` 0 lets the runtime choose."""
        try:
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError:
            raise UsageError("a local entailment model needs two more packages: pip install 'summarizer[nli]'") from None
        folder = find(name)
        config = _config(folder)
        self._label = entailment_label(config, folder)
        self._longest = _window(config)
        pad = config.get("pad_token_id")
        self._pad = pad if isinstance(pad, int) else 0
        self._batch = batch
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(str(_file(folder)), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise UsageError(f"the entailment model in {folder} cannot be loaded: {str(error).splitlines()[0][:200]}") from None
        self._tokenizer.no_padding()
        self._inputs = {given.name for given in self._session.get_inputs()}

    async def score(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        """One score a pair, in order; equal pairs are scored once. Runs in a thread."""
        return await asyncio.to_thread(self.score_now, pairs)

    def score_now(self, pairs: Sequence[Pair]) -> tuple[float, ...]:
        """`score`, waited for."""
        windows: list[tuple[Pair, Encoding]] = []
        best: dict[Pair, float] = dict.fromkeys(pairs, math.nan)
        for pair in best:
            windows += [(pair, window) for window in self._windows(pair)]
        windows.sort(key=lambda one: len(one[1].ids))  # batches of about one length waste no padding
        for at in range(0, len(windows), self._batch):
            part = windows[at : at + self._batch]
            for (pair, _), score in zip(part, self._run([window for _, window in part]), strict=True):
                best[pair] = score if math.isnan(best[pair]) else max(best[pair], score)
        return tuple(best[pair] for pair in pairs)

    def _windows(self, pair: Pair) -> "list[Encoding]":
        self._tokenizer.no_truncation()
        claim = len(self._tokenizer.encode(pair.claim).ids)
        if claim > self._longest - 2 * _OVERLAP:
            return []
        stride = min(_OVERLAP, (self._longest - claim) // 4)
        self._tokenizer.enable_truncation(self._longest, stride=stride, strategy="only_first")
        first = self._tokenizer.encode(pair.premise, pair.claim)
        return [first, *first.overflowing]

    def _run(self, windows: "Sequence[Encoding]") -> list[float]:
        import numpy as np

        width = max(len(window.ids) for window in windows)
        given = {
            "input_ids": _padded([window.ids for window in windows], width, self._pad),
            "attention_mask": _padded([window.attention_mask for window in windows], width),
            "token_type_ids": _padded([window.type_ids for window in windows], width),
        }
        logits = np.asarray(self._session.run(None, {name: array for name, array in given.items() if name in self._inputs})[0], np.float64)
        if logits.shape[1] == 1:
            return [float(p) for p in 1 / (1 + np.exp(-logits[:, 0]))]
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return [float(p) for p in raised[:, self._label] / raised.sum(axis=1)]


def find(name: str) -> Path:
    """The folder of a model: a path, or a name ("owner/model") in the local Hugging Face cache. Raises UsageError."""
    path = Path(name).expanduser()
    if path.is_dir():
        return path
    home = os.environ.get("HF_HUB_CACHE") or Path(os.environ.get("HF_HOME") or Path.home() / ".cache" / "huggingface") / "hub"
    kept = Path(home) / f"models--{name.replace('/', '--')}"
    snapshots = kept / "snapshots"
    main = kept / "refs" / "main"
    if main.is_file() and (snapshots / main.read_text().strip()).is_dir():
        return snapshots / main.read_text().strip()
    found = sorted(snapshots.iterdir()) if snapshots.is_dir() else []
    if found:
        return found[-1]
    raise UsageError(f"no entailment model {name!r}: not a folder, and not in the local cache {home} (nothing is downloaded)")


def entailment_label(config: dict[str, object], folder: Path) -> int:
    """The number of the label that means "supported", by the names in `config.json`. Raises UsageError where they do not say."""
    labels = config.get("id2label")
    names = {int(number): str(label).lower() for number, label in labels.items()} if isinstance(labels, dict) else {}
    if len(names) == 1:
        return 0
    fitting = [number for number, label in names.items() if label.startswith(_SUPPORTS)]
    if len(fitting) != 1:
        raise UsageError(f"{folder / 'config.json'} does not say which label means entailment: name it in id2label")
    return fitting[0]


def _config(folder: Path) -> dict[str, object]:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"the entailment model in {folder} has no readable config.json: {error}") from None
    return config if isinstance(config, dict) else {}


def _file(folder: Path) -> Path:
    for name in _MODEL_FILES:
        if (folder / name).is_file():
            return folder / name
    raise UsageError(f"there is no {_MODEL_FILES[0]} in {folder}: export the model to ONNX first")


def _window(config: dict[str, object]) -> int:
    positions = config.get("max_position_embeddings")
    usable = (
        positions - 2 if isinstance(positions, int) and config.get("model_type") in ("roberta", "xlm-roberta", "camembert") else positions
    )
    return min(_LONGEST, usable) if isinstance(usable, int) and usable > 0 else _LONGEST


def _padded(rows: Sequence[Sequence[int]], width: int, filler: int = 0) -> "NDArray[np.int64]":
    import numpy as np

    padded = np.full((len(rows), width), filler, np.int64)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return padded
