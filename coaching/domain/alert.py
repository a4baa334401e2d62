"""What should not wait for somebody to look at a page."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from coaching.domain.lead import LeadId
from coaching.domain.people import PersonId, StoreId, TeamId
from coaching.domain.voicemail import VoicemailId

AlertId = NewType("AlertId", int)


class AlertKind(StrEnum):
    FALL = "fall"
    """A rep or a team meets a criterion less often than before, by more than chance."""
    LATE_RESPONSE = "late_response"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True)
class Alert:
    """about: the same for the same thing; of one thing there is one alert. told: a sentence that names nobody.

    rep_id: whose it is; team_id: which team's, where it is no single rep's. lead_id and voicemail_id: where to look.
    """

    kind: AlertKind
    about: str
    at: datetime
    store_id: StoreId
    told: str
    team_id: TeamId | None = None
    rep_id: PersonId | None = None
    lead_id: LeadId | None = None
    voicemail_id: VoicemailId | None = None


@dataclass(frozen=True, slots=True)
class ListedAlert:
    """whose: the rep, or the team. customer_name: of the lead or voicemail that it is about, "" where nobody is known."""

    id: AlertId
    alert: Alert
    whose: str
    is_read: bool
    customer_name: str = ""
