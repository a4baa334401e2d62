import pytest

from coaching.domain.context import CallContext
from coaching.scoring.marks import marks_of, own_words, spoken_facts, with_marks, without_marks

FACTS = {
    "vehicle": "2025 Kia Sorento SX",
    "colour": "Urban Gray",
    "trade_in": "2016 Honda Odyssey",
    "question": "Does the Sorento tow a boat?",
}


@pytest.mark.parametrize(
    ("wording", "marked"),
    [
        ("give me a call back", ["asks"]),
        ("you don't have to call me back", ["asks", "asks_nothing"]),
        ("i can hold it until noon", ["deadline"]),
        ("it is three hundred dollars less", ["money"]),
        ("you asked about the seats", ["told_us"]),
        ("have a nice day", []),
    ],
)
def test_signs_are_found(wording: str, marked: list[str]) -> None:
    assert marks_of(with_marks(wording)) == marked
    assert without_marks(with_marks(wording)) == wording


def test_the_leads_own_facts_are_signs_but_not_the_vehicle_they_asked_for() -> None:
    own = own_words(CallContext(facts=FACTS))
    assert marks_of(with_marks("the gray one pulls your boat and takes the odyssey", own)).count("fact") == 2
    assert "fact" not in marks_of(with_marks("about the sorento", own))
    assert own_words(CallContext()) == frozenset()


def test_a_lone_per_cent_sign_of_a_recogniser_is_no_sign() -> None:
    assert without_marks(with_marks("it is 0 % apr")) == "it is 0 % apr"


def test_the_customers_own_car_counts_as_a_fact_though_its_name_is_hidden() -> None:
    assert marks_of(with_marks("we had a look at your car", own_cars=1)).count("fact") == 1


def test_what_they_told_the_store_leaves_out_the_vehicle_they_asked_for() -> None:
    facts = FACTS | {"options": ["tow hitch", "sunroof"], "received_at": "2025-01-02"}
    told = list(spoken_facts(CallContext(facts=facts)))
    assert told == ["Urban Gray", "2016 Honda Odyssey", "Does the Sorento tow a boat?", "tow hitch", "sunroof"]
