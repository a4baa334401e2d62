from coaching.services import reading
from tests.screens import Screen
from tests.world import Cast

WAV = "audio/wav"


def test_a_rep_is_told_which_numbers_are_on_file(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    assert "240\\-555\\-0187" in bob.app.caption[-1].value or "240\\-555\\-0187" in bob.text


def test_one_file_is_sent_with_what_its_name_tells(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    bob.app.file_uploader(key="files_0").upload("Denise Okafor_2.wav", b"hello denise", WAV).run()
    assert bob.app.selectbox(key="one_0_customer").value == "Denise Okafor"
    assert bob.app.number_input(key="one_0_attempt").value == 2
    bob.app.button[0].click().run()
    assert "is being judged" in bob.app.success[0].value
    (kept,) = reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))
    assert (kept.voicemail.lead_id, kept.voicemail.attempt, kept.rep_name) == (cast.denise, 2, "Bob")


def test_a_recording_of_the_browser_is_sent_like_a_file(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    bob.app.audio_input(key="take_0").set_value(("take.wav", b"spoken just now", WAV)).run()
    bob.app.button[0].click().run()
    assert len(reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))) == 1


def test_a_broken_file_keeps_nothing_from_the_others(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    files = [("good.wav", b"a good one", WAV), ("![x](http://evil.example/x.png).wav", b"", WAV)]
    bob.app.file_uploader(key="files_0").set_value(files).run()
    bob.app.button[0].click().run()
    assert "holds no sound at all" in bob.app.warning[0].value
    assert "![x](" not in bob.app.warning[0].value
    assert "is being judged" in bob.app.success[0].value


def test_the_same_file_twice_is_one_voicemail(cast: Cast, screen: type[Screen]) -> None:
    for _ in range(2):
        bob = screen(cast.bob).open("upload")
        bob.app.file_uploader(key="files_0").upload("same.wav", b"the same words", WAV).run()
        bob.app.button[0].click().run()
    assert "was here already" in bob.app.info[0].value
    link = next(one for one in bob.app.get("page_link") if one.label.startswith("See same"))
    assert link.query_string == "voicemail=1"
    assert len(reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))) == 1


def test_what_is_surely_no_recording_is_told_before_it_is_sent(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    bob.app.file_uploader(key="files_0").set_value([("one.amr", b"one", WAV), ("README.md", b"# Read me", "text/plain")]).run()
    assert [one.value.replace("\\", "") for one in bob.app.warning] == [
        "README.md does not look like a recording. Remove above what is no voicemail."
    ]


def test_what_was_sent_is_not_offered_again(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("upload")
    bob.app.file_uploader(key="files_0").upload("one.wav", b"just once", WAV).run()
    bob.app.button[0].click().run()
    assert not [button for button in bob.app.button if button.label.startswith("Send")]


def test_a_trainer_says_which_rep_left_it(cast: Cast, screen: type[Screen]) -> None:
    alice = screen(cast.alice).open("upload")
    alice.app.file_uploader(key="files_0").upload("Bob_Terry Quinn_1.wav", b"left by bob", WAV).run()
    assert alice.app.selectbox(key="one_0_rep").value == "Bob"
    assert "Charlie" not in alice.app.selectbox(key="one_0_rep").options
    alice.app.button[0].click().run()
    (kept,) = reading.list_voicemails(cast.services, cast.as_seen_by(cast.bob))
    assert (kept.rep_name, kept.customer_name) == ("Bob", "Terry Quinn")
