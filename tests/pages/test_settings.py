from datetime import date, time

from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.domain.people import StoreId
from coaching.services import people
from coaching.services.follow_up.lead_files import import_leads
from coaching.services.follow_up.settings import read_settings
from tests.screens import Screen
from tests.world import Cast

LEADS = b"Name,Phone,Source\nWalt Brandt,410-555-0144,Cars.com\n"


def settings(cast: Cast) -> FollowUpSettings:
    return read_settings(cast.services, cast.as_seen_by(cast.abe), cast.store)


def opened(cast: Cast, screen: type[Screen]) -> Screen:
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS)
    return screen(cast.dana).open("settings")


def save(one: Screen) -> None:
    one.app.button(key="save_settings").click().run()


def key(what: str, store: StoreId, rest: str = "") -> str:
    return f"{what}_{store}{rest}"


def test_a_cadence_is_chosen_for_all_leads_and_another_for_one_source(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    dana.app.selectbox(key=key("cadence", cast.store)).set_value("every_other_day").run()
    assert "Each day at most 2 calls to one lead, 3 hours apart, and at most 1 voicemail." in dana.text
    dana.app.selectbox(key=key("cadence", cast.store, "_Cars.com")).set_value("two_to_three_a_day").run()
    save(dana)
    assert settings(cast).cadences == {"": "every_other_day", "Cars.com": "two_to_three_a_day"}
    dana.app.selectbox(key=key("cadence", cast.store, "_Cars.com")).set_value("").run()
    save(dana)
    assert settings(cast).cadences == {"": "every_other_day"}


def test_the_poorest_cadence_is_named_so(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    dana.app.selectbox(key=key("cadence", cast.store)).set_value("once").run()
    assert "Below what trainers ask for" in dana.app.warning[0].value


def test_hours_and_a_closed_day_are_kept_and_the_columns_of_files_too(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS, {"Name": "customer_name", "Phone": "phone"})
    dana.app.toggle(key=key("open", cast.store, "_6")).set_value(True).run()
    dana.app.time_input(key=key("open", cast.store, "_6_from")).set_value(time(11)).run()
    dana.app.date_input(key=key("closed", cast.store, "_more_0")).set_value(date(2026, 12, 25)).run()
    save(dana)
    assert settings(cast).week[6] == (time(11), time(18))
    assert settings(cast).closed_on == {date(2026, 12, 25)}
    assert settings(cast).columns == {"Name": "customer_name", "Phone": "phone"}
    dana.app.multiselect(key=key("closed", cast.store, "_1")).set_value([]).run()
    save(dana)
    assert not settings(cast).closed_on


def test_hours_that_are_turned_round_are_refused_and_change_nothing(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    before = settings(cast)
    dana.app.time_input(key=key("open", cast.store, "_0_from")).set_value(time(23)).run()
    save(dana)
    assert "close after it opens" in dana.app.error[0].value
    assert settings(cast) == before


def test_a_manager_changes_their_own_store_only(cast: Cast, screen: type[Screen]) -> None:
    erin = screen(cast.erin).open("settings")
    erin.app.selectbox(key=key("cadence", cast.other_store)).set_value("once").run()
    save(erin)
    assert settings(cast).cadences == {}


def test_a_limit_holds_apart_from_the_cadence_and_for_one_source(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    dana.app.number_input(key=key("limits_cadence", cast.store, "_calls")).set_value(5).run()
    dana.app.number_input(key=key("limits_cadence", cast.store, "_Cars.com_messages")).set_value(2).run()
    save(dana)
    assert settings(cast).limits == {"": DailyLimits(calls=5), "Cars.com": DailyLimits(messages=2)}
    dana.app.number_input(key=key("limits_cadence", cast.store, "_messages")).set_value(6).run()
    save(dana)
    assert "More voicemails than calls" in dana.app.error[0].value


def test_the_clock_of_the_store_can_be_set(cast: Cast, screen: type[Screen]) -> None:
    dana = opened(cast, screen)
    dana.app.selectbox(key=key("zone", cast.store)).set_value("America/Chicago").run()
    save(dana)
    (store,) = people.stores(cast.services, cast.as_seen_by(cast.dana))
    assert store.time_zone == "America/Chicago"


def test_how_long_a_verdict_can_be_disputed_is_kept(cast: Cast, screen: type[Screen]) -> None:
    alice = screen(cast.alice).open("settings")
    alice.app.number_input(key=f"days_to_dispute_{cast.store}").set_value(7).run()
    alice.app.button(key="save_days_to_dispute").click().run()
    assert screen(cast.dana).open("settings").app.number_input(key=f"days_to_dispute_{cast.store}").value == 7
