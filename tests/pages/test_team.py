from dataclasses import replace
from datetime import UTC, datetime

from coaching.domain.lead import ArrivedLead
from coaching.domain.scorecard import Evidence, Finding, Outcome
from coaching.domain.team_scores import Attempts
from coaching.reports.fair import FEW
from coaching.storage import leads
from tests.screens import Screen
from tests.team_history import card, judge, live_through
from tests.world import Cast

WEEKS = {"from": "2024-09-16", "to": "2024-10-07"}


def test_the_answer_comes_first_and_small_numbers_claim_nothing(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    dana = screen(cast.dana).open("team", **WEEKS)
    assert not dana.app.exception
    assert dana.app.markdown[0].value.startswith("## Too few voicemails to say what changed")
    assert "Nobody stands out from the others by more than chance" in dana.text.replace("\\", "")
    assert "not for employment decisions" in dana.text


def test_of_one_rep_only_their_own_needs_are_told(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    dana = screen(cast.dana).open("team", **WEEKS, rep=str(cast.bob))
    assert "Bob does not stand out from the others by more than chance" in dana.text.replace("\\", "")


def test_the_address_holds_what_was_chosen(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    dana = screen(cast.dana).open("team", **WEEKS, rep=str(cast.bob), source="Website", attempt="1")
    assert dana.app.selectbox(key="team_Rep").value == cast.bob
    assert dana.app.selectbox(key="team_Lead source").value == "Website"
    dana.app.selectbox(key="team_Attempt").set_value(Attempts.SECOND).run()
    assert dana.app.query_params["attempt"] == "2"
    assert dana.app.query_params["to"] == WEEKS["to"]
    assert dana.app.query_params["rep"] == str(cast.bob)


def test_a_stranger_finds_none_of_it(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    erin = screen(cast.erin).open("team", **WEEKS, store=str(cast.store), rep=str(cast.bob))
    assert "No voicemail was judged in these weeks" in erin.app.info[0].value
    assert erin.app.selectbox(key="team_Rep").options == []


def test_nonsense_in_the_address_is_left_out(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("team", **{"from": "soon", "to": "31", "rep": "9" * 40, "attempt": "77", "store": "-1"})
    assert not dana.app.exception
    assert dana.app.selectbox(key="team_Rep").value is None


def test_a_figure_leads_to_its_voicemails(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    asked = {**WEEKS, "rep": str(cast.bob), "criterion": "text_invited", "outcome": "not_met"}
    dana = screen(cast.dana).open("voicemails", **asked)
    assert "Text invitation: not met · Bob" in dana.text.replace("\\", "")
    rows = dana.told("voicemails")["rows"]
    assert rows
    assert {outcome["outcome"] for row in rows for outcome in row["outcomes"] if outcome["title"] == "Text"} == {"not_met"}
    erin = screen(cast.erin).open("voicemails", **asked)
    assert "No voicemail here matches" in erin.text


def test_a_store_turns_its_leader_board_on_and_small_numbers_have_no_place(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    dana = screen(cast.dana).open("team", **WEEKS)
    assert "Leader board" not in [header.value for header in dana.app.header]
    next(one for one in dana.app.toggle if one.label == "Leader board for this store").set_value(True).run()
    assert "Leader board" in [header.value for header in dana.app.header]
    board = next(table.value for table in dana.app.table if "Place" in table.value)
    assert set(board["Voicemails"]) >= {f":gray[{n}]" for n in board["Voicemails"].str.extract(r":gray\[(\d)\]")[0].dropna()}
    for _, row in board.iterrows():
        n = int("".join(sign for sign in row["Voicemails"] if sign.isdigit()))
        assert (row["Place"] != "") is (n >= FEW)
    assert "Not for employment decisions" in dana.text
    assert "Leader board" in [header.value for header in screen(cast.alice).open("team", **WEEKS).app.header]


def test_how_leads_are_followed_up_stands_there_with_small_numbers_in_grey(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    at = datetime(2024, 10, 1, 14, tzinfo=UTC)
    with cast.services.database.writing() as connection:
        for number in range(12):
            leads.take(
                connection, cast.store, ArrivedLead(f"Customer {number}", arrived_at=at), (cast.bob, cast.charlie)[number > 9]
            )
    dana = screen(cast.dana).open("team", **WEEKS)
    assert not dana.app.exception
    assert "0 of 12 leads were answered in time" in dana.text.replace("\\", "")
    table = next(table.value for table in dana.app.table if "Rep" in table.value and "Leads" in table.value)
    assert dict(zip(table["Rep"], table["Answered in time"], strict=True)) == {"Bob": "0% of 10", "Charlie": ":gray[0% of 2]"}


def test_a_script_that_wears_out_is_told_in_its_words(cast: Cast, screen: type[Screen]) -> None:
    quote = Evidence("The rate on it is 1.9 percent until Saturday.", 0, 45)
    with cast.services.database.writing() as connection:
        theirs = [leads.take(connection, cast.store, ArrivedLead(f"Customer {n}"), cast.bob) for n in range(5)]
    for lead in theirs:
        one = cast.leaves(f"for {lead}", lead=lead)
        with cast.services.database.writing() as connection:
            judge(connection, one, replace(card({}), findings=(Finding("value_offered", Outcome.MET, "It is.", (quote,)),)))
    dana = screen(cast.dana).open("team", **WEEKS)
    labels = [link.label.replace("\\", "") for link in dana.app.get("page_link")]
    assert "Bob, to 5 customers: “The rate on it is 1.9 percent until Saturday.”" in labels
