"""What a store tells those who upload or record."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services.privacy.settings import read_privacy
from coaching.ui.plain import plain

EXAMPLE = "Voicemails are kept for coaching, heard by you and your trainer, and deleted after 90 days."


def show(viewer: Viewer) -> None:
    """Nothing where the store has written nothing, and for an administrator of all stores."""
    if viewer.store_id is None:
        return
    note = read_privacy(bootstrap.services(), viewer, viewer.store_id).consent_note
    if note:
        st.info(plain(note), icon=":material/shield_person:")
