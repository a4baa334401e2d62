"""OpenAI's own Whisper, in torch: the reference that the default engine is held against."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coaching.domain.transcript import Transcript
from coaching.errors import TranscriptionError
from coaching.transcription.checkpoint import packaged_checkpoint
from coaching.transcription.listen import Search, listen
from coaching.transcription.words import Piece, Segment

if TYPE_CHECKING:
    import numpy as np

NAME = "openai-whisper"
LANGUAGE = "en"
# A single temperature, as in the default engine: the fallbacks sample at random.
OPTIONS: dict[str, Any] = {
    "language": LANGUAGE,
    "beam_size": 5,
    "temperature": 0.0,
    "word_timestamps": True,
    "condition_on_previous_text": False,
    "fp16": False,
}
GREEDY = {"beam_size": None}


@dataclass(frozen=True, slots=True)
class OpenAIWhisper:
    model_name: str
    model: Any
    threads: int

    @classmethod
    def load(cls, model_name: str, home: Path, threads: int) -> "OpenAIWhisper":
        """model_name: a packaged one, a `.pt` file, or a name that openai-whisper fetches itself."""
        import whisper

        checkpoint = packaged_checkpoint(model_name, home)
        try:
            model = whisper.load_model(str(checkpoint.path) if checkpoint else model_name, device="cpu")
        except Exception as error:  # whatever its loader, the network or a broken file raise
            raise TranscriptionError(
                f"openai-whisper cannot load the model {model_name!r}: {error}. Check the name and the network.", may_retry=True
            ) from error
        if checkpoint:
            _align_with(model, checkpoint.alignment_heads)
        return cls(model_name, model, threads)

    def transcribe(
        self, samples: "np.ndarray", *, hints: tuple[str, ...] = (), on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        import torch

        special: dict[Search, dict[str, Any]] = {Search.HINTED: {"initial_prompt": ", ".join(hints)}, Search.GREEDY: GREEDY}

        def decode(part: "np.ndarray", search: Search) -> list[Segment]:
            return self._decode(part, OPTIONS | special.get(search, {}))

        torch.set_num_threads(self.threads)
        words = listen(samples, decode, hints=hints)
        if on_progress:
            on_progress(1.0)
        return Transcript(words, LANGUAGE, NAME, self.model_name, {"hints": list(hints), **OPTIONS})

    def _decode(self, samples: "np.ndarray", options: dict[str, Any]) -> list[Segment]:
        try:
            result = self.model.transcribe(samples.copy(), **options)
        except RuntimeError as error:
            raise TranscriptionError(f"The speech recogniser stopped: {error}. Try again.", may_retry=True) from error
        return [_segment(segment) for segment in result["segments"] if segment["words"]]


def _align_with(model: Any, heads: tuple[tuple[int, int], ...]) -> None:
    import torch

    mask = torch.zeros(model.dims.n_text_layer, model.dims.n_text_head, dtype=torch.bool)
    for layer, head in heads:
        mask[layer, head] = True
    model.register_buffer("alignment_heads", mask.to_sparse(), persistent=False)


def _segment(segment: dict[str, Any]) -> Segment:
    pieces = tuple(Piece(word["word"], word["start"], word["end"], word["probability"]) for word in segment["words"])
    return Segment(pieces, segment["avg_logprob"], segment["compression_ratio"])
