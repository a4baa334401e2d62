from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from coaching.domain.lead import Lead, LeadId
from coaching.domain.people import Role
from coaching.errors import InvalidFile, NotAllowed, NotFound
from coaching.services.follow_up.lead_files import Imported, import_leads, preview_leads
from coaching.services.follow_up.lead_page import list_follow_up
from coaching.services.reading import list_leads
from coaching.storage import people
from coaching.storage.tables import lead
from tests.world import Cast

CSV = b"""Lead ID,Name,Phone,Source,Received,Vehicle,Sales rep,Opt out
881,Walt Brandt,410-555-0144,Cars.com,2024-10-06 18:00,2024 Ford F-150,Bob,
882,May Chen,410-555-0145,Cars.com,2024-10-06 19:00,2026 Toyota Sienna,Nobody Known,
,,410-555-0146,,,,,
"""
ADF = b"""<adf>
<prospect><id source="Site">77</id>
<customer><contact><name part="full">Ed Fox</name><phone>410-555-0147</phone></contact>
</customer></prospect></adf><adf>
<prospect><id source="Cars.com">881</id>
<customer><contact><name>Walt Brandt</name></contact></customer>
<provider><name>Cars.com</name></provider></prospect></adf>"""
BOMB = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><adf><prospect>&b;</prospect></adf>'


def imported(cast: Cast, content: bytes, **options: object) -> Imported:
    return import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, content, **options)  # type: ignore[arg-type]


def lead_of(cast: Cast, lead_id: LeadId) -> Lead:
    return next(lead for lead in list_leads(cast.services, cast.as_seen_by(cast.dana)) if lead.id == lead_id)


def how_many(cast: Cast) -> int | None:
    with cast.services.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(lead))


def test_leads_come_in_with_all_that_is_known_and_bad_rows_are_told(cast: Cast) -> None:
    report = imported(cast, CSV)
    walt, may = (lead_of(cast, lead_id) for lead_id in report.added)
    assert (walt.customer_name, walt.rep_id, walt.source, walt.reference) == ("Walt Brandt", cast.bob, "Cars.com", "881")
    assert walt.arrived_at == datetime(2024, 10, 6, 22, tzinfo=UTC)
    assert (walt.phones, walt.facts) == (("410-555-0144",), {"vehicle": "2024 Ford F-150"})
    assert may.rep_id is None
    assert [refused.line for refused in report.refused] == [4]


def test_nothing_is_imported_twice_in_whatever_form_it_comes(cast: Cast) -> None:
    imported(cast, CSV)
    before = how_many(cast)
    again = imported(cast, CSV)
    assert (again.added, len(again.already_here)) == ((), 2)
    adf = imported(cast, ADF)
    assert (len(adf.added), len(adf.already_here)) == (1, 1)
    assert imported(cast, ADF).added == ()
    assert how_many(cast) == (before or 0) + 1


def test_two_sources_may_number_their_leads_alike(cast: Cast) -> None:
    first, second = imported(
        cast, b"Lead ID,Name,Phone,Source\n1,Ann Lee,410-555-0101,Site\n1,Bo Tran,410-555-0102,Cars.com\n"
    ).added
    assert (lead_of(cast, first).reference, lead_of(cast, second).reference) == ("1", "Cars.com 1")


def test_a_lead_whose_reference_is_taken_even_with_its_source_comes_in_once_without_one(cast: Cast) -> None:
    imported(cast, b"Lead ID,Name,Phone,Source\n1,Ann Lee,410-555-0101,Site\n")
    no_source = b"Lead ID,Name,Phone\n1,Bo Tran,410-555-0102\n2,Cy Gray,410-555-0103\n"
    bo, cy = imported(cast, no_source).added
    assert (lead_of(cast, bo).reference, lead_of(cast, cy).reference) == (None, "2")
    assert imported(cast, no_source).already_here == (bo, cy)


def test_a_reference_that_cannot_be_kept_with_its_source_is_left_out(cast: Cast) -> None:
    reference, source = "1" * 150, "S" * 150
    rows = f"Lead ID,Name,Phone,Source\n{reference},Ann Lee,410-555-0101,Site\n{reference},Bo Tran,410-555-0102,{source}\n"
    first, second = imported(cast, rows.encode()).added
    assert (lead_of(cast, first).reference, lead_of(cast, second).reference) == (reference, None)


def test_a_lead_without_a_reference_has_none_whatever_its_source(cast: Cast) -> None:
    (lead_id,) = imported(cast, b"Name,Phone,Source\nAnn Lee,410-555-0101,Site\n").added
    assert lead_of(cast, lead_id).reference is None


def test_a_wish_for_no_contact_that_comes_later_is_kept_and_never_taken_back(cast: Cast) -> None:
    (lead_id, _) = imported(cast, CSV).added
    imported(cast, CSV.replace(b"Bob,\n", b"Bob,yes\n"))
    assert lead_of(cast, lead_id).consent.opted_out_at == cast.services.now()
    imported(cast, CSV)
    assert lead_of(cast, lead_id).consent.opted_out_at == cast.services.now()


def test_a_mapping_is_kept_for_the_stores_next_file(cast: Cast) -> None:
    imported(cast, b"Wer,Was\nAnn Lee,Pilot\n", mapping={"Wer": "customer_name", "Was": "vehicle"})
    (lead_id,) = imported(cast, b"Wer,Was\nBo Tran,Rogue\n").added
    assert lead_of(cast, lead_id).facts == {"vehicle": "Rogue"}
    assert imported(cast, b"Name\nCy Gray\n").added


def test_a_salesperson_who_is_nobody_here_is_told_and_the_lead_still_comes_in(cast: Cast) -> None:
    dana = cast.as_seen_by(cast.dana)
    told = preview_leads(cast.services, dana, cast.store, CSV).without_rep
    report = imported(cast, CSV)
    assert report.without_rep == told
    assert [(one.line, one.sentence) for one in told] == [
        (
            3,
            "No rep here is called “Nobody Known”, so this lead has no salesperson yet. "
            "Once an administrator has added them under People, import the file again.",
        )
    ]
    assert lead_of(cast, report.added[1]).rep_id is None


def test_who_is_added_later_gets_the_lead_when_the_file_is_imported_again(cast: Cast) -> None:
    may = imported(cast, CSV).added[1]
    with cast.services.database.writing() as connection:
        somebody = people.add_person(connection, "Nobody Known", Role.REP, store_id=cast.store)
    assert imported(cast, CSV).without_rep == ()
    assert lead_of(cast, may).rep_id == somebody


def test_a_lead_that_somebody_has_stays_theirs_whoever_the_file_names(cast: Cast) -> None:
    walt = imported(cast, CSV).added[0]
    for name in (b"Charlie", b"Max Muster"):
        again = imported(cast, CSV.replace(b"Bob", name))
        assert [one.line for one in again.without_rep] == [3]
        assert lead_of(cast, walt).rep_id == cast.bob


@pytest.mark.parametrize(("came", "comes_in"), [("2024-10-08 12:00", False), ("2027-01-01", False), ("2024-10-07 18:00", True)])
def test_a_lead_that_is_still_to_come_is_told_but_not_a_clock_that_is_some_hours_ahead(
    cast: Cast, came: str, comes_in: bool
) -> None:
    report = imported(cast, f"Name,Received\nAnn Lee,{came}\n".encode())
    assert bool(report.added) is comes_in
    assert [one.sentence for one in report.refused] == [
        f"'{came}' is still to come, so no lead can have come in then. Correct it, or leave it empty where nobody knows."
    ] * (not comes_in)


@pytest.mark.parametrize("no_date", ["12/31/9999", "12/30/9999", "1/1/1900"])
def test_a_row_whose_date_stands_for_no_date_is_told_and_the_list_of_leads_still_opens(cast: Cast, no_date: str) -> None:
    csv = f"Name,Phone,Received\nAnn Lee,410-555-0101,{no_date}\nBo Tran,410-555-0102,2024-10-06\n".encode()
    customer = "<customer><contact><name>Cy Gray</name></contact></customer>"
    adf = f"<adf><prospect><requestdate>{no_date}</requestdate>{customer}</prospect></adf>"
    for content in (csv, adf.encode()):
        (refused,) = imported(cast, content).refused
        assert no_date in refused.sentence
    listed = list_follow_up(cast.services, cast.as_seen_by(cast.dana))
    assert {line.lead.customer_name for line in listed} == {"Denise Okafor", "Bo Tran"}


def test_a_bomb_adds_nothing(cast: Cast) -> None:
    before = how_many(cast)
    with pytest.raises(InvalidFile, match="nothing was imported"):
        imported(cast, BOMB)
    assert how_many(cast) == before


def test_a_rep_and_the_manager_of_another_store_may_not_import(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        import_leads(cast.services, cast.as_seen_by(cast.bob), cast.store, CSV)
    with pytest.raises(NotFound):
        import_leads(cast.services, cast.as_seen_by(cast.erin), cast.store, CSV)
