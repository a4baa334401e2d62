"""All leads with what is due next; the most pressing first."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, StoreId, Viewer
from coaching.follow_up.cadence.deadlines import Deadline, State
from coaching.services import people
from coaching.services.follow_up.lead_page import LeadLine, list_follow_up
from coaching.ui import address, paging, screens, wording
from coaching.ui.plain import plain
from coaching.ui.wording import number

SHOWN = 50
SEARCH = "lead_search"
CHANNELS = {"call": "Call", "email": "Email", "write": "Write"}


def show(viewer: Viewer) -> None:
    lines = list_follow_up(bootstrap.services(), viewer)
    if screens.IMPORT_LEADS.is_for(viewer):
        st.page_link(screens.IMPORT_LEADS.file, label="Import leads", icon=screens.IMPORT_LEADS.icon)
    if not lines:
        _tell_how_they_come(viewer)
        return
    wanted = _search().lower()
    found = [line for line in lines if wanted in line.lead.customer_name.lower()]
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    if not found:
        st.info("No lead of that name. Search for a part of it.", icon=":material/search:")
    page = paging.current(len(found), SHOWN)
    _draw(found[page.first_shown : page.last_shown], zones, viewer)
    paging.links(page)


def _search() -> str:
    """What stands in the address fills the field in every run, so that going back in the browser takes it along."""
    st.session_state[SEARCH] = address.search()
    return st.text_input("Search", key=SEARCH, placeholder="Customer", on_change=_keep_search)


def _keep_search() -> None:
    address.keep_search(st.session_state[SEARCH])


def _tell_how_they_come(viewer: Viewer) -> None:
    """In words of what the viewer may do: a rep imports nothing, and opens a lead by naming the customer of a voicemail."""
    if screens.IMPORT_LEADS.is_for(viewer):
        st.info("There are no leads yet. Import them, or upload a voicemail and name its customer.", icon=":material/inbox:")
        return
    st.info(
        "There are no leads of yours yet. They come when your trainer or manager imports them with your name, "
        "or when you upload a voicemail and name its customer.",
        icon=":material/inbox:",
    )
    st.page_link(screens.UPLOAD.file, label=screens.UPLOAD.title, icon=screens.UPLOAD.icon)


def _draw(lines: Sequence[LeadLine], zones: dict[StoreId, str], viewer: Viewer) -> None:
    for line in lines:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                name = plain(line.lead.customer_name or "Unknown")
                st.page_link(screens.LEAD.file, label=f"**{name}**", query_params={"lead": str(line.lead.id)})
                vehicle = str(line.lead.facts.get("vehicle") or "")
                rep = "" if viewer.role is Role.REP else line.rep_name
                counted = f"{number(line.counts.calls, 'call')}, {number(line.counts.messages, 'message')}"
                st.caption(plain(wording.joined(vehicle, rep, counted, line.lead.source)))
            with st.container(horizontal=True, horizontal_alignment="right", width="content"):
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
        st.badge(f"{number(line.adherence.missed, 'step')} missed", color="orange", icon=":material/close:")


def due_words(deadline: Deadline) -> str:
    who = " by the manager" if deadline.step.by is Role.MANAGER else ""
    return f"{CHANNELS[deadline.step.channel.value]}{who}"
