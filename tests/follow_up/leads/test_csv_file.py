from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.errors import InvalidFile, UnknownName
from coaching.follow_up.leads.csv_file import examples_of, read_csv
from coaching.follow_up.leads.reading import Reading

EASTERN = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)
EXPORT = """Lead ID,First Name,Last Name,Cell Phone,Email,Lead Source,Date Received,Year,Make,Model,Color,Comments,Do Not Call
881,Denise,Okafor,(410) 555-0143,denise@example.org,Cars.com,3/7/2026 9:12 AM,2026,Honda,CR-V,Gray,"Heated wheel, yes or no?",no
882,Walt,Brandt,410-555-0144,,Website,2026-03-07T16:40:00,2024,Ford,F-150,,,yes
"""


def read(text: str | bytes, **options: object) -> Reading:
    content = text if isinstance(text, bytes) else text.encode()
    return read_csv(content, zone=EASTERN, now=NOW, **options)  # type: ignore[arg-type]


def test_an_export_of_a_customer_system_is_understood_by_its_headers() -> None:
    denise, walt = (read_.lead for read_ in read(EXPORT).leads)
    assert (denise.customer_name, denise.phones, denise.emails) == ("Denise Okafor", ("(410) 555-0143",), ("denise@example.org",))
    assert denise.facts == {"vehicle": "2026 Honda CR-V", "colour": "Gray", "question": "Heated wheel, yes or no?"}
    assert (denise.source, denise.reference) == ("Cars.com", "881")
    assert denise.arrived_at == datetime(2026, 3, 7, 14, 12, tzinfo=UTC)
    assert denise.consent.call_refused_at is None
    assert walt.consent.call_refused_at == NOW


def test_a_mapping_of_ones_own_wins_over_the_headers() -> None:
    reading = read("A,B\nRogue,Denise Okafor\n", mapping={"B": "customer_name", "A": "vehicle"})
    assert reading.leads[0].lead.facts == {"vehicle": "Rogue"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_spreadsheets_write_is_read(encoding: str) -> None:
    assert read("Name,Phone\r\nRenée Boyd,410-555-0199\r\n".encode(encoding)).leads[0].lead.customer_name == "Renée Boyd"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    assert read(f"Name{separator}Phone\nDana Ruiz{separator}410-555-0199\n").leads[0].lead.phones == ("410-555-0199",)


@pytest.mark.parametrize("phones", ["410-555-0147,", ",410-555-0147", "410-555-0147,410-555-0199"])
def test_of_two_columns_of_one_name_the_first_in_which_something_stands_counts(phones: str) -> None:
    assert read(f"Customer,Phone,Phone\nWalt Brandt,{phones}\n").leads[0].lead.phones == ("410-555-0147",)


def test_the_surname_first_is_turned_round() -> None:
    names = [one.lead.customer_name for one in read('Name\n"Okafor, Denise"\n"Bill Boyd, Jr."\n').leads]
    assert names == ["Denise Okafor", "Bill Boyd, Jr."]


def test_bad_rows_are_reported_with_their_line_and_the_others_are_read() -> None:
    text = (
        "Name,Phone,Received,Opt Out\n"
        "Ann Lee,410-555-0101,2026-03-01,no\n"
        ",410-555-0102,,\n"
        "\n"
        '"Bo\nTran",410-555-0103,13/45/2026,\n'
        "Cy Gray,12,,\n"
        "Di Hall,410-555-0105,,maybe\n"
        "Ed Fox,410-555-0106,,,extra\n"
        "Flo Day,410-555-0107,,yes\n"
    )
    reading = read(text)
    assert [one.lead.customer_name for one in reading.leads] == ["Ann Lee", "Flo Day"]
    assert [refused.line for refused in reading.refused] == [3, 5, 7, 8, 9]
    sentences = [refused.sentence for refused in reading.refused]
    for sentence, word in zip(
        sentences, ["name", "13/45/2026", "too few digits", "neither yes nor no", "quotation"], strict=True
    ):
        assert word in sentence
    assert reading.leads[1].lead.consent.opted_out_at == NOW


@pytest.mark.parametrize(
    ("row", "what"), [("{},,", "The customer's name"), ("Ann Lee,{},", "The source"), ("Ann Lee,,{}", "The reference")]
)
def test_a_row_with_more_than_can_be_kept_is_told_and_the_others_are_read(row: str, what: str) -> None:
    reading = read(f"Name,Source,Lead ID\n{row.format('x' * 201)}\n{row.format('x' * 200)}\n")
    assert [(one.line, one.sentence) for one in reading.refused] == [(2, f"{what} has at most 200 characters. Shorten it.")]
    assert [one.line for one in reading.leads] == [3]


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    reading = read('Name,Phone\nAnn Lee,410-555-0101\n"Bo Tran,410-555-0102\nCy Gray,410-555-0103\n')
    assert [one.lead.customer_name for one in reading.leads] == ["Ann Lee"]
    assert [(refused.line, "quotation mark" in refused.sentence) for refused in reading.refused] == [(3, True)]


def test_a_cell_that_is_too_long_is_told_as_that() -> None:
    (refused,) = read(f'Name,Phone\n"{"x" * 131_073}",410-555-0101\n').refused
    assert "longer than 131,072 characters" in refused.sentence


def test_a_separator_too_many_is_told_whichever_it_is() -> None:
    (refused,) = read("Name;Phone\nAnn Lee;410-555-0101;\n").refused
    assert "3 cells for 2 columns" in refused.sentence
    assert "semicolon" in refused.sentence


def test_a_lead_that_comes_twice_in_a_file_is_taken_once() -> None:
    reading = read(
        "Name,Phone,Vehicle\nAnn Lee,410-555-0101,Rogue\nAnn B. Lee,1 (410) 555 0101,rogue\nAnn Lee,410-555-0101,Pilot\n"
    )
    assert [one.line for one in reading.leads] == [2, 4]
    assert reading.refused[0].line == 3
    assert "line 2" in reading.refused[0].sentence


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"\n\n", "column names"), (b"PK\x03\x04\0\0", "not a text file"), (b"Phone,Car\n410-555-0101,Rogue\n", "customer's name")],
)
def test_a_file_that_is_no_list_of_leads_is_refused_with_what_to_do(content: bytes, word: str) -> None:
    with pytest.raises(InvalidFile, match=word):
        read(content)


def test_a_field_or_a_column_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownName, match="customer_name"):
        read("Name\nAnn\n", mapping={"Name": "costumer_name"})
    with pytest.raises(InvalidFile, match="'Nom'"):
        read("Name\nAnn\n", mapping={"Nom": "customer_name"})


def test_the_columns_can_be_shown_before_they_are_mapped() -> None:
    assert examples_of(b"Nom ;Auto\nAnn;Rogue\n") == {"Nom": "Ann", "Auto": "Rogue"}


@given(st.text(), st.sampled_from(["utf-8", "utf-16"]))
def test_whatever_is_in_the_file_it_is_read_or_refused(text: str, encoding: str) -> None:
    try:
        reading = read(("Name,Received,Phone\n" + text).encode(encoding, errors="replace"))
    except InvalidFile:
        return
    lines = [one.line for one in (*reading.leads, *reading.refused)]
    assert len(lines) == len(set(lines))
