"""What is one's own: how one signs in, where one is signed in, and leaving."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services import sign_in
from coaching.ui import components, digest_mail, gate
from coaching.ui.library import own_choice
from coaching.ui.plain import plain
from coaching.ui.wording import ROLES, day, joined


def show(viewer: Viewer) -> None:
    st.markdown(plain(joined(viewer.name, ROLES[viewer.role])))
    own_choice.show(viewer)
    digest_mail.show(viewer)
    if gate.is_demo():
        st.info("In the demonstration nobody signs in: choose who you are in the sidebar.", icon=":material/info:")
        return
    components.form("/sign-out", "Sign out", {}, key="account_sign_out")
    st.header("Where you are signed in")
    here = gate.cookies().get(sign_in.COOKIE, "")
    own = sign_in.signed_in(bootstrap.services(), viewer)
    for one in own:
        st.markdown(f"- since {day(one.opened_at)}, last used {day(one.seen_at)} (UTC)")
    st.caption("A sign-in ends after 8 hours without use, and after 7 days in any case.")
    if len(own) > 1 and st.button("Sign out everywhere else", icon=":material/logout:"):
        sign_in.sign_out_everywhere(bootstrap.services(), viewer, but_token=here)
        st.rerun()
    st.header("Your password")
    st.markdown("Forgotten, or known to somebody else? Ask an administrator for a new link: it signs you out everywhere.")
