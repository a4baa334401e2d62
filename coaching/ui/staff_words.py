"""How people are told about in a line."""

from collections.abc import Mapping

from coaching.domain.people import Role, Store, StoreId, Team, TeamId
from coaching.domain.phone import written
from coaching.services.staff import Access, Member
from coaching.ui.wording import ROLES, joined

ACCESS = {Access.NONE: "No password yet", Access.INVITED: "Link waits to be used", Access.PASSWORD: "Has a password"}
NO_ADDRESS = "Does not sign in"


def about(member: Member, stores: Mapping[StoreId, Store], teams: Mapping[TeamId, Team]) -> str:
    """Trainer · Fairhaven Honda · trains Internet · Has a password"""
    person = member.person
    where = stores[person.store_id].name if person.store_id else ""
    on = teams[person.team_id].name if person.team_id else ""
    return joined(ROLES[person.role], where, on, _looks_after(member, stores, teams), written(person.direct_line), access(member))


def access(member: Member) -> str:
    if not member.person.active:
        return "Has left"
    return ACCESS[member.access] if member.person.email else NO_ADDRESS


def _looks_after(member: Member, stores: Mapping[StoreId, Store], teams: Mapping[TeamId, Team]) -> str:
    if member.person.role is Role.TRAINER and member.team_ids:
        return "trains " + ", ".join(sorted(teams[one].name for one in member.team_ids if one in teams))
    others = member.store_ids - {member.person.store_id}
    return "also " + ", ".join(sorted(stores[one].name for one in others if one in stores)) if others else ""
