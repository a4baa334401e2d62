"""How the readers were trained; nothing here is needed to judge."""
