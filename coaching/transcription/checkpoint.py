"""Packaged weights in the form that openai-whisper loads, so that both engines run on the same ones without a network."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from coaching.transcription.ctranslate2_file import Tensors, tensors_in
from coaching.transcription.weights import PACKAGED, WEIGHTS, packaged_model, write_whole

# A layer of ours -> its layers in CTranslate2's file; the query, key and value of one matrix are split again.
_BLOCK = {
    "attn_ln": "self_attention/layer_norm",
    "attn.query,attn.key,attn.value": "self_attention/linear_0",
    "attn.out": "self_attention/linear_1",
    "mlp_ln": "ffn/layer_norm",
    "mlp.0": "ffn/linear_0",
    "mlp.2": "ffn/linear_1",
}
_CROSS = {
    "cross_attn_ln": "attention/layer_norm",
    "cross_attn.query": "attention/linear_0",
    "cross_attn.key,cross_attn.value": "attention/linear_1",
    "cross_attn.out": "attention/linear_2",
}
_PLAIN = {
    "encoder.positional_embedding": "encoder/position_encodings/encodings",
    "encoder.conv1.weight": "encoder/conv1/weight",
    "encoder.conv1.bias": "encoder/conv1/bias",
    "encoder.conv2.weight": "encoder/conv2/weight",
    "encoder.conv2.bias": "encoder/conv2/bias",
    "encoder.ln_post.weight": "encoder/layer_norm/gamma",
    "encoder.ln_post.bias": "encoder/layer_norm/beta",
    "decoder.positional_embedding": "decoder/position_encodings/encodings",
    "decoder.token_embedding.weight": "decoder/embeddings/weight",
    "decoder.ln.weight": "decoder/layer_norm/gamma",
    "decoder.ln.bias": "decoder/layer_norm/beta",
}


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """path: a file for `whisper.load_model`. alignment_heads: (layer, head) pairs that word times are read from."""

    path: Path
    alignment_heads: tuple[tuple[int, int], ...]


def packaged_checkpoint(model: str, home: Path) -> Checkpoint | None:
    """The packaged model for openai-whisper, written below `home` the first time; None for any other name."""
    folder = packaged_model(model, home)
    if folder is None:
        return None
    path = folder / f"{PACKAGED[model].version[:12]}.pt"
    if not path.exists():
        write_whole(path, _torch_file(tensors_in((folder / WEIGHTS).read_bytes())))
    heads = json.loads((folder / "config.json").read_text(encoding="utf-8"))["alignment_heads"]
    return Checkpoint(path, tuple((layer, head) for layer, head in heads))


def _torch_file(tensors: Tensors) -> bytes:
    import torch

    state = {name: torch.from_numpy(tensor.copy()) for name, tensor in openai_tensors(tensors).items()}
    file = io.BytesIO()
    torch.save({"dims": _dimensions(tensors), "model_state_dict": state}, file)
    return file.getvalue()


def openai_tensors(tensors: Tensors) -> Tensors:
    """The same weights under OpenAI's names."""
    renamed = {ours: tensors[theirs] for ours, theirs in _PLAIN.items()}
    for side, layers in (("encoder", _BLOCK), ("decoder", _BLOCK | _CROSS)):
        for number in range(_layers(tensors, side)):
            for ours, theirs in layers.items():
                renamed |= _layer(tensors, f"{side}/layer_{number}/{theirs}", f"{side}.blocks.{number}.", ours.split(","))
    return renamed


def _layer(tensors: Tensors, theirs: str, prefix: str, ours: list[str]) -> Tensors:
    if theirs.endswith("layer_norm"):
        return {f"{prefix}{ours[0]}.weight": tensors[f"{theirs}/gamma"], f"{prefix}{ours[0]}.bias": tensors[f"{theirs}/beta"]}
    weights = np.split(tensors[f"{theirs}/weight"], len(ours))
    biases = np.split(tensors[f"{theirs}/bias"], len(ours))
    named = {f"{prefix}{name}.weight": weight for name, weight in zip(ours, weights, strict=True)}
    # OpenAI's keys have no bias; in the joined matrix theirs is zero.
    return named | {f"{prefix}{n}.bias": bias for n, bias in zip(ours, biases, strict=True) if not n.endswith(".key")}


def _layers(tensors: Tensors, side: str) -> int:
    return len({name.split("/")[1] for name in _starting(tensors, f"{side}/layer_") if name.split("/")[1] != "layer_norm"})


def _starting(tensors: Tensors, prefix: str) -> Iterator[str]:
    return (name for name in tensors if name.startswith(prefix))


def _dimensions(tensors: Tensors) -> dict[str, Any]:
    audio_context, audio_state = tensors["encoder/position_encodings/encodings"].shape
    text_context, text_state = tensors["decoder/position_encodings/encodings"].shape
    return {
        "n_mels": tensors["encoder/conv1/weight"].shape[1],
        "n_audio_ctx": audio_context,
        "n_audio_state": audio_state,
        "n_audio_head": int(tensors["encoder/num_heads"]),
        "n_audio_layer": _layers(tensors, "encoder"),
        "n_vocab": tensors["decoder/embeddings/weight"].shape[0],
        "n_text_ctx": text_context,
        "n_text_state": text_state,
        "n_text_head": int(tensors["decoder/num_heads"]),
        "n_text_layer": _layers(tensors, "decoder"),
    }
