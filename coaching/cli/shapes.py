"""Objects out: the JSON shapes of the command line, fixed because scripts and phone systems rely on them."""

import json
import sys
from typing import Any

from coaching.domain.recording import Delivery, Recording
from coaching.domain.scorecard import Evidence, Finding, Scorecard, SpokenNumber
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import Heard

SECONDS_DIGITS = 3  # a millisecond: finer than any word time


def print_line(shape: object) -> None:
    """One line of JSON, keys in the order they were put, so that the same input gives the same bytes."""
    sys.stdout.write(json.dumps(shape, ensure_ascii=False, allow_nan=False) + "\n")
    sys.stdout.flush()


def scorecard_shape(scorecard: Scorecard) -> dict[str, Any]:
    return {
        "score": scorecard.score,
        "numbers": [number_shape(number) for number in scorecard.numbers],
        "criteria": {finding.criterion_id: finding_shape(finding) for finding in scorecard.findings},
    }


def finding_shape(finding: Finding) -> dict[str, Any]:
    shape: dict[str, Any] = {"outcome": finding.outcome.value}
    if finding.kind:
        shape["kind"] = finding.kind.value
    shape["evidence"] = [evidence_shape(evidence) for evidence in finding.evidence]
    if finding.listen:
        shape["listen"] = evidence_shape(finding.listen)
    return {**shape, "explanation": finding.explanation}


def evidence_shape(evidence: Evidence) -> dict[str, Any]:
    shape: dict[str, Any] = {"quote": evidence.quote, "start_char": evidence.start_char, "end_char": evidence.end_char}
    shape |= _times(evidence.start_s, evidence.end_s)
    if evidence.repeats:
        shape["repeats"] = {"id": evidence.repeats.id, "quote": evidence.repeats.quote}
    return shape


def number_shape(number: SpokenNumber) -> dict[str, Any]:
    return {
        "digits": number.digits,
        "quote": number.quote,
        "start_char": number.start_char,
        "end_char": number.end_char,
        "complete": number.complete,
        "certain": number.certain,
        "match": number.match.value,
        **_times(number.start_s, number.end_s),
    }


def heard_shape(recording: Recording, heard: Heard) -> dict[str, Any]:
    transcript = heard.transcript
    return {
        **recording_shape(recording),
        "engine": transcript.engine,
        "model": transcript.model,
        "transcript": transcript_shape(transcript),
    }


def transcript_shape(transcript: Transcript) -> dict[str, Any]:
    return {"text": transcript.text, "words": [word_shape(word) for word in transcript.words]}


def word_shape(word: Word) -> dict[str, Any]:
    return {"text": word.text, **_times(word.start_s, word.end_s), "probability": round(word.probability, SECONDS_DIGITS)}


def recording_shape(recording: Recording) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "recording": recording.name,
        "sha256": recording.sha256,
        "duration_seconds": round(recording.duration_s, SECONDS_DIGITS),
    }
    return {**shape, "incomplete": True} if recording.incomplete else shape


def delivery_shape(delivery: Delivery) -> dict[str, Any]:
    return {
        "words_per_minute": _rounded(delivery.words_per_minute, 0),
        "longest_pause_seconds": _rounded(delivery.longest_pause_s, 1),
        "fillers": delivery.fillers,
        "digits_per_second": _rounded(delivery.digits_per_second, 1),
        "speech_seconds": _rounded(delivery.speech_s, 1),
        "level_dbfs": _rounded(delivery.level_dbfs, 1),
    }


def _times(start_s: float | None, end_s: float | None) -> dict[str, float]:
    if start_s is None or end_s is None:
        return {}
    return {"start": round(start_s, SECONDS_DIGITS), "end": round(end_s, SECONDS_DIGITS)}


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits) if digits else round(number)
