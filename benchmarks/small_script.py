"""What one writes without mttq: some models of pydantic, a few sums, a table of what does not add up."""

import sys
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from tabulate import tabulate


class Model(BaseModel):
    """Strict, frozen, with other keys than are named."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow")


class Poor(Model):
    """Poor households."""

    households: int | None = None
    persons: int | None = None


class Population(Model):
    """People and households."""

    households: int | None = None
    persons: int | None = None
    poor: Poor | None = None
    near_poor: Poor | None = None


class Ledger(Model):
    """A fund over a period."""

    fund: str
    opening: object = None
    raised: object = None
    spent: object = None
    closing: object = None


class Funds(Model):
    """The funds."""

    ledgers: list[Ledger] = []


class Report(Model):
    """What of a report is looked at."""

    schema_version: int
    title: str
    population: Population = Population()
    funds: Funds = Funds()


def main() -> None:
    report = Report.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = []
    for place, ledger in enumerate(report.funds.ledgers):
        figures = (ledger.opening, ledger.raised, ledger.spent, ledger.closing)
        if all(isinstance(figure, int) for figure in figures):
            opening, raised, spent, closing = figures
            if opening + raised - spent != closing:  # type: ignore[operator]
                found.append((f"funds.ledgers.{place}", "balance"))
    people = report.population
    if people.poor and people.households and (people.poor.households or 0) > people.households:
        found.append(("population.poor", "more than all"))
    print(tabulate(found, ("place", "what"), disable_numparse=True))


if __name__ == "__main__":
    main()
