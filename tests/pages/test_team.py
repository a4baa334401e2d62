from coaching.domain.team_scores import Attempts
from tests.screens import Screen
from tests.team_history import live_through
from tests.world import Cast

WEEKS = {"from": "2024-09-16", "to": "2024-10-07"}


def test_the_answer_comes_first_and_small_numbers_claim_nothing(cast: Cast, screen: type[Screen]) -> None:
    live_through(cast)
    dana = screen(cast.dana).open("team", **WEEKS)
    assert not dana.app.exception
    assert dana.app.markdown[0].value.startswith("## Too few voicemails to say what changed")
    assert "Nobody stands out from the others by more than chance" in dana.text.replace("\\", "")
    assert "not for employment decisions" in dana.text


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
