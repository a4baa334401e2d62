from coaching.accounts import tokens


def test_no_two_are_alike_and_each_fits_into_an_address() -> None:
    made = {tokens.fresh() for _ in range(100)}
    assert len(made) == 100
    assert all(len(token) >= 40 and set(token) <= set("-_") | {c for c in token if c.isalnum()} for token in made)


def test_what_is_kept_does_not_show_the_token() -> None:
    token = tokens.fresh()
    assert len(tokens.digest(token)) == 64
    assert token not in tokens.digest(token)
    assert tokens.digest(token) == tokens.digest(token) != tokens.digest(token + " ")
