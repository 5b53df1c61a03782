"""What mttq's rules say in English: (title, message) by code."""

from typing import Final

__all__ = ["WORDING_EN"]

WORDING_EN: Final[dict[str, tuple[str, str]]] = {
    "CAM002": (
        "Figures of the text agree with the appendix",
        "The text has {text}, the appendix {appendix}",
    ),
    "CAM003": (
        "People reached fit the number of conferences",
        "{total} people at {count} conferences are unusual",
    ),
    "CAM004": (
        "Rewards in the text do not exceed the appendix",
        "The text has {text}, the appendix only {appendix}",
    ),
    "CAM005": (
        "Percentages show numerator and denominator",
        "{share} is given without numerator and denominator",
    ),
    "CAM006": (
        "The number of years fits the period beside it",
        "{years} years are stated, but the period is {period}",
    ),
    "CRI001": (
        "Social criticism sessions equal the sum of their forms",
        "{total} sessions are reported, the forms add up to {sum}",
    ),
    "CRI003": (
        "There are no more sessions of social criticism than drafts sent for it",
        "{sessions} sessions are reported on {requested} drafts; please say why",
    ),
    "CRI004": (
        "Each session of social criticism brings at least one opinion",
        "{opinions} opinions are reported from {sessions} sessions",
    ),
    "CRI006": (
        "At least one dialogue with the people is held each year",
        "{held} dialogues are reported in {years} years",
    ),
}
