"""Choosing whom to erase, seeing what would go, and being sure."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from coaching import bootstrap
from coaching.domain.lead import Lead
from coaching.domain.people import Person, Store, Viewer
from coaching.services import people, reading
from coaching.services.privacy.erasing import ErasureReport, erase_lead, erase_person
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.wording import number

SURE = "erase"
REPORT, PREVIEW = "erasure_report", "erasure_preview"
T = TypeVar("T", Lead, Person)


class Kind(StrEnum):
    CUSTOMER = "A customer"
    PERSON = "Somebody who works here"


def show(viewer: Viewer, store: Store) -> None:
    st.header("Erase a person")
    st.caption("Every voicemail of theirs goes, with sound, words and scores, and their name wherever others wrote it.")
    done = st.session_state.pop(REPORT, None)
    if done is not None:
        st.success(f"Erased, with {number(done.voicemails, 'voicemail')}.", icon=":material/check_circle:")
        _tell(done)
    kind = st.segmented_control("Whom?", list(Kind), default=Kind.CUSTOMER, key=f"erase_kind_{store.id}")
    if kind is Kind.CUSTOMER:
        leads = [lead for lead in reading.list_leads(bootstrap.services(), viewer) if lead.store_id == store.id]
        _ask(viewer, leads, lambda lead: _name(lead.customer_name, lead.id), erase_lead, "erase_customer")
    elif kind is Kind.PERSON:
        here = people.present(bootstrap.services(), viewer)
        staff = [person for person in here if person.store_id == store.id and person.id != viewer.id]
        _ask(viewer, staff, lambda person: _name(person.name, person.id), erase_person, "erase_person")


def _ask(viewer: Viewer, choices: Sequence[T], name: Callable[[T], str], erase: Callable[..., ErasureReport], key: str) -> None:
    chosen = st.selectbox("Name", choices, index=None, format_func=name, placeholder="Choose", key=key)
    if chosen is None:
        st.session_state.pop(PREVIEW, None)
        return
    would = _preview(viewer, chosen.id, erase, key)
    with st.container(border=True):
        st.markdown(f"**This would erase {plain(name(chosen))} with {number(would.voicemails, 'voicemail')}, forever.**")
        _tell(would)
        said = st.text_input(f"Write “{SURE}” to go on", key=f"{key}_{chosen.id}_sure")
        if st.button("Erase forever", type="primary", disabled=said.strip().lower() != SURE, key=f"{key}_go"):
            with telling():
                st.session_state[REPORT] = erase(bootstrap.services(), viewer, chosen.id)
            st.session_state.pop(PREVIEW)
            st.rerun()


def _preview(viewer: Viewer, chosen: int, erase: Callable[..., ErasureReport], key: str) -> ErasureReport:
    """Once for each choice: it goes through everything that is on file and lets nobody write meanwhile."""
    about = (viewer.id, key, chosen)
    if PREVIEW not in st.session_state or st.session_state[PREVIEW][0] != about:
        with telling():
            st.session_state[PREVIEW] = about, erase(bootstrap.services(), viewer, chosen, only_look=True)
    report: ErasureReport = st.session_state[PREVIEW][1]
    return report


def _tell(report: ErasureReport) -> None:
    lines = [f"Masked in what others wrote: {plain(table.replace('_', ' '))}, {rows}" for table, rows in report.masked.items()]
    if report.still_heard_in:
        numbers = ", ".join(map(str, report.still_heard_in))
        lines.append(f"Still said aloud in others' voicemails {numbers}: their text is masked, their sound is not")
    lines += [f"Cannot be reached: {plain(left)}" for left in report.left]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _name(name: str, its_id: int) -> str:
    """With the number, for two may have one name."""
    return f"{name} ({its_id})"
