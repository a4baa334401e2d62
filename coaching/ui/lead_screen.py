"""One lead: what to say next, the line of what was done, and a draft of the next voicemail."""

from zoneinfo import ZoneInfo

import streamlit as st

from coaching.charts.timeline import timeline_figure
from coaching.domain.people import Role, Viewer
from coaching.domain.phone import written
from coaching.follow_up.cadence.stops import Stop, Why
from coaching.follow_up.card import Card
from coaching.reports.names import begun
from coaching.services.follow_up.lead_page import LeadPage
from coaching.ui import lead_notes, next_voicemail, screens, wording
from coaching.ui.lead_list import due_words
from coaching.ui.plain import plain
from coaching.ui.wording import KINDS

ENDED = {
    Why.OPTED_OUT: "the customer asked for no contact",
    Why.WRONG_NUMBER: "the number is wrong",
    Why.ANSWERED: "the customer answered",
}


def show(viewer: Viewer, page: LeadPage) -> None:
    zone = page.time_zone
    _heading(viewer, page, zone)
    _line(page, zone)
    lead_notes.show(viewer, page)
    left, right = st.columns([5, 7], gap="large")
    with left:
        _before_dialling(page.card, zone)
    with right:
        next_voicemail.show(viewer, page)


def _heading(viewer: Viewer, page: LeadPage, zone: str) -> None:
    lead = page.lead
    st.page_link(screens.LEADS.file, label="All leads", icon=":material/arrow_back:")
    st.title(plain(lead.customer_name or "Unknown customer"))
    came = f"came in {wording.day(lead.arrived_at, zone)}" if lead.arrived_at else ""
    facts = [str(lead.facts[name]) for name in ("vehicle", "colour", "trade_in", "employer") if lead.facts.get(name)]
    st.caption(plain(wording.joined(*facts, lead.source, came, page.rep_name, f"follow-up: {page.cadence.title}")))
    if lead.mystery_shop and viewer.role is not Role.REP:  # whoever is tested must not be told
        st.info("A mystery shop: this lead was planted to test the follow-up.", icon=":material/theater_comedy:")
    if page.card.stop:
        _ended(page.card.stop)


def _ended(stop: Stop) -> None:
    said = f"The follow-up ended: {ENDED[stop.why]}."
    if stop.why is Why.ANSWERED:
        st.success(said, icon=":material/check_circle:")
    else:
        st.warning(said, icon=":material/block:")


def _line(page: LeadPage, zone: str) -> None:
    st.header("What was done, and what was due")
    share = page.adherence.share_kept
    kept = page.adherence
    if share is not None:
        st.caption(f"{kept.kept} of {kept.kept + kept.late + kept.missed} steps in time, {kept.late} late, {kept.missed} missed.")
    if page.timeline.is_empty:
        st.caption("There is nothing to draw yet: no attempt is on file, and not when this lead came in.")
        return
    figure = timeline_figure(page.timeline, ZoneInfo(zone))
    chosen = st.plotly_chart(figure, key="timeline", on_select="rerun", selection_mode="points", config={"displayModeBar": False})
    points = chosen["selection"]["points"] if chosen else []
    voicemail = next((point["customdata"] for point in points if point.get("customdata")), None)
    if voicemail:
        number = voicemail[0] if isinstance(voicemail, list) else voicemail
        st.switch_page(screens.SCORECARD.file, query_params={"voicemail": str(int(number))})
    for breach in page.breaches:
        st.caption(plain(f"{begun(wording.day(breach.attempt.at, zone))}: {breach.sentence}"))


def _before_dialling(card: Card, zone: str) -> None:
    st.header("Before you dial")
    for breach in card.held_back:
        st.warning(plain(breach.sentence), icon=":material/front_hand:")
    if card.next_deadline:
        st.markdown(f"**Next:** {due_words(card.next_deadline)}, due {wording.day(card.next_deadline.due_at, zone)}")
    st.markdown(f"**Tell them:** {plain(_to_tell(card))}")
    st.markdown(f"**Direct line to give:** {plain(written(card.direct_line) or 'not on file')}")
    if card.last_greeting:
        st.markdown(f"**You greeted them last with:** {plain(card.last_greeting)}")
    if card.their_greeting:
        st.markdown(f"**Their own greeting:** {plain(card.their_greeting)}")
    for told in card.ledger.told:
        if kind := told.kind or told.doubted:
            said = "Told" if told.kind else "Perhaps told"
            words = f"“{told.quote}”" if told.quote else "Listen to it: not every word of it is certain."
            st.caption(plain(f"{said} {wording.day(told.attempt.at, zone)}: {KINDS[kind]}. {words}"))
    for reason in card.ledger.unused[1:]:
        st.caption(plain(f"Not told yet: {reason.said}"))
    for reason in card.ledger.perhaps:
        st.caption(plain(f"Perhaps told already, listen first: {reason.said}"))


def _to_tell(card: Card) -> str:
    if card.say:
        return card.say.said
    surely = "that is surely new" if card.ledger.perhaps else "new"
    return f"nothing {surely} is on file. Find something first."
