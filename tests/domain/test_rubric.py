from coaching.domain.rubric import Profile, Rubric

SHORT = Profile("short", "Short", "", {}, frozenset({"value_offered"}), {})
RUBRIC = Rubric("voicemail", "1", (), {"short": SHORT})


def test_what_a_profile_leaves_out_is_not_counted_and_says_why() -> None:
    why = "The profile “Short” leaves this criterion out, so it is not counted."
    assert RUBRIC.why_not_counted("value_offered", "short") == why


def test_all_else_is_counted_and_so_is_what_an_unknown_profile_judges() -> None:
    assert RUBRIC.why_not_counted("text_invited", "short") == ""
    assert RUBRIC.why_not_counted("value_offered", "gone") == ""
