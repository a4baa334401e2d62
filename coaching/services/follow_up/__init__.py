"""Use cases of the follow-up: leads come in, attempts and outcomes are noted, the next voicemail is drafted."""
