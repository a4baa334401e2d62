"""What is one's own: how one signs in, where one is signed in, and leaving."""

import streamlit as st

from coaching import bootstrap
from coaching.accounts import passwords
from coaching.domain.people import Viewer
from coaching.errors import CoachingError
from coaching.services import own_password, people, sign_in
from coaching.ui import components, digest_mail, gate
from coaching.ui.library import own_choice
from coaching.ui.plain import plain
from coaching.ui.wording import ROLES, day, joined

UTC = "UTC"
FORM_PX = 480  # a password across a whole screen looks like a letter


def show(viewer: Viewer) -> None:
    st.markdown(plain(joined(viewer.name, ROLES[viewer.role])))
    own_choice.show(viewer)
    digest_mail.show(viewer)
    if gate.is_demo():
        st.info("In the demonstration nobody signs in: choose who you are in the sidebar.", icon=":material/info:")
        return
    components.form("/sign-out", "Sign out", {}, key="account_sign_out")
    here = gate.cookies().get(sign_in.COOKIE, "")
    st.header("Your password")
    if own_password.has_password(bootstrap.services(), viewer):
        _change_password(viewer, here)
    st.markdown("Forgotten? Ask an administrator for a new link: it signs you out everywhere.")
    st.header("Where you are signed in")  # after the password: changing it ends the others
    own, zone = sign_in.signed_in(bootstrap.services(), viewer), _zone(viewer)
    for one in own:
        since, last = (plain(day(at, zone)) for at in (one.opened_at, one.seen_at))
        st.markdown(f"- Since {since}, last used {last}{' (UTC)' if zone == UTC else ''}")
    st.caption("A sign-in ends after 8 hours without use, and after 7 days in any case.")
    if len(own) > 1 and st.button("Sign out everywhere else", icon=":material/logout:"):
        sign_in.sign_out_everywhere(bootstrap.services(), viewer, but_token=here)
        st.rerun()


def _zone(viewer: Viewer) -> str:
    """That of the viewer's stores; who looks after stores in several has none of their own."""
    zones = {store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    return zones.pop() if len(zones) == 1 else UTC


def _change_password(viewer: Viewer, here: str) -> None:
    with st.form("change_password", clear_on_submit=True, width=FORM_PX):
        old = st.text_input("The password you have now", type="password", autocomplete="current-password")
        new = st.text_input("A new one", type="password", autocomplete="new-password", help=passwords.TOO_SHORT)
        again = st.text_input("The new one again", type="password", autocomplete="new-password")
        if not st.form_submit_button("Change the password", icon=":material/key:"):
            return
    try:
        own_password.change_password(bootstrap.services(), viewer, old, new, again, but_token=here)
    except CoachingError as error:
        st.error(str(error), icon=":material/error:")
    else:
        st.success("Your password is changed. Everywhere else you are signed out.", icon=":material/check:")
