"""What a sentence model's files say of it, as sentence-transformers lays them out in a folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wikifaq.embedding.encoder import ACTIVATIONS, Shape
from wikifaq.embedding.hub import FILES, NEEDED, STEPS
from wikifaq.embedding.missing import NoModel
from wikifaq.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# RoBERTa counts positions from behind the one of padding.
_FAMILIES = {"bert": False, "roberta": True, "xlm-roberta": True, "camembert": True}
_KNOWN_STEPS = {"Transformer": "", "Pooling": "1_Pooling", "Normalize": None}
# A mean over the root of the length has the mean's direction, and is cut to length 1 likewise.
_POOLINGS = {"cls": "cls", "mean": "mean", "mean_sqrt_len_tokens": "mean"}
_OLD_POOLINGS = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
    "pooling_mode_lasttoken": "lasttoken",
}
_KINDS: dict[type[Any], str] = {dict: "object", list: "array"}
_FEWEST_TOKENS = 4  # the marks of a text's two ends, and a little of the text

# To be changed when other vectors come out of the same files.
_READING = b"1"


@dataclass(frozen=True, slots=True)
class Settings:
    """A model but for its weights and its words.

    ``width`` is how many numbers a vector has, ``longest`` the number of tokens after which a
    text is cut off, ``lower`` whether it is read in lower case.
    """

    width: int
    longest: int
    lower: bool
    shape: Shape


def read_settings(folder: Path, *, name: str) -> Settings:
    """Read a model's settings. Raises ConfigurationError where it is of no kind that is known."""
    for each in NEEDED:
        if not (folder / each).is_file():
            raise NoModel(f"The model {name!r} can't be used: {folder} has no file {each}.")
    config = _Values(folder / "config.json", name)
    own = _Values(folder / "sentence_bert_config.json", name)
    first = 0
    if _FAMILIES[config.one_of(_FAMILIES, "model_type")]:
        first = config.whole("pad_token_id", 1, least=0) + 1
    config.one_of(("absolute",), "position_embedding_type", "absolute")
    longest = config.whole("max_position_embeddings") - first
    longest = min(longest, own.whole("max_seq_length", longest))
    if longest < _FEWEST_TOKENS:
        raise ConfigurationError(
            f"The model {name!r} can't be used: it reads no more than {longest} tokens of a text."
        )
    width, heads = config.whole("hidden_size"), config.whole("num_attention_heads")
    if width % heads:
        raise ConfigurationError(
            f"The model {name!r} can't be used: {heads} heads can't share a width of {width}."
        )
    shape = Shape(
        layers=config.whole("num_hidden_layers"),
        heads=heads,
        epsilon=config.fraction("layer_norm_eps", 1e-12),
        activation=config.one_of(ACTIVATIONS, "hidden_act", "gelu"),
        first_position=first,
        pooling=_pooling(folder, name=name),
    )
    return Settings(width, longest, bool(own.values.get("do_lower_case")), shape)


def model_hash(folder: Path) -> str:
    """Return the SHA-256 of the files that decide what vectors a model makes, as 64 figures.

    Raises ConfigurationError where one can't be read.
    """
    made = hashlib.sha256(_READING)
    for name in FILES:
        file = folder / name
        try:
            if file.exists():
                with file.open("rb") as opened:
                    made.update(f"{name}\0".encode())
                    made.update(hashlib.file_digest(opened, "sha256").digest())
        except OSError as error:
            raise ConfigurationError(f"{file} can't be read: {error.strerror}.") from error
    return made.hexdigest()


def _pooling(folder: Path, *, name: str) -> str:
    """How a text's tokens become one vector; a step that would be left out is an error."""
    steps = _json(folder / STEPS, list) or []
    for each in steps:
        step = each if isinstance(each, dict) else {}
        kind, path = str(step.get("type")).rpartition(".")[2], step.get("path", "")
        if kind not in _KNOWN_STEPS or _KNOWN_STEPS[kind] not in {path, None}:
            raise ConfigurationError(
                f"The model {name!r} can't be used: it has a step {kind!r} in {path!r}, and none "
                f"but {', '.join(_KNOWN_STEPS)} in their usual folders are known."
            )
        if kind == "Pooling" and not (folder / path / "config.json").is_file():
            raise NoModel(
                f"The model {name!r} can't be used: {folder} has no file {path}/config.json."
            )
    pooling = _Values(folder / "1_Pooling" / "config.json", name)
    if "pooling_mode" not in pooling.values:
        old = [mode for key, mode in _OLD_POOLINGS.items() if pooling.values.get(key)]
        pooling.values["pooling_mode"] = old or "mean"
    modes = pooling.values["pooling_mode"]
    if isinstance(modes, list) and len(modes) == 1:
        pooling.values["pooling_mode"] = modes[0]
    return _POOLINGS[pooling.one_of(_POOLINGS, "pooling_mode")]


class _Values:
    """A file's values, each of which is checked; a file that is missing has none."""

    def __init__(self, file: Path, name: str) -> None:
        self._file = file
        self._name = name
        self.values: dict[str, Any] = _json(file, dict) or {}

    def one_of(self, known: Iterable[str], key: str, otherwise: str | None = None) -> str:
        value = self.values.get(key, otherwise)
        for each in known:
            if value == each:
                return each
        raise self._wrong(key, f"{value!r}, and known are {', '.join(known)}")

    def whole(self, key: str, otherwise: int | None = None, *, least: int = 1) -> int:
        value = self.values.get(key)
        value = otherwise if value is None else value
        if not isinstance(value, int) or value < least:
            raise self._wrong(key, f"{value!r} and no whole number from {least} on")
        return value

    def fraction(self, key: str, otherwise: float) -> float:
        value = self.values.get(key, otherwise)
        if not isinstance(value, int | float) or not 0 <= value < 1:
            raise self._wrong(key, f"{value!r} and no number from 0 to 1")
        return float(value)

    def _wrong(self, key: str, what: str) -> ConfigurationError:
        return ConfigurationError(
            f"The model {self._name!r} can't be used: in {self._file}, {key} is {what}."
        )


def _json(file: Path, kind: type[Any]) -> Any:  # noqa: ANN401 - what stands in a file is anything
    """What a file holds, None where there is no file."""
    try:
        read = json.loads(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigurationError(f"{file} can't be read: {error}.") from error
    if not isinstance(read, kind):
        raise ConfigurationError(f"{file} can't be read: it holds no JSON {_KINDS[kind]}.")
    return read
