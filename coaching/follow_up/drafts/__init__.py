"""The next voicemail: written from what is on file, at the length asked for, in words no other lead of this rep heard."""
