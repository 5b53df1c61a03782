"""What can go wrong with a check itself, each said once."""

import datetime as dt

from mttq.checking import Waiver
from mttq.rules import Breach, Rule, Run, mtq

WAIVER = Waiver(code="CRI001", reason="đã rõ", path="title", expires=dt.date(2024, 12, 31))


def test_a_waiver_that_has_expired() -> None:
    endless = Waiver(code="CRI001", reason="đã rõ")
    assert list(mtq.waivers_have_not_expired(Run(expired=(WAIVER, endless)))) == [
        Breach(path="title", about="CRI001", args={"code": "CRI001", "expires": dt.date(2024, 12, 31)})
    ]


def test_a_waiver_that_covers_nothing() -> None:
    run = Run(stale=(WAIVER, Waiver(code="CRI002", reason="đã hỏi", fingerprint="0123")))
    assert list(mtq.waivers_cover_a_breach(run)) == [
        Breach(path="title", about="CRI001", args={"code": "CRI001", "reason": "đã rõ"}),
        Breach(path="CRI002", about="CRI002 0123", args={"code": "CRI002", "reason": "đã hỏi"}),
    ]


def test_a_rule_that_broke_down() -> None:
    run = Run(crashed={"CRI001": "KeyError: 'x'"})
    assert list(mtq.rules_judge_to_the_end(run)) == [
        Breach(path="CRI001", args={"code": "CRI001", "error": "KeyError: 'x'"})
    ]


def test_a_check_without_fault() -> None:
    rules: list[Rule] = [
        mtq.waivers_have_not_expired,
        mtq.waivers_cover_a_breach,
        mtq.rules_judge_to_the_end,
    ]
    assert [list(rule(Run())) for rule in rules] == [[], [], []]
