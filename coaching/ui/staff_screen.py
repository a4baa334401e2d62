"""One person: what is on file about them, how they come in, and when they leave."""

from urllib.parse import urlsplit

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.errors import CoachingError
from coaching.services import invitations, staff
from coaching.services.staff import Access, Member
from coaching.settings import DEFAULT_ADDRESS
from coaching.ui import address, gate, screens, staff_form, staff_words
from coaching.ui.plain import plain
from coaching.ui.telling import telling

LINK = "invitation_link"  # (person's id, link): shown once, kept nowhere else
SAVED = "person_saved"


def show(viewer: Viewer, member: Member | None) -> None:
    """member: None for somebody new."""
    st.page_link(screens.PEOPLE.file, label="All people", icon=":material/arrow_back:")
    st.title(plain(member.person.name) if member else "Add somebody")
    if st.session_state.pop(SAVED, False):
        st.success("Saved.", icon=":material/check_circle:")
    changed = staff_form.show(viewer, member)
    if changed is not None:
        _save(viewer, changed, is_new=member is None)
    if member is None:
        return
    if member.person.active:
        _sign_in(viewer, member)
        _leave(viewer, member)
    else:
        _back(viewer, member)


def _save(viewer: Viewer, changed: Member, *, is_new: bool) -> None:
    try:
        if is_new:
            st.query_params[address.PERSON] = str(staff.add(bootstrap.services(), viewer, changed))
        else:
            staff.change(bootstrap.services(), viewer, changed)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.session_state[SAVED] = True
    st.rerun()


def _sign_in(viewer: Viewer, member: Member) -> None:
    st.header("Signing in")
    st.caption(plain(staff_words.access(member)))
    if gate.is_demo():
        st.info("In the demonstration nobody signs in.", icon=":material/info:")
        return
    if not member.person.email:
        return
    if st.button("Make a new link" if member.access is Access.PASSWORD else "Make an invitation link", icon=":material/link:"):
        with telling():
            token = invitations.invite(bootstrap.services(), viewer, member.person.id)
        st.session_state[LINK] = (member.person.id, f"{_origin()}/invitation/{token}")
        st.rerun()
    whose, link = st.session_state.get(LINK, (None, ""))
    if whose == member.person.id and member.access is Access.INVITED:
        st.code(link, language=None, wrap_lines=True)
        st.caption(
            f"Give this link to {plain(member.person.name)} alone. It works once, for {invitations.VALID_FOR.days} days, and "
            "lets them choose a password. An earlier link is void, and so is an old password once this link is used."
        )


def _origin() -> str:
    """Of the address by which the administrator came: that by which the others come, too."""
    url = urlsplit(st.context.url or DEFAULT_ADDRESS)
    return f"{url.scheme}://{url.netloc}"


def _leave(viewer: Viewer, member: Member) -> None:
    st.header("Leaving")
    st.caption("They are signed out at once and cannot sign in. Their voicemails and scorecards stay.")
    sure = st.checkbox(f"{plain(member.person.name)} has left", key=f"has_left_{member.person.id}")
    if st.button("Deactivate", disabled=not sure, icon=":material/person_off:"):
        with telling():
            staff.deactivate(bootstrap.services(), viewer, member.person.id)
        st.rerun()


def _back(viewer: Viewer, member: Member) -> None:
    st.header("Has left")
    if st.button("Let them back in", icon=":material/person_check:"):
        with telling():
            staff.let_back(bootstrap.services(), viewer, member.person.id)
        st.rerun()
