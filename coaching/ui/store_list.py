"""The stores with their teams, main lines and clocks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from zoneinfo import available_timezones

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Store, Team, Viewer
from coaching.domain.phone import LONGEST as LONGEST_LINE
from coaching.errors import CoachingError
from coaching.rubrics import load_rubric
from coaching.services import people, places
from coaching.services.follow_up.settings import change_time_zone
from coaching.services.places import LONGEST_NAME
from coaching.ui.plain import plain

USUAL_ZONE = "America/New_York"
ROUND = "stores_round"  # a new number empties the fields
SAVED = "store_saved"
JUDGED_AGAIN = "All voicemails of the store are judged again by it.\n"


def show(viewer: Viewer) -> None:
    if saved := st.session_state.pop(SAVED, None):
        st.toast(saved, icon=":material/check:")
    stores, teams = people.stores(bootstrap.services(), viewer), people.teams(bootstrap.services(), viewer)
    if not stores:
        st.info("There is no store yet. Add the first; then add the people who work there.", icon=":material/storefront:")
    for store in stores:
        with st.container(border=True):
            _store(viewer, store, [team for team in teams if team.store_id == store.id])
    with st.expander("Add a store", icon=":material/add:", expanded=not stores):
        _open(viewer)


def _store(viewer: Viewer, store: Store, teams: Sequence[Team]) -> None:
    st.subheader(plain(store.name))
    profiles = load_rubric().profiles
    st.caption(", ".join(plain(team.name) for team in teams) or "No team yet.")
    with st.expander("Change", icon=":material/edit:"):
        with st.form(f"store_{store.id}", border=False):
            name = st.text_input("Name, as it is said on the telephone", store.name, max_chars=LONGEST_NAME)
            left, right = st.columns(2)
            line = left.text_input("Main line", store.main_line, max_chars=LONGEST_LINE, help="The store's switchboard")
            zone = right.selectbox("Time zone", zones(), zones().index(store.time_zone))
            profile = st.selectbox(
                "Judged by",
                list(profiles),
                list(profiles).index(store.profile_id) if store.profile_id in profiles else None,
                format_func=lambda one: profiles[one].title,
                help="\n".join([JUDGED_AGAIN, *(f"- **{one.title}**: {one.description}" for one in profiles.values())]),
            )
            names = [st.text_input(f"Team {number}", team.name, max_chars=LONGEST_NAME) for number, team in enumerate(teams, 1)]
            if st.form_submit_button("Save", type="primary"):
                told = replace(store, name=name, main_line=line, time_zone=zone, profile_id=profile or store.profile_id)
                _save(viewer, store, told, list(zip(teams, names, strict=True)))
        _add_team(viewer, store)


def _save(viewer: Viewer, store: Store, told: Store, teams: Sequence[tuple[Team, str]]) -> None:
    services = bootstrap.services()
    try:
        if told.name != store.name:
            places.rename_store(services, viewer, store.id, told.name)
        if told.main_line != store.main_line:
            people.change_main_line(services, viewer, store.id, told.main_line)
        if told.time_zone != store.time_zone:
            change_time_zone(services, viewer, store.id, told.time_zone)
        if told.profile_id != store.profile_id:
            people.choose_profile(services, viewer, store.id, told.profile_id)
        for team, new in teams:
            if new != team.name:
                places.rename_team(services, viewer, team.id, new)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    judged_anew = (told.main_line, told.profile_id) != (store.main_line, store.profile_id)
    st.session_state[SAVED] = "Saved. The store’s voicemails are being judged again." if judged_anew else "Saved."
    st.rerun()


def _add_team(viewer: Viewer, store: Store) -> None:
    with st.form(f"team_{store.id}_{_round()}", border=False):
        name = st.text_input("A new team", max_chars=LONGEST_NAME, placeholder="Internet")
        if st.form_submit_button("Add the team"):
            _kept(lambda: places.add_team(bootstrap.services(), viewer, store.id, name))


def _open(viewer: Viewer) -> None:
    with st.form(f"new_store_{_round()}", border=False):
        name = st.text_input("Name, as it is said on the telephone", max_chars=LONGEST_NAME)
        left, right = st.columns(2)
        line = left.text_input("Main line", max_chars=LONGEST_LINE, help="The store's switchboard")
        zone = right.selectbox("Time zone", zones(), zones().index(USUAL_ZONE))
        if st.form_submit_button("Add the store", type="primary"):
            _kept(lambda: places.open_store(bootstrap.services(), viewer, name, line, zone))


def _kept(act: Callable[[], object]) -> None:
    try:
        act()
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.session_state[ROUND] = _round() + 1
    st.rerun()


def _round() -> int:
    return int(st.session_state.get(ROUND, 0))


@st.cache_data
def zones() -> list[str]:
    """Places, not the abbreviations and offsets that the list also has."""
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
