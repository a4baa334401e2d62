"""Who somebody is, what they drive and how a recogniser prints it changes no verdict of the rules."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.rubrics import load_rubric
from coaching.scoring.checks import build_check
from coaching.scoring.message import Message

RULES = ("greeted_by_name", "introduced_self", "named_dealership", "vehicle_named", "other_channel_offered")
CHECKS = {criterion_id: build_check(criterion_id, load_rubric().criterion(criterion_id).check) for criterion_id in RULES}
GIVEN = [
    *(
        "Oluwaseun",
        "Nguyen",
        "Xiomara",
        "Wei",
        "Siobhan",
        "Bjorn",
        "Fatima",
        "DeShawn",
        "José",
        "Anneliese",
        "Thuy",
        "Kwame",
        "Zbigniew",
    ),
    *(
        "Aoife",
        "Yusuf",
        "Mei-Ling",
        "Jean-Pierre",
        "Tyrone",
        "Shaniqua",
        "Lakshmi",
        "Dee",
        "Ray",
        "Sierra",
        "Mercedes",
        "Lincoln",
    ),
    *("Will", "Grace", "Mark", "Jo", "Bo", "Hope", "Chase", "Precious", "Sunny"),
]
SURNAMES = ["Okafor", "Tran", "Brzezinski", "O'Brien", "Smith", "Al-Sayed", "Kim", "Young", "Best", "Ford", "Rivers", "Van-Dyke"]
STORES = [
    "Pinecrest Kia",
    "Toyota of Marsh Hill",
    "Apex Auto Group",
    "First Choice Motors",
    "Sierra Ford",
    "Nguyen Motors",
    "Audi Westgate",
]
MODELS = ["Accord", "CR-V", "RAV4", "F-150", "Pilot", "Rogue", "Ioniq 5", "Q5", "Model Y", "Grand Cherokee", "4Runner", "Compass"]
CALLS = st.fixed_dictionaries(
    {
        "rep": st.sampled_from(GIVEN),
        "customer": st.sampled_from(GIVEN),
        "surname": st.sampled_from(SURNAMES),
        "store": st.sampled_from(STORES),
        "model": st.sampled_from(MODELS),
    }
).filter(lambda call: call["rep"] != call["customer"])
SAYS_ALL = "Hi {customer}, this is {rep} over at {store}. The {model} is here. Call or text me, or email me."
SAYS_NOTHING = "Hi there, it's me again from the dealership about the vehicle you liked. I will text you and email you the sheet."


def verdicts(text: str, call: dict[str, str]) -> dict[str, Outcome]:
    rep, customer = (f"{call[who]} {call['surname']}" for who in ("rep", "customer"))
    message = Message(text, (), CallContext(RepOnFile(rep, "", call["store"]), customer, {"vehicle": f"2025 {call['model']}"}))
    return {criterion_id: check.judge(message).outcome for criterion_id, check in CHECKS.items()}


def flat(text: str) -> str:
    """The marks of an address stay: they are words ("at", "dot")."""
    return re.sub(r"[^\w'@. ]|\.(?!com\b)", " ", text).lower()


@settings(max_examples=300, deadline=None)
@given(CALLS, st.sampled_from([str, flat]))
def test_names_stores_and_models_are_heard_alike(call: dict[str, str], printed: Callable[[str], str]) -> None:
    assert verdicts(printed(SAYS_ALL.format(**call)), call) == dict.fromkeys(RULES, Outcome.MET)


@settings(max_examples=200, deadline=None)
@given(CALLS, st.sampled_from([str, flat]))
def test_nobodys_name_is_heard_where_none_was_said(call: dict[str, str], printed: Callable[[str], str]) -> None:
    assert verdicts(printed(SAYS_NOTHING), call) == dict.fromkeys(RULES, Outcome.NOT_MET)


@pytest.mark.parametrize("criterion_id", RULES)
def test_capitals_and_punctuation_change_no_verdict_of_a_rule(criterion_id: str) -> None:
    for example in load_rubric().criterion(criterion_id).examples:
        plain, printed = (
            CHECKS[criterion_id].judge(Message(text, (), CallContext())) for text in (example.text, flat(example.text))
        )
        assert plain.outcome == printed.outcome, example.text
