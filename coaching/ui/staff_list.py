"""Who works here, to be found by name or store, and changed."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services import people, staff
from coaching.services.staff import Member
from coaching.ui import address, screens, staff_words
from coaching.ui.plain import plain
from coaching.ui.telling import telling

SHOWN = 50


def show(viewer: Viewer) -> None:
    with st.container(horizontal=True):
        if st.button("Add somebody", type="primary", icon=":material/person_add:"):
            st.switch_page(screens.PERSON.file)
        if st.button("Import a list", icon=screens.IMPORT_PEOPLE.icon):
            st.switch_page(screens.IMPORT_PEOPLE.file)
    with telling():
        everybody = staff.members(bootstrap.services(), viewer)
    wanted = st.text_input("Find", placeholder="A name, a store, a role", icon=":material/search:", key="find_people")
    with_left = st.toggle("Also those who have left", key="with_left")
    stores = {store.id: store for store in people.stores(bootstrap.services(), viewer)}
    teams = {team.id: team for team in people.teams(bootstrap.services(), viewer)}
    told = [(one, staff_words.about(one, stores, teams)) for one in everybody if with_left or one.person.active]
    found = [(one, about) for one, about in told if _has_all(f"{one.person.name} {one.person.email} {about}", wanted)]
    _rows(found[:SHOWN])
    if len(found) > SHOWN:
        st.caption(f"The first {SHOWN} of {len(found)} are shown. Find the others by name or store.")
    if not found:
        st.info("Nobody is found by that.", icon=":material/search_off:")


def _has_all(text: str, words: str) -> bool:
    return all(word in text.lower() for word in words.lower().split())


def _rows(found: Sequence[tuple[Member, str]]) -> None:
    for member, about in found:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap=None):
                st.markdown(f"**{plain(member.person.name)}**")
                st.caption(plain(about))
            if st.button("Change", key=f"change_{member.person.id}", help=f"Change {plain(member.person.name)}"):
                st.switch_page(screens.PERSON.file, query_params={address.PERSON: str(member.person.id)})
