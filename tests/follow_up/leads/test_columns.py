import pytest

from coaching.errors import InvalidFile
from coaching.follow_up.leads.columns import check, fields, suggest


def test_no_header_belongs_to_two_fields() -> None:
    headers = [header for field in fields().values() for header in field.headers]
    assert len(headers) == len(set(headers))


def test_headers_are_known_whatever_their_case_and_punctuation() -> None:
    assert suggest(["E-Mail", "LEAD_ID", "Vehicle of Interest", "Salesperson"]) == {
        "E-Mail": "email",
        "LEAD_ID": "reference",
        "Vehicle of Interest": "vehicle",
        "Salesperson": "rep",
    }


def test_a_second_column_of_the_same_kind_and_an_unknown_one_are_left_to_the_person() -> None:
    assert suggest(["Name", "Customer", "Shoe size"]) == {"Name": "customer_name"}


def test_two_columns_for_one_field_are_refused_by_their_names() -> None:
    with pytest.raises(InvalidFile, match="'A' and 'B' are both read as 'Telephone'"):
        check({"N": "customer_name", "A": "phone", "B": "phone"}, ["N", "A", "B"])
