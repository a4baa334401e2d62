"""The examples of the guide work as they stand."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from coaching.domain.people import StoreId
from coaching.follow_up.cadence.presets import read_cadence
from coaching.follow_up.leads.file import read_leads
from coaching.follow_up.store_facts.csv_file import read_store_facts

GUIDE = (Path(__file__).parents[1] / "docs" / "follow_up.md").read_text(encoding="utf-8")
EASTERN = ZoneInfo("America/New_York")


def example(name: str) -> str:
    found = re.search(rf"<!-- {name} example -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_leads_come_in_with_all_that_is_known() -> None:
    read = read_leads(example("leads").encode(), zone=EASTERN, now=datetime(2026, 3, 10, tzinfo=UTC))
    assert read.refused == ()
    assert [one.lead.customer_name for one in read.leads] == ["Denise Okafor", "Walt Brandt"]
    facts = read.leads[0].lead.facts
    assert set(facts) == {"vehicle", "colour", "options", "trade_in", "employer", "question"}
    assert all(one.lead.arrived_at and one.lead.rep_name == "Bob Terry" for one in read.leads)


def test_the_facts_of_the_store_come_in() -> None:
    read = read_store_facts(example("facts").encode(), StoreId(1), zone=EASTERN, today=date(2026, 3, 9))
    assert read.refused == ()
    assert [fact.ends_on for fact in read.facts] == [None, date(2026, 3, 31), None]
    assert read.facts[2].employers == ("Frederick Health",)


def test_the_cadence_can_be_read() -> None:
    assert len(read_cadence("three_days", example("cadence")).steps) == 3
