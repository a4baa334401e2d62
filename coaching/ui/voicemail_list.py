"""The list of voicemails, with what is becoming of each while one looks at it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from coaching import bootstrap
from coaching.domain.lead import LeadId
from coaching.domain.people import Role, StoreId, Viewer
from coaching.domain.voicemail import ListedVoicemail, Stage, VoicemailId
from coaching.services import commenting, people, placing, queue, reading
from coaching.ui import components, gate, paging, screens, wording
from coaching.ui.telling import telling
from coaching.ui.voicemail_filter import EVERYTHING, Wanted

# The criteria that the product exists for, in the two words that a line of a list has room for.
SHORT = {"value_offered": "Value", "direct_line_given": "Direct line", "text_invited": "Text", "no_repetition": "New reason"}
UNFINISHED = (Stage.RECEIVED, Stage.TRANSCRIBING)
REFRESH_S, IDLE_REFRESH_S = 1.0, 15.0
SHOWN = 50


def show_pages(viewer: Viewer, wanted: Wanted) -> None:
    page = paging.current(reading.count_voicemails(bootstrap.services(), viewer, **wanted), SHOWN)
    show(viewer, wanted, offset=page.first_shown)
    paging.links(page)


def show(viewer: Viewer, wanted: Wanted = EVERYTHING, *, limit: int = SHOWN, offset: int = 0, key: str = "voicemails") -> None:
    """Draws itself again by itself, faster while something is being worked on."""
    busy = any(is_unfinished(one) for one in _listed(viewer, wanted, limit, offset))

    @st.fragment(run_every=REFRESH_S if busy else IDLE_REFRESH_S)
    def drawn() -> None:
        present = gate.require()  # a fragment runs without its page's gate
        now = _listed(present, wanted, limit, offset)
        if any(is_unfinished(one) for one in now) != busy:
            st.rerun()
        _draw(present, now, key)

    drawn()


def _listed(viewer: Viewer, wanted: Wanted, limit: int, offset: int) -> Sequence[ListedVoicemail]:
    return reading.list_voicemails(bootstrap.services(), viewer, **wanted, limit=limit, offset=offset)


def is_unfinished(one: ListedVoicemail) -> bool:
    return one.progress.stage in UNFINISHED or one.progress.renewing


def _draw(viewer: Viewer, listed: Sequence[ListedVoicemail], key: str) -> None:
    if not listed:
        st.info("No voicemail here matches. Take a filter away to see more.", icon=":material/search:")
        return
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    unread = commenting.unread(bootstrap.services(), viewer)
    rows = [row(one, zones, viewer.role) | {"unread": unread.get(one.voicemail.id, 0)} for one in listed]
    clicked = components.voicemails(rows, key=key)
    if clicked.retried in {one.voicemail.id for one in listed if one.progress.stage is Stage.FAILED}:
        with telling():
            queue.retry(bootstrap.services(), viewer, VoicemailId(clicked.retried))
        st.rerun()
    if clicked.answered is not None:
        _answer(viewer, listed, *clicked.answered)
    if clicked.opened is not None:
        open_scorecard(VoicemailId(clicked.opened))


def _answer(viewer: Viewer, listed: Sequence[ListedVoicemail], voicemail_id: int, lead_id: int | None) -> None:
    """A click on what is not asked any more changes nothing."""
    offered = {one.voicemail.id: [lead.lead_id for lead in one.possible_leads] for one in listed}.get(VoicemailId(voicemail_id))
    if not offered or lead_id not in [None, *offered]:
        return
    with telling():
        placing.answer(bootstrap.services(), viewer, VoicemailId(voicemail_id), None if lead_id is None else LeadId(lead_id))
    st.rerun()


def open_scorecard(voicemail_id: VoicemailId) -> None:
    st.switch_page(screens.SCORECARD.file, query_params={"voicemail": str(voicemail_id)})


def row(one: ListedVoicemail, zones: Mapping[StoreId, str], role: Role) -> dict[str, Any]:
    voicemail, progress = one.voicemail, one.progress
    zone = zones.get(voicemail.store_id, "UTC")
    length = wording.clock(voicemail.recording.duration_s) if voicemail.recording else ""
    return {
        "id": voicemail.id,
        "href": f"/{screens.SCORECARD.name}?voicemail={voicemail.id}",
        "title": wording.title(voicemail, one.customer_name),
        "about": wording.joined(
            one.rep_name if role is not Role.REP else "", wording.day(voicemail.left_at or voicemail.received_at, zone), length
        ),
        "stage": progress.stage.value,
        "status": wording.status(progress),
        "done": progress.done,
        "reason": progress.reason,
        "may_retry": progress.may_retry,
        "renewing": progress.renewing,
        "leads": [{"id": lead.lead_id, "name": lead.customer_name, "about": lead.vehicle} for lead in one.possible_leads],
        "score": None if one.score is None else f"{one.score:.0f}",
        "outcomes": [
            {"title": name, "short": name, "outcome": one.outcomes[criterion].value}
            for criterion, name in SHORT.items()
            if criterion in one.outcomes and progress.stage is Stage.JUDGED
        ],
    }
