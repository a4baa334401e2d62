"""How long a store keeps what it recorded, and what it tells those who are recorded."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Store, Viewer
from coaching.domain.privacy import LONGEST_DAYS, PrivacySettings
from coaching.services.privacy.settings import LONGEST_NOTE, change_privacy, read_privacy
from coaching.ui import consent_note
from coaching.ui.telling import telling

KEPT = {
    "sound_days": ("Sound", "The audio of voicemails and takes. Their words and scores stay."),
    "words_days": ("Words", "Transcripts, every quote from them, reasons and file names. Outcomes, scores and pace stay."),
    "scores_days": ("Scores", "The whole voicemail, with whatever is left of it."),
}


def show(viewer: Viewer, store: Store) -> None:
    with telling():
        settings = read_privacy(bootstrap.services(), viewer, store.id)
    st.header("How long recordings are kept")
    st.caption("Days after a voicemail was received; an empty field keeps forever. What is due goes once a day, for good.")
    days = {
        name: place.number_input(
            title,
            min_value=1,
            max_value=LONGEST_DAYS,
            value=getattr(settings, name),
            step=1,
            placeholder="Forever",
            help=help_text,
            key=f"{name}_{store.id}",
        )
        for place, (name, (title, help_text)) in zip(st.columns(3), KEPT.items(), strict=True)
    }
    st.header("What those who record are told")
    note = st.text_area(
        "Consent note",
        value=settings.consent_note,
        max_chars=LONGEST_NOTE,
        placeholder=consent_note.EXAMPLE,
        help="Shown wherever somebody of this store uploads or records.",
        key=f"consent_{store.id}",
    )
    if st.button("Save", type="primary", key="save_privacy"):
        with telling():
            change_privacy(bootstrap.services(), viewer, store.id, PrivacySettings(**days, consent_note=note.strip()))
        st.toast("Saved", icon=":material/check:")
