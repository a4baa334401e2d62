from coaching.domain.privacy import PrivacySettings
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.privacy.settings import change_privacy, read_privacy
from coaching.services.reading import list_leads
from coaching.ui.kept_parts import NO_SOUND, NO_WORDS
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast, Clock

NOTE = "Kept for coaching. ![x](http://evil.example/x.png)"


def test_a_manager_says_how_long_what_is_kept_and_what_is_told(cast: Cast, screen: type[Screen]) -> None:
    dana = screen(cast.dana).open("privacy")
    dana.app.number_input(key=f"sound_days_{cast.store}").set_value(30)
    dana.app.text_area(key=f"consent_{cast.store}").set_value("Kept for coaching.")
    dana.app.button(key="save_privacy").click().run()
    assert not dana.app.error
    assert read_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store) == PrivacySettings(
        30, None, None, "Kept for coaching."
    )


def test_who_uploads_reads_the_note_of_their_store_as_text(cast: Cast, screen: type[Screen]) -> None:
    assert not screen(cast.bob).open("upload").app.info
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(consent_note=NOTE))
    told = screen(cast.bob).open("upload").app.info[0].value
    assert "Kept for coaching" in told
    assert "![" not in told


def test_a_customer_is_erased_after_one_has_seen_what_goes_and_is_sure(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("hello Denise", lead=cast.denise)
    dana = screen(cast.dana).open("privacy")
    choice = dana.app.selectbox(key="erase_customer")
    choice.set_value(next(one for one in list_leads(cast.services, cast.as_seen_by(cast.dana)))).run()
    assert "1 voicemail" in dana.text
    assert dana.app.button(key="erase_customer_go").disabled
    assert len(list_leads(cast.services, cast.as_seen_by(cast.dana))) == 1
    dana.app.text_input(key=f"erase_customer_{cast.denise}_sure").set_value("erase").run()
    dana.app.button(key="erase_customer_go").click().run()
    assert not dana.app.exception
    assert "Erased, with 1 voicemail" in dana.app.success[0].value
    assert list_leads(cast.services, cast.as_seen_by(cast.dana)) == []


def test_what_would_go_is_looked_for_once_for_each_choice(cast: Cast, screen: type[Screen]) -> None:
    cast.leaves("hello Denise", lead=cast.denise)
    (denise,) = list_leads(cast.services, cast.as_seen_by(cast.dana))
    dana = screen(cast.dana).open("privacy")
    choice = dana.app.selectbox(key="erase_customer")
    choice.set_value(denise).run()
    cast.leaves("hello again", lead=cast.denise)
    dana.app.text_input(key=f"erase_customer_{cast.denise}_sure").set_value("eras").run()
    assert "with 1 voicemail, forever" in dana.text
    choice.set_value(None).run()
    choice.set_value(denise).run()
    assert "with 2 voicemails, forever" in dana.text


def test_a_scorecard_stays_when_its_sound_and_words_are_gone(
    cast: Cast, screen: type[Screen], worker: WorkerAtHand, clock: Clock
) -> None:
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(sound_days=1, words_days=1))
    voicemail = cast.leaves(f"Hello Denise my direct line is {BOBS_LINE}", attempt=1)
    worker.works()
    clock.wait(2 * 86_400)
    keep_the_rules(cast.services)
    bob = screen(cast.bob).open("scorecard", voicemail=str(voicemail))
    assert not bob.app.exception
    assert bob.told("summary")["shown"] == "100"
    assert [info.value for info in bob.app.info][:2] == [NO_SOUND, NO_WORDS]
    assert BOBS_LINE not in str(bob.told("findings"))
