"""What somebody sees whom we do not know yet."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Person, Role
from coaching.services import first_run, people
from coaching.ui import components, gate, provider
from coaching.ui.wording import ROLES

ABOUT = {
    Role.REP: "Leaves voicemails, reads their own scorecards",
    Role.TRAINER: "Hears and coaches the reps of a team",
    Role.MANAGER: "Follows all teams of a store",
    Role.ADMINISTRATOR: "Keeps people, stores and rubrics",
}


def show() -> None:
    st.title("Voicemails that earn a call back")
    st.markdown(
        "Record or upload the voicemails that you leave for customers. Seconds later you read what earned the call back, what "
        "cost it, and what to say instead, each with the words to hear it by."
    )
    if not gate.is_demo():
        _sign_in()
        return
    st.header("Who are you?")
    st.caption("This is a demonstration with made-up people. You can be somebody else later, in the sidebar.")
    choose_person(None, shape="cards")


def _sign_in() -> None:
    """Where there are passwords only, the browser is sent on to the form at once."""
    if first_run.needs_administrator(bootstrap.services()):
        components.form("/set-up", "Set it up", {}, method="get", at_once=True, key="set_up")
        return
    if provider.is_set_up():
        provider.offer()
    at_once = not provider.is_set_up()
    components.form("/sign-in", "Sign in with a password", {"next": asked_for()}, method="get", at_once=at_once, key="sign_in")


def asked_for() -> str:
    """The path that the browser came by, with what stands in its address."""
    query = urlencode(st.query_params.to_dict())
    return (urlsplit(st.context.url or "").path or "/") + (f"?{query}" if query else "")


def choose_person(current: int | None, *, shape: str) -> None:
    everybody = people.everybody(bootstrap.services())
    if not everybody:
        st.warning("There is nobody here yet. Start the demonstration with `python -m coaching demo`.")
        return
    by_role = sorted(everybody, key=lambda person: list(Role).index(person.role))
    components.people([_told(person) for person in by_role], current, shape=shape, key=f"people_{shape}")


def _told(person: Person) -> components.Told:
    return {"id": person.id, "name": person.name, "role": ROLES[person.role], "about": ABOUT[person.role]}
