"""Who is here, and whether they may see a page."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import PersonId, Role, Viewer
from coaching.errors import NotFound
from coaching.services import people, sign_in

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


def cookies() -> dict[str, str]:
    """As the browser brought them when it connected: what they are worth is asked anew each time."""
    return {name: str(value) for name, value in st.context.cookies.items()}


def _person() -> PersonId | None:
    """What a session remembers is of one person: Streamlit may give a tab its old session back, after somebody else came."""
    from_cookie = sign_in.present(bootstrap.services(), bootstrap.settings(), cookies())
    remembered = st.session_state.get(PERSON)
    if from_cookie is None and is_demo():
        return PersonId(remembered) if remembered is not None else None
    if from_cookie != remembered:
        st.session_state.clear()
        if from_cookie is not None:
            st.session_state[PERSON] = from_cookie
    return from_cookie
