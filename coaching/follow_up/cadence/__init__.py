"""When a lead is due what: presets as data, deadlines on the store's clock, what was kept, and what went against the rules."""
