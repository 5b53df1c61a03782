"""A fault of a report file is named in the words of the form and of the records, beside its path."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mttq.checking import load_waivers
from mttq.codec import loads
from mttq.errors import LoadError
from mttq.wording import label

WRONG = "x"
FUND = {"fund": "Quỹ Vì người nghèo"}


@pytest.mark.parametrize(
    ("fields", "path", "place", "english"),
    [
        (
            {"population": {"households": WRONG}},
            "$.population.households",
            "Dân số, Số hộ",
            "Population, Households",
        ),
        (
            {
                "appendices": [
                    {"form": "kl62-pl1"},
                    {"form": "kl62-pl2", "criticism": {"sessions": {"commune": "7"}}},
                ]
            },
            "$.appendices[1].criticism.sessions.commune",
            "Phụ lục 2, mục 2, dòng 2, cấp cơ sở",
            "Appendix 2, section 2, line 2, commune level",
        ),
        (
            {"appendices": [{"form": "kl62-pl1", "movements": {"commended": [1, WRONG]}}]},
            "$.appendices[0].movements.commended",
            "Phụ lục 1, mục II, dòng 3",
            "Appendix 1, section II, line 3",
        ),
        (
            {"appendices": [{"form": "kl62-pl1", "tents": 4}]},
            "$.appendices[0].tents",
            "Phụ lục 1",
            "Appendix 1",
        ),
        ({"appendices": [{"form": "kl99"}]}, "$.appendices[0].form", "Phụ lục thứ 1", "Appendices no. 1"),
        ({"appendices": [[7]]}, "$.appendices[0]", "Phụ lục thứ 1", "Appendices no. 1"),
        (
            {"funds": {"ledgers": [FUND, {**FUND, "raised": WRONG}]}},
            "$.funds.ledgers[1].raised",
            "Quỹ, cứu trợ, Sổ quỹ thứ 2, Tổng số tiền vận động được",
            "Funds and relief, Ledger no. 2, Total raised",
        ),
        ({"population": {"housholds": 7}}, "$.population.housholds", "Dân số", "Population"),
        ({"a b": {"c": 7}}, '$["a b"]', "", ""),
    ],
)
def test_a_fault_has_its_place_in_both_languages(
    with_fields: Callable[..., str], fields: dict[str, Any], path: str, place: str, english: str
) -> None:
    with pytest.raises(LoadError) as caught:
        loads(with_fields(**fields))
    (fault,) = caught.value.faults
    assert (fault.path, fault.place, label(fault.place, "en")) == (path, place, english)
    where, in_english = (f"{place} ({path})", f"{english} ({path})") if place else (path, path)
    assert str(caught.value).splitlines()[1].startswith(f"  {where}: ")
    assert caught.value.render(lang="en").splitlines()[1].startswith(f"  {in_english}: ")


def test_a_fault_of_another_file_is_in_no_report(tmp_path: Any) -> None:
    path = tmp_path / "waivers.json"
    path.write_text(json.dumps({"schema_version": 2, "waivers": [], "title": "x"}), "utf-8")
    with pytest.raises(LoadError) as caught:
        load_waivers(path)
    assert [(fault.path, fault.place) for fault in caught.value.faults] == [("$.title", "")]
