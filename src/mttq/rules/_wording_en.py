"""What mttq's rules say in English: (title, message) by code."""

from typing import Final

__all__ = ["WORDING_EN"]

WORDING_EN: Final[dict[str, tuple[str, str]]] = {
    "APP001": (
        "A line that asks for two figures holds two",
        "The line asks for {parts}, only {value} is given",
    ),
    "APP002": (
        "A total is given where its parts are",
        "The total is blank; the lines given add up to {sum}",
    ),
    "APP003": (
        "A total equals the sum of its lines",
        "The total is {total}, the lines add up to {sum}",
    ),
    "APP004": (
        "Lines and columns of the levels above are left blank",
        "{value} stands in a line of a level above; please see whether it is of the unit's own level",
    ),
    "APP005": (
        "The numbers of sections in an appendix rise",
        "Section {number} follows section {previous}",
    ),
    "APP006": (
        "Blanks are told from zeros",
        "{blanks} cells are blank while others say 0; please tell none from not filled in",
    ),
    "APP007": (
        "Zero is spelled in one way",
        "Zero is spelled in several ways: {spellings}",
    ),
    "APP008": (
        "No more units are counted than there are",
        "The line counts units, there are {most} here and {value} is given; please say what it counts",
    ),
    "APP009": (
        "The categories of a line are told apart",
        "The line has {parts}, only one figure {value} is given; please tell them apart",
    ),
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
    "CRI002": (
        "What the narrative says was not held counts 0 in the appendix",
        "The narrative says none was held ({text}), the appendix has {appendix}",
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
    "MEM002": (
        "Who was admitted to the Party was nominated",
        "{admitted} were admitted, {nominated} nominated; perhaps of different periods",
    ),
    "MEM004": (
        "Union and association members are no slip of a digit",
        "{first} and {second} differ by one digit only; perhaps a slip of the key",
    ),
    "MEM007": (
        "New members are reported",
        "{members} members are reported, but no new ones",
    ),
    "ORG001": (
        "Committee members equal the sum of their groups",
        "{total} members are reported, the groups add up to {sum}",
    ),
    "ORG002": (
        "Brackets list no more than their item",
        "The item has {members} members, but {listed} are listed",
    ),
    "ORG003": (
        "The size of the Committee is in the norm",
        "{members} members are outside {least} to {greatest}",
    ),
    "ORG005": (
        "There are as many heads of working boards as villages",
        "There are {heads} heads of working boards and {villages} villages",
    ),
    "ORG007": (
        "All full-time cadres are classified by qualification",
        "{classified} of {total} full-time cadres are classified",
    ),
    "ORG009": (
        "Trained cadres are among all cadres",
        "{trained} of {cadres} cadres were trained; perhaps these are attendances",
    ),
    "ORG011": (
        "Each village has a head of each branch",
        "There are {heads} heads of branches; {villages} villages have {organisations} organisations each",
    ),
    "UNI002": (
        "The unit is as old as the period under review",
        "{unit} was founded on {founded}, after the period began on {start}; whose are the figures before",
    ),
    "UNI005": (
        "The number of villages is the same throughout",
        "The number of villages differs: {text} and {appendix}",
    ),
    "UNI006": (
        "The merged units are the former units",
        "The text names {text} former units, the appendix counts {appendix}",
    ),
    "UNI007": (
        "Poor and near-poor households are among all households",
        "Poor and near-poor households are {classes}, all households only {households}",
    ),
    "UNI008": (
        "A percentage fits its numerator and denominator",
        "{part}/{whole} is {exact}%, the report has {share}",
    ),
    "UNI009": (
        "The number of people fits the households",
        "{total} people in {count} households are unusual",
    ),
    "UNI010": (
        "Party members fit the people and the Party cells",
        "{members} Party members do not fit {other}",
    ),
}
