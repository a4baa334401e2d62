"""What an override leaves in the tables, for later uses: counting, and labelled cases."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from coaching.domain.context import CallContext
from coaching.domain.override import Override
from coaching.domain.people import MACHINE
from coaching.domain.scorecard import Outcome, Scorecard
from coaching.domain.voicemail import VoicemailId
from coaching.storage import overrides, scorecards, transcripts
from coaching.storage.database import Database
from coaching.storage.tables import evidence, finding, override, person, scorecard, stands, transcript
from tests.stand_ins import MUMBLED, FakeListener, judge
from tests.world import SEVENTH_OF_OCTOBER, Cast

SAID = f"my direct line is {MUMBLED}"


@pytest.fixture
def judged(cast: Cast) -> tuple[VoicemailId, Scorecard]:
    voicemail_id = cast.leaves(SAID)
    _, heard = FakeListener().listen("a.wav", "0", SAID.encode(), CallContext(), lambda _: None)
    card = judge(heard.transcript, CallContext())
    with cast.services.database.writing() as connection:
        transcripts.add(connection, voicemail_id, heard, SEVENTH_OF_OCTOBER)
        scorecards.add(connection, voicemail_id, card, "fake", "small", SEVENTH_OF_OCTOBER)
    return voicemail_id, card


def settled(cast: Cast, to: Outcome) -> Override:
    return Override("direct_line_given", Outcome.UNSURE, to, "Listened", cast.alice, SEVENTH_OF_OCTOBER, "Alice")


def test_it_comes_back_as_it_was_made(cast: Cast, judged: tuple[VoicemailId, Scorecard]) -> None:
    made = settled(cast, Outcome.MET)
    with cast.services.database.writing() as connection:
        overrides.add(connection, *judged, made)
        assert overrides.of_voicemail(connection, judged[0]) == (made,)
        current = scorecards.current_of(connection, MACHINE, judged[0])
    assert current is not None
    assert current.scorecard == judged[1]


def test_the_database_counts_what_stands_and_keeps_what_the_machine_said(
    cast: Cast, judged: tuple[VoicemailId, Scorecard]
) -> None:
    its_line = finding.c.criterion_id == "direct_line_given"
    with cast.services.database.writing() as connection:
        overrides.add(connection, *judged, settled(cast, Outcome.NOT_MET))
        assert connection.execute(select(finding.c.outcome, stands).where(its_line)).one() == (Outcome.UNSURE, Outcome.NOT_MET)
        assert connection.scalar(select(scorecard.c.score)) == 0.0
        overrides.add(connection, *judged, settled(cast, Outcome.UNSURE))
        assert connection.execute(select(stands, finding.c.settled).where(its_line)).one() == (Outcome.UNSURE, None)
        assert connection.scalar(select(scorecard.c.score)) is None


def test_it_names_the_words_that_were_judged_as_a_labelled_case_needs(cast: Cast, judged: tuple[VoicemailId, Scorecard]) -> None:
    voicemail_id, card = judged
    with cast.services.database.writing() as connection:
        overrides.add(connection, voicemail_id, card, settled(cast, Outcome.MET))
        again = replace(card, rubric_version="fake-2")
        scorecards.add(connection, voicemail_id, again, "fake", "small", SEVENTH_OF_OCTOBER)
        its_words = select(transcript.c.text, scorecard.c.rubric_version).select_from(override).join(scorecard).join(transcript)
        assert connection.execute(its_words).one() == (SAID, "fake-1")


def test_it_stays_when_the_person_goes(cast: Cast, judged: tuple[VoicemailId, Scorecard]) -> None:
    with cast.services.database.writing() as connection:
        overrides.add(connection, *judged, settled(cast, Outcome.MET))
        connection.execute(person.delete().where(person.c.id == cast.alice))
        assert overrides.of_voicemail(connection, judged[0]) == (replace(settled(cast, Outcome.MET), by=None, by_name=""),)


def test_a_database_from_before_keeps_its_evidence(empty_database: Database) -> None:
    empty_database.upgrade("0002")
    with empty_database.writing() as connection:
        for statement in (
            "INSERT INTO store (id, name, main_line, time_zone) VALUES (1, 'Fairhaven Honda', '', 'UTC')",
            "INSERT INTO recording (id, store_id, sha256, file_name, size_bytes) VALUES (1, 1, 'a', 'a.wav', 1)",
            "INSERT INTO voicemail (id, recording_id, received_at) VALUES (1, 1, '2024-10-07 13:00:00')",
            "INSERT INTO transcript (id, recording_id, engine, model, language, options, text, words, fillers, speech_s, made_at)"
            " VALUES (1, 1, 'fake', 'small', 'en', '{}', 'hello', '[]', 0, 1.0, '2024-10-07 13:00:00')",
            "INSERT INTO scorecard (id, voicemail_id, transcript_id, rubric_version, profile_id, weights, caps, judged_at)"
            " VALUES (1, 1, 1, '1', 'default', '{}', '{}', '2024-10-07 13:00:00')",
            "INSERT INTO finding (id, scorecard_id, position, criterion_id, outcome, explanation)"
            " VALUES (1, 1, 0, 'greeted_by_name', 'met', '')",
            "INSERT INTO evidence (finding_id, position, is_proof, quote, start_char, end_char)"
            " VALUES (1, 0, '1', 'hello', 0, 5)",
        ):
            connection.execute(text(statement))
    empty_database.upgrade()
    with empty_database.reading() as connection:
        assert connection.execute(select(evidence.c.quote, stands).join(finding)).one() == ("hello", Outcome.MET)
