from dataclasses import replace

from coaching.domain.transcript import Alternative
from coaching.domain.voicemail import Heard
from coaching.storage import transcripts
from tests.stand_ins import FakeListener
from tests.world import Cast


def test_what_a_second_look_gave_is_kept_with_the_words(cast: Cast) -> None:
    voicemail_id = cast.leaves("Call me at 240-555-0137.")
    _, heard = FakeListener().listen("a.wav", "abc", b"Call me at 240-555-0137.", (), lambda _: None)
    others = (Alternative(1.2, 1.6, "2405550187", 0.42),)
    heard = Heard(replace(heard.transcript, alternatives=others), heard.delivery)
    with cast.services.database.writing() as connection:
        transcripts.add(connection, voicemail_id, heard, cast.services.now())
        assert transcripts.made_by(connection, voicemail_id, "fake", "small") == heard
