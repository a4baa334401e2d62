"""The demo store has a library, once its recordings have been judged."""

from coaching.domain.people import MACHINE
from coaching.services.coaching.library import browse, take_out
from coaching.services.demo.library import choose_from
from coaching.services.parts import Services
from tests.services.demo.test_conversation import talked

__all__ = ["talked"]


def test_its_library_has_several_criteria_and_kinds_and_one_that_is_anonymous(talked: Services) -> None:
    found = browse(talked, MACHINE)
    assert len(found) == 5
    assert {one.chosen.criterion_id for one in found} == {"value_offered", "direct_line_given", "text_invited"}
    assert len({one.chosen.kind for one in found}) == 4
    assert [one.rep_name for one in found if one.chosen.anonymous] == [""]
    assert all(one.text for one in found)
    gone = found[0]
    take_out(talked, MACHINE, gone.id)
    choose_from(talked, gone.voicemail_id)
    assert len(browse(talked, MACHINE)) == 4, "what was taken out has come back"
