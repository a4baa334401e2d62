"""All coaching sessions that the viewer may see, and a form to open another."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import streamlit as st

from coaching import bootstrap
from coaching.domain.lengths import LONGEST_TITLE
from coaching.domain.people import Role, Viewer
from coaching.domain.session import CoachingSession, SessionId
from coaching.services import people
from coaching.services.coaching.sessions import list_sessions, open_session
from coaching.ui import screens, wording
from coaching.ui.began import began_with
from coaching.ui.plain import plain
from coaching.ui.telling import telling

NEW = "new_session"


def show(viewer: Viewer) -> None:
    coaches = viewer.role in screens.COACHES
    listed = list_sessions(bootstrap.services(), viewer)
    if coaches:
        _open_form(viewer, expanded=not listed)
    if not listed:
        said = "Choose who takes part, and collect their voicemails." if coaches else "Your trainer opens the first one."
        st.info(f"There is no coaching session yet. {said}", icon=screens.SESSIONS.icon)
        return
    _draw(listed, viewer)


def _open_form(viewer: Viewer, *, expanded: bool) -> None:
    names = {rep.id: rep.name for rep in people.reps(bootstrap.services(), viewer)}
    stores = people.stores(bootstrap.services(), viewer)
    if not names or not stores:
        return
    with st.expander("New session", expanded=expanded, icon=":material/add:"), st.form("new_session", border=False):
        chosen = st.multiselect(
            "With", list(names), format_func=names.__getitem__, key=f"{NEW}_reps", placeholder="One rep or a group"
        )
        title = st.text_input("About", key=f"{NEW}_title", placeholder="What you want to work on", max_chars=LONGEST_TITLE)
        zone = ZoneInfo(next((one.time_zone for one in stores if one.id == viewer.store_id), stores[0].time_zone))
        local_now = bootstrap.services().now().astimezone(zone).replace(second=0, microsecond=0, tzinfo=None)
        key = f"{NEW}_at"
        at = st.datetime_input("When, on the store’s clock", began_with(key, local_now), key=key, step=300, format=wording.DATES)
        if st.form_submit_button("Open session", type="primary"):
            with telling():
                made = open_session(bootstrap.services(), viewer, title, chosen, at.replace(tzinfo=zone))
            go_to(made)


def go_to(session_id: SessionId) -> None:
    st.switch_page(screens.SESSION.file, query_params={"session": str(session_id)})


def _draw(listed: Sequence[CoachingSession], viewer: Viewer) -> None:
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    for one in listed:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container():
                st.page_link(screens.SESSION.file, label=plain(one.title), query_params={"session": str(one.id)})
                who = (
                    ", ".join(one.reps.values()) if viewer.role is not Role.REP else f"with {one.trainer_name or 'your trainer'}"
                )
                goals = f"{len(one.goals)} {'goal' if len(one.goals) == 1 else 'goals'}" if one.goals else ""
                st.caption(plain(wording.joined(who, wording.day(one.held_at, zones.get(one.store_id, "UTC")), goals)))
            _badge(one, viewer)


def _badge(one: CoachingSession, viewer: Viewer) -> None:
    if one.sent_at is None:
        st.badge("Not sent yet", color="gray")
    elif viewer.id in one.reps and viewer.id not in one.acknowledged:
        st.badge("Please acknowledge", color="orange", icon=":material/front_hand:")
    elif len(one.acknowledged) < len(one.reps):
        st.badge(f"{len(one.acknowledged)} of {len(one.reps)} acknowledged", color="blue")
    else:
        st.badge("Acknowledged", color="green", icon=":material/check:")
