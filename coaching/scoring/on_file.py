"""From the JSON of a lead or a line (see `check` and `score`) to the context of a call."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.context import CallContext, EarlierMessage, RepOnFile
from coaching.errors import InvalidFile

REP_KEYS = ("name", "direct_line", "dealership", "main_line")


def read_context(lead: Mapping[str, Any], earlier: tuple[EarlierMessage, ...] = ()) -> CallContext:
    """lead: may hold rep, customer, facts, attempt and `earlier` (texts, oldest first); all of them optional or null.

    earlier: messages known from elsewhere, which come after those that the lead itself lists. Raises InvalidFile.
    """
    rep, customer, facts = (_table(lead, key) for key in ("rep", "customer", "facts"))
    return CallContext(
        rep=RepOnFile(**{key: _text(rep, key) for key in REP_KEYS}),
        customer_name=_text(customer, "name"),
        facts=facts,
        attempt=_attempt(lead),
        earlier=(*_earlier(lead), *earlier),
    )


def _table(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = values.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise InvalidFile(f'"{key}" must be an object like {{"name": ...}}, not {value!r}.')
    return value


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidFile(f'"{key}" must be a text in quotes, not {value!r}.')
    return value.strip()


def _attempt(values: Mapping[str, Any]) -> int | None:
    value = values.get("attempt")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
        raise InvalidFile(f'"attempt" must be a whole number from 1, not {value!r}.')
    return value


def _earlier(values: Mapping[str, Any]) -> tuple[EarlierMessage, ...]:
    texts = values.get("earlier") or []
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise InvalidFile(f'"earlier" must be a list of texts, oldest first, not {texts!r}.')
    return tuple(EarlierMessage(f"attempt {at}", text, at) for at, text in enumerate(texts, start=1))
