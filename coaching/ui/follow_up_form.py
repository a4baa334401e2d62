"""How a store follows up: by which cadence for which source of leads, and when it is open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import streamlit as st

from coaching import bootstrap
from coaching.domain.dates import long_date
from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.domain.people import Store, Viewer
from coaching.errors import CoachingError
from coaching.follow_up.cadence.presets import DEFAULT_CADENCE, cadence, cadences
from coaching.services import reading
from coaching.services.follow_up.settings import change_settings, change_time_zone, read_settings
from coaching.ui import store_choice, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.wording import number

ALL_OTHERS = ""  # as in FollowUpSettings.cadences
AS_ALL = ""
AS_CADENCE = "As above"
MOST_A_DAY = 9
DAY_PX, CLOCK_PX = 122, 108  # side by side on a telephone
# Where North American stores are; a store elsewhere keeps the zone it has.
ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Mountain, no summer time (Arizona)",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "America/Halifax": "Atlantic",
    "America/St_Johns": "Newfoundland",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPENS, CLOSES = time(9), time(18)  # offered for a day that was closed so far


def show(viewer: Viewer) -> Store:
    """The store that it is about."""
    store = store_choice.choose(viewer)
    with telling():
        settings = read_settings(bootstrap.services(), viewer, store.id)
    chosen, limits = _rules(settings, _sources(viewer, store, settings), f"cadence_{store.id}")
    st.header("When you are open")
    st.caption("Deadlines run only while the store is open: a lead that comes in at night is due minutes after you open.")
    time_zone = _time_zone(store)
    week = _week(settings, f"open_{store.id}")
    closed_on = _closed_on(settings, f"closed_{store.id}")
    if st.button("Save", type="primary", key="save_settings"):
        changed = replace(settings, cadences=chosen, limits=limits, week=week, closed_on=closed_on)
        _save(viewer, store, changed, time_zone)
    return store


def _sources(viewer: Viewer, store: Store, settings: FollowUpSettings) -> list[str]:
    """Those that have a cadence of their own, or leads."""
    leads = reading.list_leads(bootstrap.services(), viewer)
    seen = {lead.source for lead in leads if lead.store_id == store.id} | set(settings.cadences)
    return sorted(seen - {ALL_OTHERS})


def _rules(settings: FollowUpSettings, sources: list[str], key: str) -> tuple[dict[str, str], dict[str, DailyLimits]]:
    """Cadences and limits by source, those of all other sources first."""
    st.header("How often, by where a lead came from")
    kept = settings.cadences.get(ALL_OTHERS) or DEFAULT_CADENCE
    usual = st.selectbox("All leads", list(cadences()), index=list(cadences()).index(kept), format_func=_title, key=key)
    _explain(usual)
    chosen, limits = {ALL_OTHERS: usual}, {ALL_OTHERS: _limits(settings, ALL_OTHERS, f"limits_{key}")}
    options = [AS_ALL, *cadences()]
    for source in sources:
        with st.expander(f"Leads from {plain(source)}", expanded=_has_its_own(settings, source)):
            own = st.selectbox(
                "How often",
                options,
                index=options.index(settings.cadences.get(source, AS_ALL)),
                format_func=_title,
                key=f"{key}_{source}",
            )
            chosen |= {source: own} if own else {}
            limits[source] = _limits(settings, source, f"limits_{key}_{source}")
    return chosen, {source: most for source, most in limits.items() if most != DailyLimits()}


def _has_its_own(settings: FollowUpSettings, source: str) -> bool:
    return source in settings.cadences or source in settings.limits


def _limits(settings: FollowUpSettings, source: str, key: str) -> DailyLimits:
    """Left open, the limits are those of the cadence."""
    kept = settings.limits.get(source, DailyLimits())
    left, right = st.columns(2)
    calls = left.number_input("Calls a day at most", 1, MOST_A_DAY, kept.calls, placeholder=AS_CADENCE, key=f"{key}_calls")
    messages = right.number_input(
        "Voicemails a day at most", 1, MOST_A_DAY, kept.messages, placeholder=AS_CADENCE, key=f"{key}_messages"
    )
    return DailyLimits(calls, messages)


def _title(cadence_id: str) -> str:
    return cadence(cadence_id).title if cadence_id else "As all leads"


def _explain(cadence_id: str) -> None:
    one = cadence(cadence_id)
    st.caption(plain(one.description))
    calls, messages = number(one.max_calls_a_day, "call"), number(one.max_messages_a_day, "voicemail")
    apart = f", {number(one.hours_between_calls, 'hour')} apart" if one.max_calls_a_day > 1 else ""
    st.caption(f"Each day at most {calls} to one lead{apart}, and at most {messages}.")
    if one.below_standard:
        st.warning("Below what trainers ask for. It is here to show what it leaves undone.", icon=":material/trending_down:")


def _time_zone(store: Store) -> str:
    zones = {**ZONES, store.time_zone: ZONES.get(store.time_zone, store.time_zone)}
    return st.selectbox(
        "Time zone", list(zones), index=list(zones).index(store.time_zone), format_func=zones.__getitem__, key=f"zone_{store.id}"
    )


def _week(settings: FollowUpSettings, key: str) -> Mapping[int, tuple[time, time]]:
    week: dict[int, tuple[time, time]] = {}
    for weekday, name in enumerate(DAYS):
        opens, closes = settings.week.get(weekday, (OPENS, CLOSES))
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            is_open = st.toggle(name, weekday in settings.week, key=f"{key}_{weekday}", width=DAY_PX)
            if is_open:
                from_ = _clock(f"{name} from", opens, f"{key}_{weekday}_from")
                week[weekday] = (from_, _clock(f"{name} to", closes, f"{key}_{weekday}_to"))
            else:
                st.caption("Closed")
    return week


def _clock(label: str, at: time, key: str) -> time:
    return st.time_input(label, at, key=key, format="12h", label_visibility="collapsed", width=CLOCK_PX)


def _closed_on(settings: FollowUpSettings, key: str) -> frozenset[date]:
    left, right = st.columns(2)
    kept = left.multiselect(
        "Closed on",
        sorted(settings.closed_on),
        sorted(settings.closed_on),
        format_func=long_date,
        placeholder="No day yet",
        key=f"{key}_{len(settings.closed_on)}",
    )
    one_more = right.date_input("One more day", None, format=wording.DATES, key=f"{key}_more_{len(settings.closed_on)}")
    return frozenset(kept) | ({one_more} if one_more else frozenset())


def _save(viewer: Viewer, store: Store, settings: FollowUpSettings, time_zone: str) -> None:
    try:
        change_settings(bootstrap.services(), viewer, store.id, settings)
        change_time_zone(bootstrap.services(), viewer, store.id, time_zone)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.toast("Saved. Every deadline follows it from now on.", icon=":material/check:")
    st.rerun()
