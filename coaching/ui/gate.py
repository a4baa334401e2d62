"""Who is here, and whether they may see a page."""

from datetime import UTC, datetime

import streamlit as st

from coaching import bootstrap
from coaching.accounts import passes
from coaching.domain.people import PersonId, Role, Viewer
from coaching.errors import NotFound
from coaching.services import people

PERSON = "person_id"  # in the session's state, which lives on the server


def viewer() -> Viewer | None:
    """Asked anew in every run: a person who has left, or has another role now, is told so by their next click."""
    person = _person()
    if person is None:
        return None
    try:
        return people.viewer(bootstrap.services(), person)
    except NotFound:
        return None


def require(*roles: Role) -> Viewer:
    """The first statement of every page: nothing after it runs for anybody else. No roles: whoever is signed in."""
    present = viewer()
    if present is None:
        st.error("Say who you are first: open the start page.", icon=":material/lock:")
        st.stop()
    if roles and present.role not in roles:
        st.error("This page is not for your role. Ask a manager of your store if you need it.", icon=":material/lock:")
        st.stop()
    return present


def is_demo() -> bool:
    return bootstrap.settings().demo


def _person() -> PersonId | None:
    """A cookie of somebody else ends what the session remembers: Streamlit may give a tab its old session back."""
    text = str(st.context.cookies.get(passes.COOKIE, ""))
    from_cookie = passes.bearer_in_demo(bootstrap.settings(), text, datetime.now(UTC))
    remembered = st.session_state.get(PERSON)
    if from_cookie is not None and from_cookie != remembered:
        st.session_state.clear()
        st.session_state[PERSON] = from_cookie
    return st.session_state.get(PERSON)
