"""Who left a voicemail, for whom, as which attempt: the fields for it, alone and as a table of several files."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from coaching import bootstrap
from coaching.domain.lead import Lead
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import Person, Role, Viewer
from coaching.domain.voicemail import MOST_ATTEMPTS
from coaching.services import people, reading
from coaching.services.file_names import Guess, guess
from coaching.services.placing import Placement

One = TypeVar("One", Person, Lead)


class Choices:
    """Whom the viewer may name: reps and leads by what is shown for them. Equal names are told apart by a number.

    rep, lead: whose a voicemail is already. They stay a choice when the rep has left or the lead is a colleague's.
    """

    def __init__(self, viewer: Viewer, rep: Person | None = None, lead: Lead | None = None) -> None:
        services = bootstrap.services()
        self.viewer = viewer
        self.reps: Mapping[str, Person] = _by_name([(one.name, one) for one in _with(rep, people.reps(services, viewer))])
        self.leads: Mapping[str, Lead] = _by_name(
            [(one.customer_name, one) for one in _with(lead, reading.list_leads(services, viewer))]
        )

    @property
    def asks_for_rep(self) -> bool:
        return self.viewer.role is not Role.REP

    def guess(self, file_name: str) -> Guess:
        return guess(file_name, list(self.reps), list(self.leads))

    def shown_for(self, kept: Person | Lead | None) -> str | None:
        known: Mapping[str, Person | Lead] = self.leads if isinstance(kept, Lead) else self.reps
        return next((shown for shown, one in known.items() if kept is not None and one.id == kept.id), None)

    def placement(self, rep: str | None, customer: str | None, attempt: float | None) -> Placement:
        lead = self.leads.get(customer or "")
        return Placement(
            rep_id=self.reps[rep].id if rep and rep in self.reps else None,
            lead_id=lead.id if lead else None,
            customer_name="" if lead else customer or "",
            attempt=int(attempt) if attempt else None,
        )


def _with(kept: One | None, offered: Sequence[One]) -> list[One]:
    is_missing = kept is not None and all(one.id != kept.id for one in offered)
    return ([kept] if kept is not None and is_missing else []) + list(offered)


def _by_name(named: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, thing in named:
        shown[name if name not in shown else f"{name} ({thing.id})"] = thing
    return shown


def fields(choices: Choices, rep: str | None, customer: str | None, attempt: int | None, *, key: str) -> Placement:
    """Three fields side by side (two for a rep, who is always the one who spoke)."""
    places = iter(st.columns([3, 3, 2] if choices.asks_for_rep else [3, 2]))
    if choices.asks_for_rep:
        options = list(choices.reps)
        index = options.index(rep) if rep in options else None
        rep = next(places).selectbox("Rep", options, index=index, placeholder="Who left it", key=f"{key}_rep")
    names = list(choices.leads)
    if customer and customer not in names:
        names.insert(0, customer)
    customer = next(places).selectbox(
        "Customer",
        names,
        index=names.index(customer) if customer else None,
        accept_new_options=True,
        placeholder="Choose or type a name",
        key=f"{key}_customer",
    )
    number = next(places).number_input(
        "Attempt", 1, MOST_ATTEMPTS, value=attempt, step=1, placeholder="1, 2, 3 …", key=f"{key}_attempt"
    )
    return choices.placement(rep, customer, number)


def table(choices: Choices, file_names: Sequence[str], *, key: str) -> list[Placement]:
    """One line a file, filled with what its name tells, to be corrected. The placements come back in the order of the files."""
    guesses = [choices.guess(name) for name in file_names]
    lines: dict[str, list[Any]] = {"File": list(file_names)}
    if choices.asks_for_rep:
        lines["Rep"] = [guessed.rep for guessed in guesses]
    lines |= {"Customer": [guessed.customer for guessed in guesses], "Attempt": [guessed.attempt for guessed in guesses]}
    edited = st.data_editor(
        lines,
        key=key,
        hide_index=True,
        width="stretch",
        disabled=["File"],
        placeholder="",
        column_config={
            "File": st.column_config.TextColumn(width="medium"),
            "Rep": st.column_config.SelectboxColumn(options=list(choices.reps), width="medium"),
            "Customer": st.column_config.TextColumn(
                help="A name that is on file joins that lead; another opens a new one.", max_chars=LONGEST_NAME
            ),
            "Attempt": st.column_config.NumberColumn(min_value=1, max_value=MOST_ATTEMPTS, step=1, width="small"),
        },
    )
    reps = edited.get("Rep", [None] * len(file_names))
    return [choices.placement(*line) for line in zip(reps, edited["Customer"], edited["Attempt"], strict=True)]
