"""How long a store keeps what it recorded, and what it tells those who are recorded."""

from dataclasses import dataclass

LONGEST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """Days after a voicemail was received; None keeps for ever.

    sound_days: then the audio goes. words_days: then the transcript goes, every quote of it and the name of the file, and
    the scorecard stays as outcomes and numbers. scores_days: then the voicemail goes, with whatever is left of it.
    consent_note: shown wherever somebody uploads or records.
    """

    sound_days: int | None = None
    words_days: int | None = None
    scores_days: int | None = None
    consent_note: str = ""
