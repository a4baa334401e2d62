"""How a store follows up: by which cadence for which source of leads, and when it is open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import streamlit as st

from coaching import bootstrap
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.people import Store, Viewer
from coaching.errors import CoachingError
from coaching.follow_up.cadence.presets import DEFAULT_CADENCE, cadence, cadences
from coaching.services import reading
from coaching.services.follow_up.settings import change_settings, read_settings
from coaching.ui import store_choice
from coaching.ui.lead_list import number
from coaching.ui.plain import plain
from coaching.ui.telling import telling

ALL_OTHERS = ""  # as in FollowUpSettings.cadences
AS_ALL = ""
ACROSS = 2  # choices side by side
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPENS, CLOSES = time(9), time(18)  # offered for a day that was closed so far


def show(viewer: Viewer) -> None:
    store = store_choice.choose(viewer)
    with telling():
        settings = read_settings(bootstrap.services(), viewer, store.id)
    chosen = _cadences(settings, _sources(viewer, store, settings), f"cadence_{store.id}")
    week = _week(settings, f"open_{store.id}")
    closed_on = _closed_on(settings, f"closed_{store.id}")
    if st.button("Save", type="primary", key="save_settings"):
        _save(viewer, store, replace(settings, cadences=chosen, week=week, closed_on=closed_on))


def _sources(viewer: Viewer, store: Store, settings: FollowUpSettings) -> list[str]:
    """Those that have a cadence of their own, or leads."""
    leads = reading.list_leads(bootstrap.services(), viewer)
    seen = {lead.source for lead in leads if lead.store_id == store.id} | set(settings.cadences)
    return sorted(seen - {ALL_OTHERS})


def _cadences(settings: FollowUpSettings, sources: list[str], key: str) -> Mapping[str, str]:
    st.header("How often, by where a lead came from")
    usual = st.selectbox(
        "All leads",
        list(cadences()),
        index=list(cadences()).index(settings.cadences.get(ALL_OTHERS) or DEFAULT_CADENCE),
        format_func=_title,
        key=key,
    )
    _explain(usual)
    chosen = {ALL_OTHERS: usual}
    places = [place for _ in range(0, len(sources), ACROSS) for place in st.columns(ACROSS)]
    for place, source in zip(places, sources, strict=False):
        options = [AS_ALL, *cadences()]
        own = place.selectbox(
            f"But leads from {plain(source)}",
            options,
            index=options.index(settings.cadences.get(source, AS_ALL)),
            format_func=_title,
            key=f"{key}_{source}",
        )
        chosen |= {source: own} if own else {}
    return chosen


def _title(cadence_id: str) -> str:
    return cadence(cadence_id).title if cadence_id else "As all leads"


def _explain(cadence_id: str) -> None:
    one = cadence(cadence_id)
    st.caption(plain(f"{one.description} ({one.said_by})"))
    limits = f"{number(one.max_calls_a_day, 'call')}, and {number(one.max_messages_a_day, 'voicemail')} among them"
    st.caption(f"At most {limits} a day to one lead, {number(one.hours_between_calls, 'hour')} apart.")
    if one.below_standard:
        st.warning("Below what trainers ask for. It is here to show what it leaves undone.", icon=":material/trending_down:")


def _week(settings: FollowUpSettings, key: str) -> Mapping[int, tuple[time, time]]:
    st.header("When you are open")
    st.caption("Deadlines run only while the store is open: a lead of the night is answered within 15 minutes of the morning.")
    week: dict[int, tuple[time, time]] = {}
    for weekday, name in enumerate(DAYS):
        opens, closes = settings.week.get(weekday, (OPENS, CLOSES))
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            is_open = st.toggle(name, weekday in settings.week, key=f"{key}_{weekday}", width=130)
            if is_open:
                from_ = st.time_input(f"{name} from", opens, key=f"{key}_{weekday}_from", label_visibility="collapsed", width=100)
                to = st.time_input(f"{name} to", closes, key=f"{key}_{weekday}_to", label_visibility="collapsed", width=100)
                week[weekday] = (from_, to)
            else:
                st.caption("Closed")
    return week


def _closed_on(settings: FollowUpSettings, key: str) -> frozenset[date]:
    left, right = st.columns(2)
    kept = left.multiselect(
        "Closed on",
        sorted(settings.closed_on),
        sorted(settings.closed_on),
        format_func=lambda one: f"{one:%B} {one.day}, {one.year}",
        placeholder="No day yet",
        key=f"{key}_{len(settings.closed_on)}",
    )
    one_more = right.date_input("One more day", None, key=f"{key}_more_{len(settings.closed_on)}")
    return frozenset(kept) | ({one_more} if one_more else frozenset())


def _save(viewer: Viewer, store: Store, settings: FollowUpSettings) -> None:
    try:
        change_settings(bootstrap.services(), viewer, store.id, settings)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.toast("Saved. Every deadline follows it from now on.", icon=":material/check:")
    st.rerun()
