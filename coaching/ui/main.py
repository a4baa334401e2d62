"""The entry script, run for every visitor and every click: who is here, which pages are theirs, and the one they chose."""

from pathlib import Path

import streamlit as st

from coaching.ui import components, gate, resources, screens, welcome
from coaching.ui.plain import plain
from coaching.ui.wording import ROLES

HERE = Path(__file__).parent

st.set_page_config(page_icon=str(HERE / "frontend" / "icon.svg"), layout="wide")
st.html(HERE / "frontend" / "page.css")
st.logo(str(HERE / "frontend" / "logo.svg"), icon_image=str(HERE / "frontend" / "icon.svg"), size="large")

viewer = gate.viewer()
if gate.is_demo():
    st.html('<p class="demonstration">Demonstration: made-up people, anybody can be anybody.</p>')
page = st.navigation(screens.pages_for(viewer), position="sidebar" if viewer else "hidden", expanded=True)
st.set_page_config(page_title=f"{page.title} · Voicemail Coach")
if viewer is not None:
    with st.sidebar:
        st.caption(f"{plain(viewer.name)} · {ROLES[viewer.role]}")
        if gate.is_demo():
            with st.expander("Be somebody else"):
                welcome.choose_person(viewer.id, shape="list")
        else:
            st.page_link(screens.ACCOUNT.file, label=screens.ACCOUNT.title, icon=screens.ACCOUNT.icon)
            components.form("/sign-out", "Sign out", {}, key="sign_out")
page.run()
resources.settle()
