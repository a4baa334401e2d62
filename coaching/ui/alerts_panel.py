"""What should not wait: on the start page what is unread, on its own page all of the last weeks."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.alert import AlertKind, ListedAlert
from coaching.domain.people import Viewer
from coaching.services import alerting, people
from coaching.ui import address, screens, wording
from coaching.ui.plain import plain

AT_THE_START = 3
ICONS = {
    AlertKind.FALL: ":material/trending_down:",
    AlertKind.LATE_RESPONSE: ":material/timer_off:",
    AlertKind.DISPUTE: ":material/gavel:",
}


def show_unread(viewer: Viewer) -> None:
    """Nothing where nothing is new."""
    unread = [one for one in alerting.read(bootstrap.services(), viewer) if not one.is_read]
    if not unread:
        return
    st.header("Alerts")
    _draw(viewer, unread[:AT_THE_START])
    more = len(unread) - AT_THE_START
    label = f"All alerts, {more} more of them new" if more > 0 else "All alerts"
    st.page_link(screens.ALERTS.file, label=label, icon=screens.ALERTS.icon)


def show_all(viewer: Viewer) -> None:
    found = alerting.read(bootstrap.services(), viewer)
    if not found:
        st.info(
            "Nothing in the last four weeks. You are told here when a share falls by more than chance, when a lead is not "
            "answered in time, and when a verdict is disputed.",
            icon=":material/notifications:",
        )
        return
    unread = [one for one in found if not one.is_read]
    if unread and st.button("Mark all as read", icon=":material/done_all:", key="read_all"):
        alerting.mark_read(bootstrap.services(), viewer, [one.id for one in unread])
        st.rerun()
    _draw(viewer, found)


def _draw(viewer: Viewer, found: Sequence[ListedAlert]) -> None:
    zones = {store.id: store.time_zone for store in people.stores(bootstrap.services(), viewer)}
    for one in found:
        with st.container(border=True):
            _one(viewer, one, zones.get(one.alert.store_id, "UTC"))


def _one(viewer: Viewer, one: ListedAlert, zone: str) -> None:
    alert = one.alert
    whose = "" if alert.rep_id == viewer.id or not one.whose else f"**{plain(one.whose)}:** "
    at = plain(wording.joined("" if one.is_read else "new", wording.day(alert.at, zone)))
    words, link, read = st.columns([8, 3, 2], vertical_alignment="center")
    words.markdown(f"{ICONS[alert.kind]} {whose}{plain(alert.told)} :gray[{at}]")
    with link:
        _link(viewer, one)
    if not one.is_read and read.button("Mark as read", key=f"read_{one.id}", icon=":material/done:"):
        alerting.mark_read(bootstrap.services(), viewer, [one.id])
        st.rerun()


def _link(viewer: Viewer, one: ListedAlert) -> None:
    """Where to look."""
    alert, customer = one.alert, plain(one.customer_name)
    if alert.voicemail_id is not None:
        query = {address.PARAMETER: str(alert.voicemail_id)}
        label = f"For {customer}" if customer else "The scorecard"
        st.page_link(screens.SCORECARD.file, label=label, query_params=query, icon=screens.SCORECARD.icon)
    elif alert.lead_id is not None:
        query = {address.LEAD: str(alert.lead_id)}
        st.page_link(screens.LEAD.file, label=customer or "The lead", query_params=query, icon=screens.LEAD.icon)
    elif screens.TEAM.is_for(viewer):
        team = {"team": str(alert.team_id)} if alert.team_id else {"rep": str(alert.rep_id)}
        st.page_link(screens.TEAM.file, label="The weeks", query_params=team, icon=screens.TEAM.icon)
    else:
        st.page_link(screens.DIGEST.file, label="Your week", icon=screens.DIGEST.icon)
