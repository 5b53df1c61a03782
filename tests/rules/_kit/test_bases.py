"""How a legal text is cited, in both languages."""

import datetime as dt

import pytest

from mttq.errors import ConstraintError
from mttq.rules import PRACTICE, Basis, Provision

LAW = Provision(text="Luật", symbol="75/2015/QH13")


@pytest.mark.parametrize(
    ("parts", "vietnamese", "english"),
    [
        ({}, "Nghị định số 59/2023/NĐ-CP", "Decree 59/2023/NĐ-CP"),
        ({"article": "13"}, "Điều 13 Nghị định số 59/2023/NĐ-CP", "Decree 59/2023/NĐ-CP, Article 13"),
        (
            {"article": "13", "clause": "2", "point": "đ"},
            "điểm đ khoản 2 Điều 13 Nghị định số 59/2023/NĐ-CP",
            "Decree 59/2023/NĐ-CP, Article 13(2)(đ)",
        ),
        (
            {"article": "12a", "point": "b"},
            "điểm b Điều 12a Nghị định số 59/2023/NĐ-CP",
            "Decree 59/2023/NĐ-CP, Article 12a(b)",
        ),
        ({"annex": "I"}, "Phụ lục I Nghị định số 59/2023/NĐ-CP", "Decree 59/2023/NĐ-CP, Annex I"),
        (
            {"also": (LAW,)},
            "Nghị định số 59/2023/NĐ-CP và Luật số 75/2015/QH13",
            "Decree 59/2023/NĐ-CP and Law 75/2015/QH13",
        ),
        (
            {"article": "1", "also": (Provision(text="Nghị định", symbol="59/2023/NĐ-CP", article="5"), LAW)},
            "Điều 1 và Điều 5 Nghị định số 59/2023/NĐ-CP và Luật số 75/2015/QH13",
            "Decree 59/2023/NĐ-CP, Article 1 and Article 5, and Law 75/2015/QH13",
        ),
        (
            {"article": "1", "amended_by": (LAW,)},
            "Điều 1 Nghị định số 59/2023/NĐ-CP (sửa đổi, bổ sung theo Luật số 75/2015/QH13)",
            "Decree 59/2023/NĐ-CP, Article 1 (amended by Law 75/2015/QH13)",
        ),
    ],
)
def test_a_text_is_cited(parts: dict[str, object], vietnamese: str, english: str) -> None:
    basis = Basis(text="Nghị định", symbol="59/2023/NĐ-CP", **parts)  # type: ignore[arg-type]
    assert [str(basis), basis.render(), basis.render(lang="en")] == [vietnamese, vietnamese, english]


def test_a_basis_other_than_law_is_named() -> None:
    assert [str(PRACTICE), PRACTICE.render(lang="en")] == ["Thông lệ", "Practice"]


@pytest.mark.parametrize(
    "parts",
    [
        {"article": "Điều 36"},
        {"article": "36(1)"},
        {"article": "36", "clause": "khoản 1"},
        {"article": "36", "clause": "1", "point": "B"},
        {"clause": "1"},
        {"point": "b"},
    ],
)
def test_a_part_is_its_number_or_letter_alone(parts: dict[str, str]) -> None:
    with pytest.raises(ConstraintError, match=r"^Provision: ghi |số của điều$"):
        Provision(text="Luật", symbol="75/2015/QH13", **parts)


def test_days_decide_whether_a_basis_holds() -> None:
    basis = Basis(text="Luật", valid_from=dt.date(2016, 1, 1), valid_until=dt.date(2025, 6, 30))
    days = (dt.date(2015, 12, 31), dt.date(2016, 1, 1), dt.date(2025, 6, 30), dt.date(2025, 7, 1), None)
    assert [basis.holds_on(day) for day in days] == [False, True, True, False, False]
