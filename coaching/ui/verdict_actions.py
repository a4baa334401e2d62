"""Keeps what somebody said of a verdict: settled it, overruled it, disputed it, or answered a dispute."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.dispute import Answer, DisputeId
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.services import disputing, settling
from coaching.ui.components import Told
from coaching.ui.telling import telling


def keep(viewer: Viewer, voicemail_id: VoicemailId, judged: Judged, said: Told) -> None:
    """said: as the findings tell it. Draws the page anew where something was kept."""
    services = bootstrap.services()
    with telling():
        match said:
            case {"settle": {"criterion_id": str(criterion), "outcome": str(outcome)}}:
                if judged.outcome_of(criterion) == outcome:  # a second click on what stands already
                    return
                settling.settle(services, viewer, voicemail_id, criterion, Outcome(outcome))
            case {"overrule": {"criterion_id": str(criterion), "outcome": str(outcome), "why": str(why)}}:
                settling.overrule(services, viewer, voicemail_id, criterion, Outcome(outcome), why)
            case {"dispute": {"criterion_id": str(criterion), "why": str(why)}}:
                disputing.dispute(services, viewer, voicemail_id, criterion, why)
            case {"answer": {"dispute_id": int(dispute), "answer": str(answer), "why": str(why)}}:
                disputing.answer(services, viewer, voicemail_id, DisputeId(dispute), Answer(answer), why)
            case _:
                return
    st.rerun()
