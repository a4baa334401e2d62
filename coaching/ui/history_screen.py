"""Who heard, judged, changed, exported and erased what, with filters and as a file."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st

from coaching import bootstrap
from coaching.domain.audit import Action, ListedEntry, Subject
from coaching.domain.people import Store, Viewer
from coaching.reports.names import SHORT_NAMES
from coaching.rubrics.drills import drills
from coaching.services import people
from coaching.services.audit_trail import read_trail
from coaching.storage.audit import Wanted
from coaching.ui import screens, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

PAGE = "history_page"
ACTIONS = {
    Action.SIGNED_IN: "Signed in",
    Action.RECEIVED: "Uploaded",
    Action.JUDGED: "Judged",
    Action.HEARD: "Opened the sound",
    Action.CHANGED: "Changed",
    Action.EXPORTED: "Exported",
    Action.ERASED: "Erased",
    Action.EXPIRED: "Removed by the rules",
}
SUBJECTS = {
    Subject.VOICEMAIL: "Voicemail",
    Subject.LEAD: "Customer",
    Subject.PERSON: "Person",
    Subject.STORE: "Store",
    Subject.SESSION: "Session",
    Subject.ROUND: "Calibration round",
    Subject.ASSIGNMENT: "Assignment",
}
# Of whom or what an entry says no more than that.
SELF_EVIDENT = {"recording", "scorecard", "session"}
# What has a word of its own on the other screens.
SAID = {
    (Action.RECEIVED, "practice"): "Submitted",
    (Action.CHANGED, "comment"): "Commented",
    (Action.CHANGED, "dispute"): "Disputed a verdict",
    (Action.CHANGED, "dispute_answered"): "Answered a dispute",
    (Action.CHANGED, "exemplar"): "Added to the library",
    (Action.CHANGED, "exemplar_taken_out"): "Took out of the library",
}
SELF_TELLING = {"stood", "answer", "kind"}
# Which row it was of what is named already; the file has them.
ONLY_IN_THE_FILE = {"comment", "exemplar", "fact", "goal", "dispute", "team", "rep", "lead", "voicemail", "taken_off", "rubric"}


def show(viewer: Viewer) -> None:
    st.caption(
        "Every entry is kept as it was written; nobody can change or remove one. It is kept without names and without anybody’s "
        "words: the names below are looked up, and of who is no longer on file a number is left."
    )
    stores = people.stores(bootstrap.services(), viewer)
    wanted = _filters(viewer, stores)
    with telling():
        trail = read_trail(bootstrap.services(), viewer, wanted, page=st.session_state.get(PAGE, 1))
    if not trail.count:
        st.info("Nothing here matches. Take a filter away to see more.", icon=":material/search:")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{trail.count} {'entry' if trail.count == 1 else 'entries'}")
        st.link_button("Export as CSV", f"/history.csv?{urlencode(_address(wanted))}", icon=":material/download:")
    st.table(_columns(trail.entries, {store.id: store for store in stores}), border="horizontal")
    if trail.pages > 1:
        st.session_state[PAGE] = trail.page  # what it was may be past the last one, once a filter is chosen
        st.pagination(trail.pages, key=PAGE)


def _filters(viewer: Viewer, stores: Sequence[Store]) -> Wanted:
    places = iter(st.columns(5 if len(stores) > 1 else 4, vertical_alignment="bottom"))
    action = next(places).selectbox(
        "What", list(Action), index=None, format_func=ACTIONS.__getitem__, placeholder="Everything", key="history_action"
    )
    everyone = people.present(bootstrap.services(), viewer)
    by = next(places).selectbox(
        "Who", everyone, index=None, format_func=lambda one: one.name, placeholder="Everybody", key="history_by"
    )
    first = next(places).date_input("From", value=None, format=wording.DATES)
    last = next(places).date_input("Until", value=None, format=wording.DATES)
    store = None
    if len(stores) > 1:
        store = next(places).selectbox("Store", stores, index=None, format_func=lambda one: one.name, placeholder="All stores")
    zone: tzinfo = ZoneInfo(stores[0].time_zone) if len(stores) == 1 else UTC
    since = datetime.combine(first, time(), zone) if first else None
    until = datetime.combine(last + timedelta(days=1), time(), zone) if last else None
    return Wanted(action, by=by.id if by else None, store_id=store.id if store else None, since=since, until=until)


def _address(wanted: Wanted) -> Mapping[str, object]:
    asked = {
        "action": wanted.action.value if wanted.action else None,
        "by": wanted.by,
        "store": wanted.store_id,
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _columns(entries: Sequence[ListedEntry], stores: Mapping[int, Store]) -> dict[str, list[str]]:
    return {
        "When": [plain(_when(one, stores)) for one in entries],
        "Who": [plain(who(one)) for one in entries],
        "What": [plain(what(one)) for one in entries],
        "About": [_linked(one) for one in entries],
    }


def _when(listed: ListedEntry, stores: Mapping[int, Store]) -> str:
    store = stores.get(listed.entry.store_id or 0)
    return wording.day(listed.entry.at, store.time_zone if store else "UTC")


def who(listed: ListedEntry) -> str:
    if listed.entry.by is None:
        return "The app"
    return listed.by_name or f"Person {listed.entry.by}, no longer on file"


def what(listed: ListedEntry) -> str:
    """ "Changed: verdict (Direct line, before unsure, now met)"."""
    one = listed.entry
    shown = {name: value for name, value in one.details.items() if value is not None and name not in ONLY_IN_THE_FILE}
    details = ", ".join(_detail(name, str(value)) for name, value in shown.items())
    part = "" if one.what in SELF_EVIDENT else f": {one.what.replace('_', ' ')}"
    said = SAID.get((one.action, one.what), f"{ACTIONS[one.action]}{part}")
    return f"{said} ({details})" if details else said


def _detail(name: str, value: str) -> str:
    if name == "criterion":
        return SHORT_NAMES.get(value, value)
    if name == "drill":
        return drills()[value].title if value in drills() else value.replace("_", " ")
    return (value if name in SELF_TELLING else f"{name} {value}").replace("_", " ")


def about(listed: ListedEntry) -> str:
    one, kind = listed.entry, SUBJECTS[listed.entry.subject]
    if one.subject_id is None:
        return "All stores"
    if one.subject is Subject.ASSIGNMENT:
        return kind
    if listed.about is None:
        return f"{kind} {one.subject_id}, no longer on file"
    if listed.is_practice:
        return "Practice"
    if one.subject is Subject.VOICEMAIL:
        return f"{kind} for {listed.about}" if listed.about else f"{kind}, customer not known"
    return f"{kind} {listed.about}"


def _linked(listed: ListedEntry) -> str:
    """A customer has several voicemails, so each leads to its own."""
    said, one = plain(about(listed)), listed.entry
    if one.subject is not Subject.VOICEMAIL or listed.about is None:
        return said
    return f"[{said}](/{screens.SCORECARD.name}?voicemail={one.subject_id})"
