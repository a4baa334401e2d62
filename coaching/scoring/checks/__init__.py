"""The table of check types. A new type is one module here, one row, and its own tests."""

from collections.abc import Callable, Mapping
from typing import Any

from coaching.domain.rubric import CheckSpec
from coaching.errors import InvalidFile, UnknownName
from coaching.scoring.checks import number
from coaching.scoring.checks.meaning import MeaningCheck
from coaching.scoring.checks.name import name_check
from coaching.scoring.checks.phrase import PhraseCheck
from coaching.scoring.checks.phrase_or_meaning import PhraseOrMeaningCheck
from coaching.scoring.checks.place import PlaceCheck
from coaching.scoring.checks.reason import ReasonCheck
from coaching.scoring.checks.sequence import SequenceCheck
from coaching.scoring.checks.vehicle import VehicleCheck
from coaching.scoring.message import Check

Build = Callable[[Mapping[str, Any]], Check]
"""From the options of a criterion's file; raises InvalidFile naming the option and what is allowed."""

CHECKS: Mapping[str, Build] = {
    "meaning": MeaningCheck,
    "name": name_check,
    "number": number.build,
    "phrase": PhraseCheck,
    "phrase_or_meaning": PhraseOrMeaningCheck,
    "place": PlaceCheck,
    "sequence": SequenceCheck,
    "reason": ReasonCheck,
    "vehicle": VehicleCheck,
}


def build_check(criterion_id: str, spec: CheckSpec) -> Check:
    """Raises UnknownName for a type that is not in the table, InvalidFile for options that it cannot use."""
    if spec.type not in CHECKS:
        raise UnknownName("check type", spec.type, CHECKS)
    try:
        return CHECKS[spec.type](spec.options)
    except InvalidFile as error:
        raise InvalidFile(f"{criterion_id}.toml, [check]: {error}") from error
