"""Leads from files: CSV with any columns, and ADF/XML, the auto industry's lead format."""
