"""The start page: what to do now, and the newest voicemails."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, Viewer
from coaching.services import commenting, reading
from coaching.ui import alerts_panel, screens, voicemail_list
from coaching.ui.assignments import reminders
from coaching.ui.plain import plain
from coaching.ui.voicemail_filter import EVERYTHING

NEWEST = 5
LEADS_IN = {
    Role.REP: "Upload a voicemail or record one; seconds later you know what to do better first.",
    Role.TRAINER: "The newest voicemails of your teams. Choose one to hear the words behind every verdict.",
    Role.MANAGER: "The newest voicemails of your stores. Choose one to hear the words behind every verdict.",
    Role.ADMINISTRATOR: "The newest voicemails of all stores.",
}


def show(viewer: Viewer) -> None:
    st.title(f"Hello {plain(viewer.name.split()[0])}" if viewer.name.split() else "Hello")
    st.markdown(LEADS_IN[viewer.role])
    with st.container(horizontal=True):
        if st.button(screens.UPLOAD.title, type="primary", icon=screens.UPLOAD.icon):
            st.switch_page(screens.UPLOAD.file)
        if st.button(screens.GUIDE.title, icon=screens.GUIDE.icon):
            st.switch_page(screens.GUIDE.file)
    st.space("small")
    alerts_panel.show_unread(viewer)
    reminders.show(viewer)
    if not reading.list_voicemails(bootstrap.services(), viewer, limit=1):
        st.info(
            "No voicemail has been judged here yet. Upload the first one, or record it in the browser.", icon=":material/inbox:"
        )
        return
    unread = list(commenting.unread(bootstrap.services(), viewer))[:NEWEST]
    if unread:
        st.header("New for you")
        voicemail_list.show(viewer, {**EVERYTHING, "among": frozenset(unread)}, limit=NEWEST, key="unread")
    st.header("Newest")
    voicemail_list.show(viewer, limit=NEWEST, key="newest")
