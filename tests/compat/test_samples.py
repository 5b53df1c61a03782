"""Files of earlier versions load for ever; those of the current one are written back unchanged."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from mttq._declared.types import AsRead
from mttq.checking import check, load_waivers
from mttq.codec import SCHEMA_VERSION, dump, dumps, load, load_many, loads
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Tiered, Triple

HERE = Path(__file__).parent
SAMPLES = sorted(HERE.glob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_loads(sample: Path) -> None:
    assert load(sample).unit.full_name == "xã Suối Mơ"


@pytest.mark.parametrize("sample", sorted(HERE.glob(f"*_v{SCHEMA_VERSION}.json")), ids=lambda path: path.name)
def test_a_sample_of_the_current_version_is_written_back_byte_for_byte(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / sample.name
    dump(load(sample), again)
    assert again.read_bytes() == sample.read_bytes()


@pytest.mark.parametrize("sample", sorted(HERE.glob("*.jsonl")), ids=lambda path: path.name)
def test_every_sample_of_lines_loads_and_is_read_back(sample: Path) -> None:
    """Here words stand that are left out when a report is written, because they go without saying."""
    with sample.open("rb") as lines:
        reports = list(load_many(lines=lines))

    assert [report.unit.name for report in reports] == ["Suối Mơ"] * len(reports) != []
    assert [loads(dumps(report)) for report in reports] == reports


def test_both_sorts_of_samples_of_version_1_are_kept() -> None:
    assert {"minimal_v1.json", "rich_v1.json"} <= {path.name for path in SAMPLES}


def test_each_kind_of_value_in_the_rich_sample_of_version_1() -> None:
    report = load(HERE / "rich_v1.json")
    first, second = report.appendix(ImplementationAppendix), report.appendix(ParticipationAppendix)
    ledger = report.funds.ledgers[0]
    assert report.as_of == PartialDate(year=2023, month=12)
    assert report.header.date == dt.date(2024, 3, 5)
    assert report.reviewed is not None
    assert report.reviewed.date == dt.date(2009, 12, 8)
    assert report.population.as_of == Period.quarter(2023, 4)
    assert report.population.poor.share == Share(Decimal("51.59"))
    assert str(report.population.near_poor.share) == str(Share(Decimal("0.00")))
    assert report.economy.grain_output == Quantity(
        value=Decimal("7296.66"), unit=AsRead("tonnes"), decimals=2
    )
    assert (ledger.opening, ledger.receipts[0].amount) == (-500_000, 215_910_000)
    assert first is not None
    assert first.movements.commended == Pair(169, 1169)
    assert first.cadres.political_theory.commune.levels == Triple(3, 91, 3)
    assert (first.cadres.political_theory.district.levels, first.cadres.peoples_inspection) == (4, 9)
    assert second is not None
    assert second.supervision.delegations == Tiered(province=7, commune=Pair(12, 30))
    assert second.criticism.sessions == Tiered(commune=0)


@pytest.mark.filterwarnings("ignore:.*--rewrite-waivers:FutureWarning")
def test_waivers_that_hold_figures_as_mttq_0_1_printed_them_still_hold() -> None:
    """It printed 5/5/2016 and ngày 05 tháng 5 năm 2016, and named no usual range."""
    waivers = load_waivers(HERE / "waivers" / "printed_v1.json")
    findings = check(load(HERE / "dated_v1.json"), waivers=waivers)
    assert [(item.code, item.path) for item in findings.waived] == [
        (item.code, item.path) for item in waivers
    ]
    assert not findings["MTQ901"]
