"""What mttq's rules say in English: (title, message) by code."""

from typing import Final

__all__ = ["RULES_EN"]

RULES_EN: Final[dict[str, tuple[str, str]]] = {
    "AGG001": (
        "A parent has what its children have",
        "{total} is reported, the units add up to {sum}",
    ),
    "AGG002": (
        "A parent has at least what its children have",
        "{total} is reported, the {reports} units that reported alone have {sum}",
    ),
    "AGG003": (
        "Percentages are computed anew",
        "{share} is reported; from the units {part}/{whole} is {exact}%",
    ),
    "AGG004": (
        "Joint activities are counted once",
        "This activity is in the report of {other} too; perhaps it is counted twice",
    ),
    "AGG005": (
        "A successor has what its predecessors had",
        "{total} is reported, the former units add up to {sum}",
    ),
    "AGG006": (
        "All units report",
        "{missing} of {expected} reports are missing: {units}",
    ),
    "AGG007": (
        "Percentages of sums are rounded, not cut",
        "From the units {part}/{whole}, rounded, is {rounded}; the report has {share} (digits were cut)",
    ),
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
        "{value} stands in a line or column of a level above; please see whether it is of the "
        "unit's own level",
    ),
    "APP006": (
        "Blanks are told from zeros",
        "{blanks} cells are blank while others say 0; please tell “none” from “not filled in”",
    ),
    "APP007": (
        "Zero is spelled in one way",
        "Zero is spelled in several ways: {spellings}",
    ),
    "APP008": (
        "No more units are counted than there are",
        "The line counts units, of which there are {most} here, but {value} is given; please say "
        "what it counts",
    ),
    "APP009": (
        "The categories of a line are told apart",
        "The line has {parts}, only one figure {value} is given; please tell them apart",
    ),
    "APP011": (
        "The appendices that a report names are there",
        "The report names the period of {form}, but {form} is missing",
    ),
    "APP012": (
        "What is told one by one is counted in the appendix",
        "The appendix has {reported}, the records add up to {recorded}",
    ),
    "CAM001": (
        "Campaigns are called by the names then in use",
        "“{name}” should read “{right}”",
    ),
    "CAM002": (
        "Figures of the text agree with the appendix",
        "The text has {text}, the appendix {appendix}",
    ),
    "CAM003": (
        "People reached fit the number of conferences",
        "{total} at {count} are unusual",
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
    "CAM007": (
        "Hedged figures of the text are near",
        "The text has {text}, the appendix {appendix}; “more than 2,7” usually is from 2,7 to below 2,8",
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
    "CRI010": (
        "Every recorded session and dialogue is counted in the appendix",
        "The appendix has {reported}, the records count {recorded}",
    ),
    "CRI011": (
        "The sessions and dialogues in the appendix are all recorded",
        "The appendix has {reported}, the records count only {recorded}; please add records that are missing",
    ),
    "CRI012": (
        "Drafts reach the Front early enough before they are submitted",
        "The draft was received on {earlier}, submitted on {later}; at least {days} days are to lie between",
    ),
    "CRI013": (
        "The government of a commune meets the people every year",
        "The records of {year} hold {held} dialogues of the head of the government with the people",
    ),
    "DOC001": (
        "Symbols of documents are well formed",
        "The symbol in “{raw}” should read {symbol}",
    ),
    "DOC002": (
        "One document has one date",
        "{symbol} is given two dates: {first} and {second}",
    ),
    "DOC003": (
        "Documents have the date of the register",
        "{symbol} is dated {cited}; by the register {issuer} issued it on {listed}",
    ),
    "DOC004": (
        "The documents cited come before the report",
        "Document {document} was issued after the report of {signed}",
    ),
    "DOC006": (
        "The documents cited can be found",
        "Please add the symbol or the date of “{document}”",
    ),
    "DOC007": (
        "One document has one title",
        "{document} is given two titles: “{first}” and “{second}”",
    ),
    "DOC008": (
        "The head of the report is complete",
        "The head of the report lacks: {parts}",
    ),
    "DOC009": (
        "The body that signs is the one reported on",
        "The report is about {subject} and signed for {body}",
    ),
    "DOC010": (
        "A resolution on communes is that of the own province",
        "{symbol} is the resolution on {province}; that on {own} is {right}",
    ),
    "FND001": (
        "A yearly sum fits the sum of several years",
        "Each year it is {yearly}, while {total} in {years} years are {mean} đồng a year; perhaps "
        "the unit of money is wrong",
    ),
    "FND002": (
        "What is left is what there was, plus receipts, minus spending",
        "Opening plus receipts minus spending are {balance}, {closing} is reported",
    ),
    "FND004": (
        "Totals of a fund are the sums of its items",
        "The total is {total}, the items add up to {sum}",
    ),
    "FND005": (
        "A gift has a usual value",
        "{total} for {count} are unusual",
    ),
    "FND006": (
        "Fund figures cover the years under review",
        "The fund is given for {years} years, the report reviews {review}",
    ),
    "FND007": (
        "Hedged sums agree with exact ones",
        "{text} does not agree with {appendix}",
    ),
    "FND008": (
        "The sum for houses is their number times the support",
        "{count} houses with {each} each are {product}; {amount} is reported",
    ),
    "FND009": (
        "What was handed down is what was received",
        "{sent} were handed down, {received} are reported as received",
    ),
    "FND010": (
        "Balances and sums of money are money",
        "{amount} is no sum of money",
    ),
    "FND011": (
        "Hedged amounts of a fund agree as they are written",
        "{stated} is reported; if “more than 2,7” is 2,7 to 2,8, the other figures make it {side} {bound}",
    ),
    "FND012": (
        "Goods in kind are no part of a sum of money",
        "The total is {total}, the sums of money add up to {sum}; what {goods} are worth is not said",
    ),
    "MEM002": (
        "Who was admitted to the Party was nominated",
        "{admitted} were admitted, {nominated} nominated; perhaps of different periods",
    ),
    "MEM004": (
        "Union and association members are no slip of a digit",
        "{first} and {second} differ by one digit only; perhaps a slip of the key",
    ),
    "MEM005": (
        "Members at the end are those at the beginning plus admitted minus left",
        "{opening} at the beginning, {admitted} admitted and {left} left make {expected}; {closing} "
        "are reported",
    ),
    "MEM006": (
        "Members are the sum of the organisations",
        "The total is {total}, the organisations add up to {sum}",
    ),
    "MEM007": (
        "New members are reported",
        "{members} members are reported, but no new ones",
    ),
    "MTQ900": (
        "Waivers have not expired",
        "The waiver of {code} ended on {expires}; please look again",
    ),
    "MTQ901": (
        "Waivers cover a breach",
        "The waiver of {code} (“{reason}”) covers no finding any more; please remove it",
    ),
    "MTQ999": (
        "Rules judge to the end",
        "Rule {code} broke down, the rest was not judged: {error}",
    ),
    "ORG001": (
        "Committee members equal the sum of their groups",
        "{total} members are reported, the groups add up to {sum}",
    ),
    "ORG002": (
        "Brackets list no more than their item",
        "The item says {members}, but its brackets list {listed}",
    ),
    "ORG003": (
        "The size of the Committee is in the norm",
        "{members} members are outside {least} to {greatest}",
    ),
    "ORG005": (
        "There are no more heads of working boards than villages",
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
    "ORG010": (
        "The boards of the people have the members that the law asks for",
        "{people} {board} are reported; {basis} asks for {norm}",
    ),
    "ORG011": (
        "Each village has a head of each branch",
        "There are {heads} heads of branches; {villages} villages have {organisations} organisations each",
    ),
    "PER001": (
        "The years reviewed are those of the figures",
        "{stated} years are stated, the figures cover {reviewed} years",
    ),
    "PER002": (
        "The appendices cover one period",
        "Periods differ: {first} {first_period}, {second} {second_period}",
    ),
    "PER003": (
        "A term of office has its years",
        "The {term} has {length} years, the norm is {years}",
    ),
    "PER004": (
        "Figures name their period",
        "It is not clear over which time this was counted",
    ),
    "PER005": (
        "Yearly and cumulative figures are not added",
        "{total} is {yearly} of each year plus {several} of several years",
    ),
    "PER006": (
        "The Committee is in office",
        "The {term} of the Committee ended in {ended}, the figures are of {day}",
    ),
    "SUP001": (
        "No more is resolved or accepted than was raised",
        "{made} were raised, {met} resolved or accepted",
    ),
    "SUP002": (
        "Supervisions come with the number of units supervised",
        "{held} supervisions are reported without the number of units supervised",
    ),
    "SUP004": (
        "The supervisions of a year are usual",
        "{total} in {count} years are unusual",
    ),
    "SUP005": (
        "Figures begin with the decision",
        "Figures begin with {start}, before the decision of {decided}",
    ),
    "SUP010": (
        "Every recorded supervision is counted in the appendix",
        "The appendix has {reported}, the records count {recorded}",
    ),
    "SUP011": (
        "The supervisions in the appendix are all recorded",
        "The appendix has {reported}, the records count only {recorded}; please add records that are missing",
    ),
    "SUP012": (
        "Supervisions, sessions and dialogues lie in the period of the report",
        "{date} lies outside the period of the report ({period})",
    ),
    "SUP013": (
        "Plans of supervision are sent early enough",
        "The plan was sent on {earlier}, the delegation worked on {later}; at least {days} days are "
        "to lie between",
    ),
    "SUP014": (
        "Units that are supervised report early enough",
        "The report came on {earlier}, the delegation worked on {later}; at least {days} days are "
        "to lie between",
    ),
    "SUP015": (
        "Delegations report their results in time",
        "The supervision ended on {earlier}, its result was reported on {later}; at most {days} "
        "days may lie between",
    ),
    "TRD001": (
        "Cumulative figures do not fall",
        "The cumulative figure falls from {old} to {new}",
    ),
    "TRD002": (
        "Figures change as those of others do",
        "{old} before, {new} now: {times} times the common change",
    ),
    "TRD004": (
        "Figures are not yearly estimates times the years",
        "{odd} of {counts} figures in the appendices are multiples of {years}; please name their source",
    ),
    "TRD005": (
        "Figures are counted, not rounded",
        "{odd} of {counts} figures in the appendices end in 0 or 5; please name their source",
    ),
    "TRD006": (
        "Figures are not off by thousands",
        "{old} before, {new} now; perhaps the unit of measure is off by {scale}",
    ),
    "TXT001": (
        "Numbers of the text are written in the Vietnamese way",
        "“{number}” can be read in two ways; please use dots for thousands, a comma for decimals",
    ),
    "TXT002": (
        "The numbers of headings have no gap",
        "Heading {number} follows heading {previous}",
    ),
    "TXT003": (
        "Common words have the right marks",
        "“{found}” should read “{right}”",
    ),
    "TXT004": (
        "Paragraphs are not broken off",
        "The paragraph is broken between “{before}” and “{after}”",
    ),
    "TXT006": (
        "The text is in composed Unicode",
        "Lines in {encoding}: {lines}; please convert them to composed Unicode",
    ),
    "TXT007": (
        "The report holds no personal data",
        "It holds personal data, a number of one person: {kind} ({masked}); please remove it before sending",
    ),
    "UNI001": (
        "The unit is in the catalogue",
        "{unit} is not in the catalogue of {day}",
    ),
    "UNI002": (
        "The unit is as old as the period under review",
        "{unit} was founded on {founded}, after the period began on {start}; it is not clear whose "
        "the earlier figures are",
    ),
    "UNI003": (
        "Such a unit exists at the time of the report",
        "On {day} there are no units such as {unit}",
    ),
    "UNI004": (
        "The code means the unit at the time of the report",
        "On {day} code {code} means {known}, the report has {unit}",
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
        "{classes} {names} are reported, but only {households} households in all",
    ),
    "UNI008": (
        "A percentage fits its numerator and denominator",
        "{part}/{whole} is {exact}%, the report has {share}",
    ),
    "UNI009": (
        "The number of people fits the households",
        "{total} in {count} are unusual",
    ),
    "UNI010": (
        "Party members fit the people and the Party cells",
        "{members} Party members do not fit {other}",
    ),
    "UNI011": (
        "Percentages are rounded, not cut",
        "{part}/{whole}, rounded, is {rounded}; the report has {share} (digits were cut)",
    ),
    "XRP001": (
        "What changed since the former version is told",
        "The former version has {old}, this one {new}",
    ),
    "XRP002": (
        "Two sources of one figure agree",
        "{issuer} has {other}, this report {figure}",
    ),
    "XRP003": (
        "Reports of two units are not the same",
        "{equal} of {figures} figures are those of {other}; perhaps they were copied",
    ),
    "XRP004": (
        "The text is about its own unit",
        "The text names {units}; perhaps it was copied",
    ),
    "XRP005": (
        "Figures quoted from another body agree",
        "According to {source} it is {text}, this report has {appendix}",
    ),
}
