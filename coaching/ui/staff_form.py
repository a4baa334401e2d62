"""The fields about a person; which there are follows from the role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Person, PersonId, Role, Store, StoreId, Team, TeamId, Viewer
from coaching.domain.phone import LONGEST as LONGEST_LINE
from coaching.services import people
from coaching.services.staff import LONGEST_EMAIL, LONGEST_NAME, Member
from coaching.ui.welcome import ABOUT
from coaching.ui.wording import ROLES

NEW = Member(Person(PersonId(0), "", Role.REP))
NO_TEAM = None


@dataclass(frozen=True, slots=True)
class Chosen:
    store_id: StoreId | None = None
    team_id: TeamId | None = None
    team_ids: frozenset[TeamId] = frozenset()
    store_ids: frozenset[StoreId] = frozenset()


def show(viewer: Viewer, member: Member | None) -> Member | None:
    """What to keep, in the run after a click."""
    before = member or NEW
    person, key = before.person, f"person_{before.person.id}"
    stores = {store.id: store for store in people.stores(bootstrap.services(), viewer)}
    if not stores:
        st.info("Add a store first, where people work. Administrators need none.", icon=":material/storefront:")
    left, right = st.columns(2)
    name = left.text_input("Name", person.name, max_chars=LONGEST_NAME, help="As it is said on the telephone", key=f"{key}_name")
    email = right.text_input(
        "E-mail address",
        person.email,
        max_chars=LONGEST_EMAIL,
        help="By it they sign in. Leave it empty for who does not.",
        key=f"{key}_email",
    )
    left, right = st.columns(2)
    roles = list(ABOUT)
    role = left.selectbox("Role", roles, roles.index(person.role), format_func=_role, key=f"{key}_role")
    chosen = Chosen() if role is Role.ADMINISTRATOR else _place(right, viewer, before, role, stores, key)
    line = person.direct_line
    if role is not Role.ADMINISTRATOR:
        line = st.text_input(
            "Direct line", line, max_chars=LONGEST_LINE, help="A number that rings at them and nobody else", key=f"{key}_line"
        )
    if not st.button("Save" if member else "Add", type="primary", key=f"{key}_save"):
        return None
    kept = Person(person.id, name, role, chosen.store_id, chosen.team_id, line, person.active, email)
    return Member(kept, chosen.team_ids, chosen.store_ids)


def _role(role: Role) -> str:
    return f"{ROLES[role]}: {ABOUT[role][0].lower()}{ABOUT[role][1:]}"


def _place(
    right: "st.delta_generator.DeltaGenerator",
    viewer: Viewer,
    before: Member,
    role: Role,
    stores: Mapping[StoreId, Store],
    key: str,
) -> Chosen:
    options = list(stores)
    if not options:
        return Chosen()
    at = options.index(before.person.store_id) if before.person.store_id else 0
    store_id = right.selectbox("Store", options, at, format_func=lambda one: stores[one].name, key=f"{key}_store")
    teams = people.teams(bootstrap.services(), viewer)
    if role is Role.REP:
        return Chosen(
            store_id, team_id=_team([team for team in teams if team.store_id == store_id], before, f"{key}_team_{store_id}")
        )
    if role is Role.TRAINER:
        return Chosen(store_id, team_ids=_teams(teams, stores, before, f"{key}_teams"))
    others = [one for one in options if one != store_id]
    more = st.multiselect(
        "Also manages",
        others,
        sorted(before.store_ids & set(others)),
        format_func=lambda one: stores[one].name,
        key=f"{key}_more_{store_id}",
    )
    return Chosen(store_id, store_ids=frozenset({store_id, *more}))


def _team(teams: Sequence[Team], before: Member, key: str) -> TeamId | None:
    names = {team.id: team.name for team in teams}
    options = [NO_TEAM, *names]
    at = options.index(before.person.team_id) if before.person.team_id in names else 0
    return st.selectbox("Team", options, at, format_func=lambda one: names[one] if one else "No team yet", key=key)


def _teams(teams: Sequence[Team], stores: Mapping[StoreId, Store], before: Member, key: str) -> frozenset[TeamId]:
    names = {team.id: f"{team.name}, {stores[team.store_id].name}" for team in teams}
    trained = st.multiselect(
        "Trains these teams", list(names), sorted(before.team_ids), format_func=lambda one: names[one], key=key
    )
    return frozenset(trained)
