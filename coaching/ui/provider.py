"""Signing in by an identity provider, by Streamlit's own OpenID Connect ([auth] in .streamlit/secrets.toml)."""

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from coaching import bootstrap
from coaching.errors import CoachingError
from coaching.services import openid
from coaching.ui import components
from coaching.ui.plain import plain


def is_set_up() -> bool:
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def offer() -> None:
    """Somebody whom the provider vouches for is sent on to where the cookie of our own sign-in is set."""
    claims = st.user.to_dict()
    if not claims.get("is_logged_in"):
        if st.button("Sign in with your company's account", type="primary", icon=":material/passkey:"):
            st.login()
        return
    try:
        ticket = openid.ticket(bootstrap.services(), claims)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/lock:")
        if st.button("Sign in again", icon=":material/refresh:"):
            st.login()
        if st.button("Sign in as somebody else", icon=":material/logout:"):
            st.logout()
        return
    components.form("/sign-in/ticket", "Go on", {"ticket": ticket, "next": "/"}, at_once=True, key="ticket")
