from coaching.services.follow_up.settings import read_settings
from coaching.services.reading import list_leads
from tests.screens import Screen
from tests.world import Cast

LEADS = b"""ID,Buyer,Phone,Received,Car wish,Rep
1,Walt Brandt,410-555-0144,2024-10-07 09:00,2025 Honda CR-V,Bob
2,,410-555-0145,2024-10-07 09:30,2025 Honda Pilot,Bob
"""
ADF = b"<adf><prospect><customer><contact><name>Ed Fox</name><phone>410-555-0147</phone></contact></customer></prospect></adf>"
BOMB = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><adf><prospect>&b;</prospect></adf>'


def with_file(one: Screen, name: str, content: bytes) -> Screen:
    one.app.file_uploader[0].set_value((name, content, "text/csv")).run()
    return one


def column(one: Screen, name: str) -> object:
    return next(box for box in one.app.selectbox if box.label == name)


def imported(one: Screen) -> Screen:
    one.app.button(key="import").click().run()
    return one


def test_leads_are_shown_before_they_come_in_and_told_afterwards(cast: Cast, screen: type[Screen]) -> None:
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", LEADS)
    assert list(dana.app.dataframe[0].value["Customer"]) == ["Walt Brandt"]
    assert "Line 3: There is no customer" in dana.app.warning[0].value
    assert len(list_leads(cast.services, cast.as_seen_by(cast.dana))) == 1, "nothing is kept yet"
    imported(dana)
    assert dana.app.success[0].value == "1 lead imported."
    assert "Line 3" in dana.app.warning[0].value
    assert not dana.app.dataframe


def test_a_salesperson_who_is_nobody_here_is_told_before_and_after(cast: Cast, screen: type[Screen]) -> None:
    rows = LEADS.replace(b"2025 Honda CR-V,Bob", b"2025 Honda CR-V,Max Muster")
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", rows)
    for told in (dana.app.warning[0].value, imported(dana).app.warning[0].value):
        assert "**1 lead without a salesperson**" in told
        assert "Line 2: No rep here is called “Max Muster”" in told
    assert dana.app.success[0].value == "1 lead imported."


def test_a_corrected_column_is_used_and_remembered(cast: Cast, screen: type[Screen]) -> None:
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", LEADS)
    assert column(dana, "Car wish").value == ""  # type: ignore[attr-defined]
    column(dana, "Car wish").set_value("vehicle").run()  # type: ignore[attr-defined]
    assert list(dana.app.dataframe[0].value["Vehicle"]) == ["2025 Honda CR-V"]
    imported(dana)
    assert read_settings(cast.services, cast.as_seen_by(cast.dana), cast.store).columns["Car wish"] == "vehicle"
    again = with_file(dana, "leads.csv", LEADS)
    assert column(again, "Car wish").value == "vehicle"  # type: ignore[attr-defined]


def test_a_column_that_was_recognised_can_be_left_out(cast: Cast, screen: type[Screen]) -> None:
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", LEADS)
    column(dana, "Phone").set_value("").run()  # type: ignore[attr-defined]
    assert list(dana.app.dataframe[0].value["Reached at"]) == [""]


def test_two_columns_for_one_thing_are_refused_and_can_be_put_right(cast: Cast, screen: type[Screen]) -> None:
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", LEADS)
    column(dana, "Car wish").set_value("phone").run()  # type: ignore[attr-defined]
    assert "are both read as" in dana.app.error[0].value
    column(dana, "Car wish").set_value("").run()  # type: ignore[attr-defined]
    assert not dana.app.error


def test_an_adf_file_asks_for_no_columns_and_comes_in_once(cast: Cast, screen: type[Screen]) -> None:
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.xml", ADF)
    assert not [box for box in dana.app.selectbox if box.label != "Who you are"]
    imported(dana)
    again = with_file(dana, "leads.xml", ADF)
    assert "1 lead known already" in again.text
    imported(again)
    assert again.app.success[0].value == "0 leads imported. 1 lead known already, nothing is twice."


def test_a_hostile_and_an_empty_file_are_refused_with_a_sentence(cast: Cast, screen: type[Screen]) -> None:
    for content in (BOMB, b" ", b"\0\1"):
        dana = with_file(screen(cast.dana).open("import_leads"), "leads.xml", content)
        assert dana.app.error
        assert not dana.app.exception
        assert not [button for button in dana.app.button if button.key == "import"]


def test_markup_in_a_file_stays_text(cast: Cast, screen: type[Screen]) -> None:
    rows = b"Name,![x](http://evil.example/x.png),Phone\nA B,1,12\n"
    dana = with_file(screen(cast.dana).open("import_leads"), "leads.csv", rows)
    assert "![x](http" not in dana.text + "".join(box.label for box in dana.app.selectbox)


def test_it_is_linked_for_those_who_may_import(cast: Cast, screen: type[Screen]) -> None:
    assert "Import leads" in [link.proto.label for link in screen(cast.alice).open("leads").app.get("page_link")]
    assert "Import leads" not in [link.proto.label for link in screen(cast.bob).open("leads").app.get("page_link")]


def test_a_manager_imports_into_their_own_store_only(cast: Cast, screen: type[Screen]) -> None:
    imported(with_file(screen(cast.erin).open("import_leads"), "leads.csv", LEADS))
    assert [lead.customer_name for lead in list_leads(cast.services, cast.as_seen_by(cast.dana))] == ["Denise Okafor"]
