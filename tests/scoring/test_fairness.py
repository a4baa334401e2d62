"""Who somebody is, what they drive and how a recogniser prints it changes no verdict of the whole scorecard.

Each swap takes a labelled voicemail with what is on file, changes both alike, and judges again: no outcome may differ.
"""

import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coaching.domain.context import CallContext
from coaching.domain.scorecard import Outcome
from coaching.rubrics import load_scorer
from coaching.scoring.on_file import read_context
from coaching.scoring.parse import Spoken
from coaching.scoring.stores import makes
from coaching.scoring.vocabulary import word_lists
from coaching.scoring.words import folded

EVAL = Path(__file__).parents[2] / "eval"
SETS = ("voicemails", "author_a", "author_b", "author_d")  # E and F misspell names on purpose, which no swap would find
SEED, SWAPS, PLAIN = 20250301, 1000, 120
GIVEN = [
    "Oluwaseun",
    "Nguyen",
    "Xiomara",
    "Siobhan",
    "Bjorn",
    "Fatima",
    "DeShawn",
    "Anneliese",
    "Kwame",
    "Zbigniew",
    "Aoife",
    "Yusuf",
    "Tyrone",
    "Shaniqua",
    "Lakshmi",
    "Wei",
    "Emily",
    "Jamal",
    "Priya",
    "Hiroshi",
    "Guadalupe",
    "Mehmet",
    "Svetlana",
    "Tomasz",
    "Ingrid",
    "Keisha",
    "Darnell",
    "Cheyenne",
    "Rashid",
    "Bob",
]
SURNAMES = [
    "Okafor",
    "Tran",
    "Brzezinski",
    "Smith",
    "Kowalczyk",
    "Kim",
    "Washington",
    "Patel",
    "Johansson",
    "Begay",
    "Rodriguez",
    "Haddad",
    "Nakamura",
    "Olsen",
]
PLACES = ["Lakeview", "Harborside", "Pinecrest", "Westgate", "Sandoval", "Nguyen", "Kaplan", "Okonkwo", "Maplewood", "Riverbend"]
SAME_KIND = (
    ("Honda CR-V", "Toyota RAV4", "Subaru Forester", "Mazda CX-5", "Kia Sportage", "Hyundai Tucson", "Nissan Rogue"),
    ("Honda Accord", "Toyota Camry", "Kia K5", "Hyundai Sonata", "Nissan Altima", "Subaru Legacy"),
    ("Ford F-150", "Chevrolet Silverado", "Toyota Tundra", "GMC Sierra", "Nissan Titan"),
    ("Honda Civic", "Toyota Corolla", "Hyundai Elantra", "Nissan Sentra", "Mazda Mazda3"),
    ("Honda Odyssey", "Toyota Sienna", "Kia Carnival", "Chrysler Pacifica"),
)
DIALECT = {
    "color": "colour", "gray": "grey", "favorite": "favourite", "tires": "tyres", "check": "cheque", "center": "centre",
    "going to": "gonna", "want to": "wanna", "nothing": "nothin'", "calling": "callin'", "looking": "lookin'", "okay": "ok",
    "program": "programme", "neighbor": "neighbour", "them": "'em",
}  # fmt: skip


@dataclass(frozen=True)
class Call:
    """One voicemail: what was said, to whom, and what the lead heard before."""

    id: str
    text: str
    fields: Mapping[str, Any]
    earlier: tuple[str, ...]

    def everywhere(self, change: Callable[[str], str]) -> "Call":
        """The change made in what was said, now and before, and in all that is on file."""
        fields = json.loads(json.dumps(self.fields), object_hook=lambda found: {k: _changed(v, change) for k, v in found.items()})
        return replace(self.said(change), fields=fields)

    def said(self, change: Callable[[str], str]) -> "Call":
        return replace(self, text=change(self.text), earlier=tuple(map(change, self.earlier)))

    @property
    def context(self) -> CallContext:
        return read_context({**self.fields, "earlier": list(self.earlier)})


Swap = Callable[[Call, random.Random], Call]


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


@cache
def calls() -> tuple[Call, ...]:
    rows = [json.loads(line) for name in SETS for line in (EVAL / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return tuple(_call(row, rows) for row in rows)


def _call(row: Mapping[str, Any], rows: list[dict[str, Any]]) -> Call:
    before = sorted((one for one in rows if one["lead"] == row["lead"] and one["attempt"] < row["attempt"]), key=_attempt)
    fields = {key: row[key] for key in ("rep", "customer", "facts", "attempt")}
    return Call(row["id"], row["text"], fields, tuple(one["text"] for one in before))


def _attempt(row: Mapping[str, Any]) -> int:
    return int(row["attempt"])


def renamed(call: Call, names: Mapping[str, str]) -> Call:
    """Each name for another wherever it stands as a word."""
    known = sorted((name for name in names if name), key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    by_key = {name.lower(): new for name, new in names.items()}
    return call.everywhere(lambda text: found.sub(lambda name: by_key[name[0].lower()], text)) if known else call


def another_person(role: str) -> Swap:
    def swap(call: Call, chance: random.Random) -> Call:
        other = "rep" if role == "customer" else "customer"
        taken = {word.lower() for word in re.findall(r"\w+", call.text + str(call.fields[other]["name"]))}
        parts = re.findall(r"[\w'.-]+", str(call.fields[role]["name"]))  # Ignacio "Nacho" Prieto has three
        free = [[name for name in names if name.lower() not in taken] for names in (GIVEN, SURNAMES)]
        return renamed(call, {part: chance.choice(free[min(at, 1)]) for at, part in enumerate(parts)})

    return swap


def tells_nothing(word: str) -> bool:
    spoken = folded(word)
    return tuple(spoken) in makes() or set(spoken) <= set(word_lists("stores")["generic"])


def another_store(call: Call, chance: random.Random) -> Call:
    """The telling word of the store's name; the make stays, for the cars of the message are its own."""
    words = str(call.fields["rep"]["dealership"]).split()
    telling = next(word for word in words if not tells_nothing(word))  # "Lexus of Ashford" begins with its make
    return renamed(call, {telling: chance.choice(PLACES)})


def another_vehicle(call: Call, chance: random.Random) -> Call:
    said = json.dumps(call.fields) + call.text
    for kind in SAME_KIND:
        for name in kind:
            model = name.split()[1]
            if re.search(rf"\b{re.escape(model)}\b", said):
                new_make, new_model = chance.choice([one for one in kind if one != name]).split()
                return renamed(call, {name: f"{new_make} {new_model}", model: new_model})
    return call


def dialect(call: Call, _: random.Random) -> Call:
    pattern = re.compile(rf"\b(?:{'|'.join(DIALECT)})\b")
    return call.everywhere(lambda text: pattern.sub(lambda word: DIALECT[word[0]], text))


def capitals(call: Call, chance: random.Random) -> Call:
    return call.said(chance.choice([str.lower, str.upper, str.title]))


def punctuation(call: Call, chance: random.Random) -> Call:
    """Marks at the ends of words go or become others; "240-555-0187" and "$38,500" keep theirs."""
    mark = chance.choice(["", ".", ",", "!", "...", " -"])
    return call.said(lambda text: re.sub(r"\s*[.,!?;:…—–]+(?=\s|$)|\s+[-—–]+(?=\s)", mark, text))


SWAPS_BY_NAME: Mapping[str, Swap] = {
    "customer": another_person("customer"),
    "rep": another_person("rep"),
    "store": another_store,
    "vehicle": another_vehicle,
    "dialect": dialect,
    "capitals": capitals,
    "punctuation": punctuation,
}


def outcomes(call: Call) -> dict[str, Outcome]:
    card = load_scorer().score(Spoken(call.text, call.context))
    return {finding.criterion_id: finding.outcome for finding in card.findings}


@cache
def as_said(call_id: str) -> dict[str, Outcome]:
    return outcomes(next(call for call in calls() if call.id == call_id))


def flips(count: int) -> list[str]:
    """What changed in so many swaps, the kinds taken in turn, each on a voicemail drawn by chance that it does change."""
    chance = random.Random(SEED)
    return [flip for at in range(count) for flip in _flips_of(list(SWAPS_BY_NAME)[at % len(SWAPS_BY_NAME)], chance)]


def _flips_of(name: str, chance: random.Random) -> list[str]:
    call = swapped = chance.choice(calls())
    while swapped == call:
        call = chance.choice(calls())
        swapped = SWAPS_BY_NAME[name](call, chance)
    before, after = as_said(call.id), outcomes(swapped)
    return [
        f"{name} {call.id} {key}: {before[key]} -> {after[key]}\n{swapped.text}" for key in before if before[key] != after[key]
    ]


def test_a_swap_changes_no_verdict() -> None:
    assert not flips(PLAIN)


@pytest.mark.slow
def test_a_thousand_swaps_change_no_verdict() -> None:
    assert not flips(SWAPS)
