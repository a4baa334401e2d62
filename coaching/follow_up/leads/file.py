"""A file of leads, whichever of the two kinds it is."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from coaching.errors import InvalidFile
from coaching.follow_up.leads.adf import looks_like_adf, read_adf
from coaching.follow_up.leads.csv_file import read_csv
from coaching.follow_up.leads.reading import Reading

LARGEST = 10 * 1024 * 1024  # bytes; some 20,000 leads


def read_leads(
    content: bytes,
    *,
    zone: tzinfo,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    kept: Mapping[str, str] | None = None,
) -> Reading:
    """By its content, not its name; the arguments are those of `read_csv`.

    Raises InvalidFile with what to do where nothing of it can be imported.
    """
    if not content.strip():
        raise InvalidFile("The file is empty. Export the leads again.")
    if len(content) > LARGEST:
        raise InvalidFile(f"The file is larger than {LARGEST // 1024**2} MB. Split it and import the parts.")
    if looks_like_adf(content):
        return read_adf(content, zone=zone, now=now)
    return read_csv(content, zone=zone, now=now, mapping=mapping, kept=kept)
