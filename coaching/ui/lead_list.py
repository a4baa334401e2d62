"""All leads with what is due next; the most pressing first."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, StoreId, Viewer
from coaching.follow_up.cadence.deadlines import Deadline, State
from coaching.services import people
from coaching.services.follow_up.lead_page import LeadLine, list_follow_up
from coaching.ui import screens, wording
from coaching.ui.plain import plain

SHOWN = 50
CHANNELS = {"call": "Call", "email": "Email", "write": "Write"}


def show(viewer: Viewer) -> None:
    lines = list_follow_up(bootstrap.services(), viewer)
    if screens.IMPORT_LEADS.is_for(viewer):
        st.page_link(screens.IMPORT_LEADS.file, label="Import leads", icon=screens.IMPORT_LEADS.icon)
    if not lines:
        st.info("There are no leads yet. Import them, or upload a voicemail for one.", icon=":material/inbox:")
        return
    wanted = st.text_input("Search", key="lead_search", placeholder="Customer").strip().lower()
    found = [line for line in lines if wanted in line.lead.customer_name.lower()]
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    _draw(found[:SHOWN], zones, viewer)
    if len(found) > SHOWN:
        st.caption(f"{len(found) - SHOWN} more: search to find them.")


def _draw(lines: Sequence[LeadLine], zones: dict[StoreId, str], viewer: Viewer) -> None:
    for line in lines:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.page_link(
                    screens.LEAD.file, label=plain(line.lead.customer_name or "Unknown"), query_params={"lead": str(line.lead.id)}
                )
                vehicle = str(line.lead.facts.get("vehicle") or "")
                rep = "" if viewer.role is Role.REP else line.rep_name
                counted = f"{number(line.counts.calls, 'call')}, {number(line.counts.messages, 'message')}"
                st.caption(plain(wording.joined(vehicle, rep, counted, line.lead.source)))
            _badge(line, zones.get(line.lead.store_id, "UTC"))


def _badge(line: LeadLine, zone: str) -> None:
    if line.stop:
        st.badge(line.stop.why.value.replace("_", " ").capitalize(), color="gray", icon=":material/block:")
    elif line.next_deadline is None:
        st.badge("Nothing due", color="gray")
    else:
        text = f"{due_words(line.next_deadline)}, {wording.day(line.next_deadline.due_at, zone)}"
        pressing = line.next_deadline.state is State.WARNING
        st.badge(text, color="orange" if pressing else "blue", icon=":material/timer:" if pressing else None)
    if line.adherence.missed:
        st.badge(f"{line.adherence.missed} missed", color="orange", icon=":material/close:")


def number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def due_words(deadline: Deadline) -> str:
    who = " by the manager" if deadline.step.by is Role.MANAGER else ""
    return f"{CHANNELS[deadline.step.channel.value]}{who}"
