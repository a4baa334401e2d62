"""How long recordings are kept, how a person is erased, and what may be shown of a voicemail outside."""
