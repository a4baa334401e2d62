"""Writing down what was done for a lead, what came of it, and what the customer wishes: a small form each."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from coaching import bootstrap
from coaching.domain.attempt import CAME_BACK, AttemptKind, CallbackPath, Direction, LeadOutcome, LeadOutcomeKind
from coaching.domain.people import Role, Viewer
from coaching.domain.scorecard import NumberMatch
from coaching.services.follow_up.lead_page import LeadPage
from coaching.services.follow_up.noting import agree_to_texts, note_attempt, note_outcome, refuse_calls
from coaching.ui import lead_found, wording
from coaching.ui.began import began_with
from coaching.ui.plain import plain
from coaching.ui.saved import saved, tell_saved
from coaching.ui.telling import telling

# A voicemail becomes an attempt by its recording; one that nobody recorded can be noted all the same.
DONE = {
    AttemptKind.CALL: "Call, no message",
    AttemptKind.CONVERSATION: "Conversation",
    AttemptKind.EMAIL: "Email",
    AttemptKind.TEXT: "Text",
    AttemptKind.SOCIAL: "Social message",
    AttemptKind.VOICEMAIL: "Voicemail, not recorded",
}
CAME_OF_IT = {
    LeadOutcomeKind.CALLED_BACK: "Called back",
    LeadOutcomeKind.TEXTED_BACK: "Texted back",
    LeadOutcomeKind.APPOINTMENT: "Appointment made",
    LeadOutcomeKind.SOLD: "Sold",
    LeadOutcomeKind.OPTED_OUT: "Asked for no contact",
    LeadOutcomeKind.WRONG_NUMBER: "Wrong number",
}
RANG = {NumberMatch.DIRECT_LINE: "Direct line", NumberMatch.MAIN_LINE: "Main line", NumberMatch.OTHER: "Another number"}
LED_TO = {
    CallbackPath.CONNECTED: "Connected",
    CallbackPath.LOST_ON_HOLD: "Lost on hold",
    CallbackPath.NOT_REACHED: "Did not reach anybody",
}
NOT_KNOWN = "Not known"
CUSTOMER = "customer"
WISHES = {"no_calls": "Asked not to be called", "texts": "Agreed to be sent texts", "no_contact": "Asked for no contact at all"}


def show(viewer: Viewer, page: LeadPage) -> None:
    tell_saved()
    with st.container(horizontal=True):
        lead_found.show(viewer, page)
        with st.popover("Note an attempt", icon=":material/add_call:"):
            _attempt(viewer, page)
        with st.popover("Note an outcome", icon=":material/flag:"):
            _outcome(viewer, page)
        with st.popover("Consent", icon=":material/front_hand:"):
            _consent(viewer, page)


def _attempt(viewer: Viewer, page: LeadPage) -> None:
    makers = _makers(viewer, page.rep_name)
    with st.form("note_attempt", border=False):
        kind = st.selectbox("What was done", list(DONE), format_func=DONE.__getitem__, key="attempt_kind")
        maker = st.selectbox("By whom", list(makers), format_func=makers.__getitem__, key="attempt_by")
        at = _when(page.time_zone, "attempt_at")
        asks = st.checkbox("An e-mail that asks whether we may call", key="attempt_asks")
        note = st.text_input("Note", key="attempt_note", placeholder="Left open where there is nothing to add")
        if st.form_submit_button("Save attempt", type="primary"):
            with telling():
                note_attempt(
                    bootstrap.services(),
                    viewer,
                    page.lead.id,
                    kind,
                    at,
                    by=None if maker == CUSTOMER else Role(maker),
                    direction=Direction.IN if maker == CUSTOMER else Direction.OUT,
                    asks_permission=asks and kind is AttemptKind.EMAIL,
                    note=note,
                )
            saved("The attempt is on the timeline.", "attempt_")


def _makers(viewer: Viewer, rep_name: str) -> dict[str, str]:
    """The viewer first: nearly everybody notes what they did themselves."""
    others = {Role.REP.value: rep_name or "The rep", Role.MANAGER.value: "A manager", CUSTOMER: "The customer"}
    return {viewer.role.value: "Me"} | {role: name for role, name in others.items() if role != viewer.role.value}


def _outcome(viewer: Viewer, page: LeadPage) -> None:
    with st.form("note_outcome", border=False):
        kind = st.selectbox("What came of it", list(CAME_OF_IT), format_func=CAME_OF_IT.__getitem__, key="outcome_kind")
        at = _when(page.time_zone, "outcome_at")
        number = st.selectbox(
            "By which number", [None, *RANG], format_func=lambda rang: RANG[rang] if rang else NOT_KNOWN, key="outcome_number"
        )
        path = st.selectbox(
            "Where it led", [None, *LED_TO], format_func=lambda led: LED_TO[led] if led else NOT_KNOWN, key="outcome_path"
        )
        st.caption("The number and where it led count where the customer called or texted back.")
        if st.form_submit_button("Save outcome", type="primary"):
            told = (number, path) if kind in CAME_BACK else (None, None)
            with telling():
                note_outcome(bootstrap.services(), viewer, LeadOutcome(page.lead.id, kind, at, *told))
            saved("The outcome is noted.", "outcome_")


def _consent(viewer: Viewer, page: LeadPage) -> None:
    consent, zone = page.lead.consent, page.time_zone
    said = {"no_calls": consent.call_refused_at, "texts": consent.texts_agreed_at, "no_contact": consent.opted_out_at}
    for wish, at in said.items():
        if at:
            st.markdown(plain(f"{WISHES[wish]}, {wording.day(at, zone)}"))
    still = [wish for wish, at in said.items() if at is None]
    if not still:
        return
    with st.form("note_consent", border=False):
        wish = st.radio("The customer", still, format_func=WISHES.__getitem__, key="consent_wish")
        at = _when(zone, "consent_at")
        if st.form_submit_button("Save wish", type="primary") and wish:
            with telling():
                _keep(viewer, page, wish, at)
            saved("The customer’s wish is kept.", "consent_")


def _keep(viewer: Viewer, page: LeadPage, wish: str, at: datetime) -> None:
    services, lead_id = bootstrap.services(), page.lead.id
    match wish:
        case "no_calls":
            refuse_calls(services, viewer, lead_id, at)
        case "texts":
            agree_to_texts(services, viewer, lead_id, at)
        case _:
            note_outcome(services, viewer, LeadOutcome(lead_id, LeadOutcomeKind.OPTED_OUT, at))


def _when(time_zone: str, key: str) -> datetime:
    """On the store's clocks."""
    zone = ZoneInfo(time_zone)
    now = bootstrap.services().now().astimezone(zone).replace(second=0, microsecond=0, tzinfo=None)
    local: datetime = st.datetime_input(
        "When, on the store’s clock", began_with(key, now), key=key, step=60, format=wording.DATES
    )
    return local.replace(tzinfo=zone)
