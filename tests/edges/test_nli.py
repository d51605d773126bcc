"""A local cross-encoder, tried on a model of our own making that says "entailment" where the word `signed` is in the text."""

import json
import math
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")
onnx = pytest.importorskip("onnx")

from summarizer.edges.nli import OnnxEntailment, entailment_label, find  # noqa: E402
from summarizer.errors import UsageError  # noqa: E402
from summarizer.protocols import Pair  # noqa: E402

WORDS = ["[PAD]", "[CLS]", "[SEP]", "[UNK]", "the", "mayor", "signed", "refused", "treaty", "word"]
LABELS = {"0": "contradiction", "1": "neutral", "2": "entailment"}


def make(folder: Path, labels: dict[str, str] = LABELS, positions: int = 512) -> Path:
    from onnx import TensorProto, helper
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"id2label": labels, "max_position_embeddings": positions, "model_type": "bert"}))
    width = len(labels)
    weights = [[-2.0 if label in ("entailment", "supported") else 0.0 for label in labels.values()]]
    slope = [[6.0 if label in ("entailment", "supported") else 0.0 for label in labels.values()]]
    graph = helper.make_graph(
        [
            helper.make_node("Equal", ["input_ids", "signed"], ["is"]),
            helper.make_node("Cast", ["is"], ["number"], to=TensorProto.FLOAT),
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["number", "mask"], ["seen"]),
            helper.make_node("ReduceMax", ["seen", "axes"], ["found"], keepdims=1),
            helper.make_node("MatMul", ["found", "slope"], ["raised"]),
            helper.make_node("Add", ["raised", "start"], ["logits"]),
        ],
        "toy",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", width])],
        [
            helper.make_tensor("signed", TensorProto.INT64, [1], [WORDS.index("signed")]),
            helper.make_tensor("axes", TensorProto.INT64, [1], [1]),
            helper.make_tensor("slope", TensorProto.FLOAT, [1, width], slope[0]),
            helper.make_tensor("start", TensorProto.FLOAT, [1, width], weights[0]),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(model, str(folder / "model.onnx"))
    return folder


async def test_the_label_named_entailment_is_the_score_whatever_its_number(tmp_path: Path) -> None:
    asked = [Pair(premise="the mayor signed", claim="the treaty"), Pair(premise="the mayor refused", claim="the treaty")]
    yes, no = await OnnxEntailment(str(make(tmp_path))).score(asked)
    assert yes > 0.9
    assert no < 0.1
    swapped = make(tmp_path / "swapped", {"0": "entailment", "1": "not_entailment"})
    assert (await OnnxEntailment(str(swapped)).score(asked))[0] > 0.9


def test_a_long_premise_is_read_to_its_end_in_windows(tmp_path: Path) -> None:
    model = OnnxEntailment(str(make(tmp_path)), batch=3)
    long = "word " * 3000
    scores = model.score_now([Pair(premise=long + "signed", claim="the treaty"), Pair(premise=long, claim="the treaty")])
    assert scores[0] > 0.9
    assert scores[1] < 0.1


def test_a_claim_longer_than_the_model_is_could_not_tell_and_not_no(tmp_path: Path) -> None:
    model = OnnxEntailment(str(make(tmp_path)))
    scores = model.score_now([Pair(premise="the mayor signed", claim="word " * 600), Pair(premise="the mayor signed", claim="the treaty")])
    assert math.isnan(scores[0])
    assert scores[1] > 0.9


def test_equal_pairs_get_equal_scores_in_their_places(tmp_path: Path) -> None:
    yes, no = Pair(premise="signed", claim="treaty"), Pair(premise="refused", claim="treaty")
    scores = OnnxEntailment(str(make(tmp_path)), batch=1).score_now([no, yes, no, yes])
    assert scores[0] == scores[2] < 0.5 < scores[1] == scores[3]


def test_a_name_is_looked_up_in_the_local_cache_and_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    kept = tmp_path / "models--somebody--toy"
    make(kept / "snapshots" / "abc")
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text("abc")
    assert find("somebody/toy") == kept / "snapshots" / "abc"
    with pytest.raises(UsageError, match="not in the local cache") as caught:
        find("somebody/else")
    assert "\n" not in str(caught.value)


def test_labels_that_do_not_say_which_is_entailment_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="id2label"):
        entailment_label({"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}, tmp_path)
    assert entailment_label({"id2label": {"0": "UNSUPPORTED", "1": "SUPPORTED"}}, tmp_path) == 1
    assert entailment_label({"id2label": {"0": "LABEL_0"}}, tmp_path) == 0


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_without_one_of_its_files_is_one_plain_line(tmp_path: Path, missing: str) -> None:
    (make(tmp_path) / missing).unlink()
    with pytest.raises(UsageError) as caught:
        OnnxEntailment(str(tmp_path))
    assert "\n" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_damaged_model_is_one_plain_line(tmp_path: Path) -> None:
    (make(tmp_path) / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(UsageError, match="cannot be loaded"):
        OnnxEntailment(str(tmp_path))
