"""A vehicle as it is on file and as one says it: "2025 Honda CR-V Hybrid Sport-L (used)" is "the CR-V"."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
YEAR = re.compile(r"^(?:19|20)\d\d\s+")


def said_in_full(vehicle: str) -> str:
    """Without what is written in brackets: "used", a stock number."""
    return " ".join(IN_BRACKETS.sub("", vehicle).split())


def model_of(vehicle: str) -> str:
    """The model as the table writes it; where it does not know it, all that stands after the year."""
    described = YEAR.sub("", said_in_full(vehicle))
    for make, models in _models().items():
        if described.lower().startswith(f"{make} "):
            rest = described[len(make) + 1 :]
            return next((rest[: len(model)] for model in models if _begins_with(rest, model)), rest)
    return described


def _begins_with(text: str, model: str) -> bool:
    return text.lower().startswith(model) and not text[len(model) : len(model) + 1].isalnum()


@cache
def _models() -> Mapping[str, tuple[str, ...]]:
    """make -> its models, the longest first; all in lower case."""
    table = files("coaching.rubrics").joinpath("vocabulary/vehicle_models.csv").read_text(encoding="utf-8")
    models: dict[str, list[str]] = {}
    for row in csv.DictReader(table.splitlines()):
        models.setdefault(row["make"].lower(), []).append(row["model"].lower())
    return {make: tuple(sorted(names, key=len, reverse=True)) for make, names in models.items()}
