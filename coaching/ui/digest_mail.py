"""Whether the weekly digest comes by mail, and whether the last one did."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.letter import Letter
from coaching.domain.people import Role, Viewer
from coaching.errors import CoachingError
from coaching.services import people
from coaching.services.mail import weekly
from coaching.ui import wording
from coaching.ui.as_stored import is_flipped
from coaching.ui.plain import plain


def show(viewer: Viewer) -> None:
    """Nothing where no mail is set up; whoever could set it up is told so."""
    try:
        mail = bootstrap.mail()
    except CoachingError as error:
        if viewer.role is Role.ADMINISTRATOR:
            st.warning(plain(str(error)), icon=":material/mail:")
        return
    if mail is None:
        if viewer.role is Role.ADMINISTRATOR:
            st.caption("No mail server is set up, so digests are read here alone; the README says how to set one up.")
        return
    if viewer.role in weekly.READERS:
        _choice(viewer)


def _choice(viewer: Viewer) -> None:
    address = next((one.email for one in people.present(bootstrap.services(), viewer) if one.id == viewer.id), "")
    if not address:
        st.caption("It comes by mail to those whose e-mail address is on file. Ask an administrator to add yours.")
        return
    wanted, last = weekly.choice_of(bootstrap.services(), viewer)
    told = f"Send it to {plain(address)} every Monday"
    if is_flipped(told, wanted, "digest_by_mail"):
        weekly.choose(bootstrap.services(), viewer, wanted=not wanted)
        st.rerun()
    if last is not None:
        st.caption(plain(_became(last)))


def _became(letter: Letter) -> str:
    week = f"The week of {wording.date(letter.week)}"
    if letter.sent_at is not None:
        return f"{week} was sent {wording.day(letter.sent_at)} (UTC)."
    if letter.begun_at is not None:
        return f"{week} was handed to the mail server, but nobody knows whether it arrived. It is not sent twice."
    return f"{week} was not sent. {letter.reason}" if letter.reason else f"{week} is on its way."
