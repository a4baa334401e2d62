"""Which pages there are, and for whom. Each page guards itself as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from coaching.domain.people import Role, Viewer
from coaching.ui import welcome

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

PAGES = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class Screen:
    """name: of its file and in its address. roles: empty for everybody who is signed in."""

    name: str
    title: str
    icon: str
    roles: frozenset[Role] = frozenset()

    @property
    def file(self) -> Path:
        return PAGES / f"{self.name}.py"

    def is_for(self, viewer: Viewer) -> bool:
        return not self.roles or viewer.role in self.roles


HOME = Screen("home", "Home", ":material/home:")
VOICEMAILS = Screen("voicemails", "Voicemails", ":material/voicemail:")
UPLOAD = Screen("upload", "Upload or record", ":material/upload:")
GUIDE = Screen("guide", "What counts", ":material/checklist:")
SCORECARD = Screen("scorecard", "Scorecard", ":material/fact_check:")
LEADS = Screen("leads", "Leads", ":material/contact_phone:")
LEAD = Screen("lead", "Lead", ":material/timeline:")
# Whoever may change a store (accounts.permissions).
COACHES = frozenset({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
IMPORT_LEADS = Screen("import_leads", "Import leads", ":material/upload_file:", COACHES)
STORE_FACTS = Screen("store_facts", "Arrivals and incentives", ":material/local_offer:", COACHES)
FOLLOW_UP = Screen("settings", "How you follow up", ":material/tune:", COACHES)
TEAM = Screen("team", "Team", ":material/monitoring:", COACHES)
ALERTS = Screen("alerts", "Alerts", ":material/notifications:")
DIGEST = Screen("digest", "Weekly digest", ":material/today:")
QUEUE = Screen("queue", "What to hear next", ":material/hearing:", COACHES)
WORKS = Screen("works", "What works here", ":material/insights:", COACHES)
SESSIONS = Screen("sessions", "Coaching sessions", ":material/groups:")
SESSION = Screen("session", "Coaching session", ":material/groups:")
CALIBRATIONS = Screen("calibrations", "Calibration", ":material/balance:", COACHES)
CALIBRATION = Screen("calibration", "Calibration round", ":material/balance:", COACHES)
PRESENT = Screen("present", "Present", ":material/slideshow:", COACHES)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
PEOPLE = Screen("people", "People", ":material/group:", ADMINISTRATORS)
PERSON = Screen("person", "Person", ":material/person:", ADMINISTRATORS)
IMPORT_PEOPLE = Screen("import_people", "Import people", ":material/upload_file:", ADMINISTRATORS)
STORES = Screen("stores", "Stores and teams", ":material/storefront:", ADMINISTRATORS)
ACCOUNT = Screen("account", "Your account", ":material/account_circle:")
MANAGERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})
HISTORY = Screen("history", "History", ":material/history:", MANAGERS)
PRIVACY = Screen("privacy", "Privacy", ":material/shield_person:", MANAGERS)
REDACTED = Screen("redacted", "To show outside", ":material/visibility_off:", COACHES)
PRACTICE = Screen("practice", "Practice", ":material/mic:")
LIBRARY = Screen("library", "Library", ":material/local_library:")
DRILL = Screen("drill", "Drill", ":material/mic:")
ASSIGNMENTS = Screen("assignments", "Assignments", ":material/task_alt:")
# Without headings: with them Streamlit's menu is a list that holds no list items, which a screen reader cannot tell.
MENU = (
    HOME,
    ALERTS,
    DIGEST,
    QUEUE,
    VOICEMAILS,
    UPLOAD,
    LEADS,
    SESSIONS,
    ASSIGNMENTS,
    PRACTICE,
    LIBRARY,
    CALIBRATIONS,
    GUIDE,
    TEAM,
    WORKS,
    STORE_FACTS,
    FOLLOW_UP,
    PEOPLE,
    STORES,
    HISTORY,
    PRIVACY,
)
# Reached by links only.
INNER = (SCORECARD, LEAD, IMPORT_LEADS, SESSION, DRILL, PRESENT, CALIBRATION, PERSON, IMPORT_PEOPLE, ACCOUNT, REDACTED)
SCREENS = MENU + INNER


def pages_for(viewer: Viewer | None) -> "Sequence[Page]":
    """For nobody every address leads to the welcome: the address is kept, and no page's code runs."""
    if viewer is None:
        return [
            st.Page(welcome.show, title=screen.title, url_path=screen.name, default=screen is HOME, icon=screen.icon)
            for screen in SCREENS
        ]
    return [
        st.Page(
            screen.file,
            title=screen.title,
            icon=screen.icon,
            default=screen is HOME,
            visibility="visible" if screen in MENU else "hidden",
        )
        for screen in SCREENS
        if screen.is_for(viewer)
    ]
