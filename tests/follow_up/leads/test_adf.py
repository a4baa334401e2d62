from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.lead import ArrivedLead
from coaching.errors import InvalidFile
from coaching.follow_up.leads.adf import looks_like_adf, read_adf
from coaching.follow_up.leads.reading import Reading

EASTERN = ZoneInfo("America/New_York")
NOW = datetime(2026, 3, 9, 15, 0, tzinfo=UTC)

DENISE = """<prospect status="new">
  <id sequence="1" source="Cars.com">C-881</id>
  <requestdate>2026-03-07T09:12:00-05:00</requestdate>
  <vehicle interest="buy" status="new">
    <year>2026</year><make>Honda</make><model>CR-V Hybrid</model><trim>Sport-L</trim>
    <colorcombination>
      <interiorcolor>Black</interiorcolor><exteriorcolor>Urban Gray</exteriorcolor><preference>1</preference></colorcombination>
    <option><optionname>heated steering wheel</optionname></option><option><optionname>roof rails</optionname></option>
  </vehicle>
  <vehicle interest="trade-in" status="used"><year>2015</year><make>Nissan</make><model>Rogue</model></vehicle>
  <customer>
    <contact>
      <name part="first">Denise</name><name part="last">Okafor</name>
      <email>denise@example.org</email>
      <phone type="fax">410-555-0111</phone>
      <phone type="voice" time="day">410-555-0142</phone>
      <phone type="cellphone">410-555-0143</phone>
    </contact>
    <comments><![CDATA[Does it have the heated wheel? R&D says <maybe>.]]></comments>
  </customer>
  <vendor><vendorname>Fairhaven Honda</vendorname></vendor>
  <provider><name part="full">Cars.com</name></provider>
</prospect>"""
WALT = """<prospect>
  <id sequence=2 source="Site">77</id><requestdate>3/7/2026 4:40 PM</requestdate>
  <vehicle><year>2024</year><make>Ford</make><model>F-150</model></vehicle>
  <customer><contact><name part="full">Walt Brandt</name><phone>410-555-0144</phone></contact>
  <comments>Price & payment?</comments></customer>
</prospect>"""
MAY = """<adf:prospect><adf:requestdate>Sat, 07 Mar 2026 21:05:00 -0500</adf:requestdate>
  <adf:customer><adf:contact><adf:name part="full">May Chen</adf:name>
  <adf:email>mailto:may@example.org</adf:email></adf:contact></adf:customer>
</adf:prospect>"""
QUIRKY = (
    f'<?ADF VERSION "1.0"?>\n<?xml version="1.0"?>\n<adf>{DENISE}</adf>\n<?xml version="1.0"?><adf>{WALT}</adf>\n<ADF>{MAY}</ADF>'
)


def read(text: str | bytes) -> Reading:
    return read_adf(text if isinstance(text, bytes) else text.encode(), zone=EASTERN, now=NOW)


def only(text: str) -> ArrivedLead:
    (one,) = read(text).leads
    return one.lead


def test_a_lead_is_read_with_all_that_is_on_it() -> None:
    lead = only(f'<?xml version="1.0" encoding="UTF-8"?><?adf version="1.0"?><adf>{DENISE}</adf>')
    assert lead == ArrivedLead(
        customer_name="Denise Okafor",
        phones=("410-555-0143", "410-555-0142"),
        emails=("denise@example.org",),
        source="Cars.com",
        reference="C-881",
        arrived_at=datetime(2026, 3, 7, 14, 12, tzinfo=UTC),
        facts={
            "vehicle": "2026 Honda CR-V Hybrid Sport-L",
            "options": ["heated steering wheel", "roof rails"],
            "colour": "Urban Gray",
            "trade_in": "2015 Nissan Rogue",
            "question": "Does it have the heated wheel? R&D says <maybe>.",
        },
    )


def test_three_leads_of_one_file_are_read_whatever_their_vendors_do_to_xml() -> None:
    reading = read(QUIRKY)
    assert [one.lead.customer_name for one in reading.leads] == ["Denise Okafor", "Walt Brandt", "May Chen"]
    assert [one.line for one in reading.leads] == [3, 26, 32]
    walt, may = reading.leads[1].lead, reading.leads[2].lead
    assert (walt.facts["question"], walt.source) == ("Price & payment?", "Site")
    assert walt.arrived_at == datetime(2026, 3, 7, 21, 40, tzinfo=UTC)
    assert may.arrived_at == datetime(2026, 3, 8, 2, 5, tzinfo=UTC)
    assert may.emails == ("may@example.org",)
    assert reading.refused == ()


def test_several_prospects_of_one_root_and_a_declared_namespace_are_read() -> None:
    text = f'<adf xmlns="http://example.org/adf">{DENISE}{WALT.replace("sequence=2", "")}</adf>'
    assert len(read(text).leads) == 2


def test_a_broken_lead_is_reported_with_its_line_and_the_others_are_read() -> None:
    reading = read(f"<adf>\n<prospect><customer><contact></prospect>\n<prospect><vehicle/></prospect>\n{DENISE}\n</adf>")
    assert [one.lead.customer_name for one in reading.leads] == ["Denise Okafor"]
    assert [refused.line for refused in reading.refused] == [2, 3]
    assert "well-formed" in reading.refused[0].sentence
    assert "<customer>" in reading.refused[1].sentence


def test_the_same_lead_twice_in_a_file_is_taken_once() -> None:
    reading = read(f"<adf>{DENISE}{DENISE}</adf>")
    assert (len(reading.leads), len(reading.refused)) == (1, 1)


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><adf><prospect>&b;</prospect></adf>'
FILE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><adf><prospect><customer>&x;</customer></prospect></adf>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><adf><prospect/></adf>'


@pytest.mark.parametrize("hostile", [BOMB, FILE, PARAMETER, f"<?adf?>{BOMB}", BOMB + "<adf/>", BOMB.replace("prospect", "lolz")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_bombs_and_external_entities_are_refused_with_a_sentence(hostile: str, encoding: str) -> None:
    with pytest.raises(InvalidFile, match="nothing was imported"):
        read(hostile.encode(encoding))


def test_a_doctype_without_entities_is_no_attack() -> None:
    assert only(f'<!DOCTYPE adf SYSTEM "adf.dtd"><adf>{DENISE}</adf>').customer_name == "Denise Okafor"


def test_a_file_without_leads_is_refused_with_what_to_do() -> None:
    with pytest.raises(InvalidFile, match="no lead"):
        read("<html><body>Moved</body></html>")


def test_adf_is_told_from_csv_by_its_content() -> None:
    assert looks_like_adf("\ufeff\n<adf>".encode())
    assert looks_like_adf("<?xml version='1.0'?>".encode("utf-16"))
    assert not looks_like_adf(b"Name,Phone\n")


@given(st.text(alphabet="<>/?!&;=\"' adfprospectusrm:[]-CDATA\n", max_size=200))
def test_whatever_stands_in_the_file_it_is_read_or_refused(text: str) -> None:
    with suppress(InvalidFile):
        read(f"<adf><prospect>{text}</prospect></adf>")
