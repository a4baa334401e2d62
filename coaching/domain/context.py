"""What is on file about the call behind a voicemail; all of it optional."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DEFAULT_PROFILE = "default"


@dataclass(frozen=True, slots=True)
class RepOnFile:
    """Numbers as written on file ("240-555-0187"); `dealership` is the store's name as it is said."""

    name: str = ""
    direct_line: str = ""
    dealership: str = ""
    main_line: str = ""


@dataclass(frozen=True, slots=True)
class EarlierMessage:
    """A voicemail left for the same lead before. id: of a line or a recording, shown with the repeated words; "" for one that
    is made up.
    """

    id: str
    text: str
    attempt: int | None = None


@dataclass(frozen=True, slots=True)
class CallContext:
    """facts: the lead's own (vehicle, colour, options, trade_in, employer, question, ...); earlier: oldest first.

    profile_id: what the store has its voicemails judged by.
    """

    rep: RepOnFile = RepOnFile()
    customer_name: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    attempt: int | None = None
    earlier: tuple[EarlierMessage, ...] = ()
    profile_id: str = DEFAULT_PROFILE
