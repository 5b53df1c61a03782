"""Regular expressions that are compiled at first use find what those of `re` find."""

import re

import pytest

from mttq._names.regex import regex


def test_flags_and_methods_are_those_of_re() -> None:
    own, known = (
        regex(" ?thôn (?P<name>[a-z]+)", re.IGNORECASE),
        re.compile(" ?thôn (?P<name>[a-z]+)", re.IGNORECASE),
    )
    text = "thôn Ta, Thôn A"
    assert own.findall(text) == known.findall(text) == ["Ta", "A"]
    assert [found.span() for found in own.finditer(text, 4)] == [(8, 15)]
    assert (own.pattern, own.flags, own.groupindex) == (known.pattern, known.flags, known.groupindex)


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")
