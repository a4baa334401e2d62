"""A table of a TOML file, read key by key; what is wrong is told with the file, the key and what is allowed."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from coaching.errors import InvalidFile


class Table:
    """where: the file, and the place in it, that stand before every complaint. Every method raises InvalidFile."""

    def __init__(self, where: str, values: Mapping[str, Any]) -> None:
        self.where, self.values = where, values

    @classmethod
    def read(cls, path: Path) -> "Table":
        try:
            return cls(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise InvalidFile(f"{path} is missing. Put it back or take its name out of rubric.toml.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InvalidFile(f"{path.name} is not valid TOML: {error}.") from None

    def only(self, allowed: Iterable[str]) -> None:
        """Refuses keys that nothing reads: nearly always a misspelt one."""
        allowed = sorted(allowed)
        for key in self.values:
            if key not in allowed:
                raise self.complaint(key, f"is not known here. Allowed: {', '.join(allowed)}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.complaint(key, f"must be a text in quotes, not {value!r}")
        return value.strip()

    def number(self, key: str, default: float | None = None, *, low: float = 0.0, high: float = 100.0) -> float:
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.complaint(key, f"must be a number from {low:g} to {high:g}, not {value!r}")
        return float(value)

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        value, allowed = self._get(key, None), list(allowed)
        if value not in allowed:
            raise self.complaint(key, f"must be one of {', '.join(allowed)}, not {value!r}")
        return str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; an absent key is an empty list."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.complaint(key, f"must be a list of texts, not {value!r}")
        return tuple(value)

    def table(self, key: str, default: Mapping[str, Any] | None = None) -> "Table":
        value = self._get(key, default)
        if not isinstance(value, Mapping):
            raise self.complaint(key, f"must be a table like [{key}], not {value!r}")
        return Table(f"{self.where}, [{key}]", value)

    def tables(self, key: str) -> "tuple[Table, ...]":
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self.complaint(key, f"must be tables like [[{key}]], not {value!r}")
        return tuple(Table(f"{self.where}, [[{key}]] number {at}", item) for at, item in enumerate(value, start=1))

    def numbers(self) -> dict[str, float]:
        """The whole table as numbers by key."""
        return {key: self.number(key) for key in self.values}

    def complaint(self, key: str, what: str) -> InvalidFile:
        return InvalidFile(f"{self.where}: {key!r} {what}.")

    def _get(self, key: str, default: Any) -> Any:
        if key not in self.values and default is None:
            raise self.complaint(key, "is missing")
        return self.values.get(key, default)
