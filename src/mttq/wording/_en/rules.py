"""What mttq's rules say in English: (title, message) by code."""

from typing import Final

__all__ = ["RULES"]

RULES: Final[dict[str, tuple[str, str]]] = {
    "AGG001": (
        "A parent unit's figure must equal the sum of its units",
        "The report of the unit above gives {total}; the units add up to {sum}",
    ),
    "AGG002": (
        "A parent unit's figure should be at least the sum of the units that reported",
        "The report gives {total}; reports already received: {reports}, which add up to {sum}",
    ),
    "AGG003": (
        "A combined percentage must be recomputed from numerator and denominator",
        "The report gives {share}; computed from the units, {part}/{whole} is {exact}%",
    ),
    "AGG004": (
        "A joint activity should be counted once",
        "This activity is also in the report of {other}; check that it is not counted twice",
    ),
    "AGG005": (
        "A merged unit's figure should equal the sum of its former units",
        "The report gives {total}; the former units add up to {sum}",
    ),
    "AGG006": (
        "Every unit must have reported",
        "Reports missing: {missing} of {expected} ({units})",
    ),
    "AGG007": (
        "A combined percentage should be rounded, not truncated",
        (
            "The report gives {share}; computed from the units, {part}/{whole} rounds to {rounded}; "
            "digits were dropped"
        ),
    ),
    "AGG008": (
        "The members of a parent unit should be those of its children together",
        "The report of the unit above has {total}; the reports of the units come to {sum}",
    ),
    "AGG009": (
        "A parent unit should have no fewer houses than its children together",
        "The report has {total}; the units that reported come to {sum}",
    ),
    "AGG010": (
        "Funds and gifts of a parent unit below those of its children together should say whose they are",
        "Less than the units that reported come to: {figures}; say whose figures they are",
    ),
    "AGG011": (
        "Households and people of a new unit should be more than one former unit's",
        "The report gives {total}, just the figure of {former}; the unit was formed of {count}",
    ),
    "AGG012": (
        "The people of a parent unit should all be in the reports of its children",
        "The report gives {total}; the {reports} reports at hand add up to {sum}; one may be missing",
    ),
    "AGG013": (
        "Units of one parent should all report",
        "The catalogue has {expected} units of {parent}; reports are missing of {units}",
    ),
    "APP001": (
        "A line that asks for two figures should have both",
        "The line asks for {parts}; only {value} is given",
    ),
    "APP002": (
        "A total should be given where its parts are",
        "The total is blank; the lines filled in add up to {sum}",
    ),
    "APP003": (
        "A total must equal the sum of its lines",
        "The total is {stated}; the lines add up to {other}",
    ),
    "APP004": (
        "Lines and columns of higher levels must be blank",
        (
            "{value} is in a line or column of a higher level; if it is the unit's own figure, move it "
            "to its own line or column"
        ),
    ),
    "APP006": (
        "A blank should not stand for zero",
        (
            "Blank cells: {blanks}, while other cells have 0; enter 0 for none, or the figure if it "
            "was not filled in"
        ),
    ),
    "APP007": (
        "Zero should be written one way throughout",
        "Zero is written in several ways: {spellings}",
    ),
    "APP008": (
        "No more units should be counted than exist",
        "This line counts units; units that exist here: {most}; given: {value}; check what was counted",
    ),
    "APP009": (
        "Figures for several categories should be given separately",
        "The line covers {parts} but gives one figure, {value}; give one for each category",
    ),
    "APP011": (
        "Every appendix that the report mentions must be attached",
        "The report gives a period for {form}, but {form} is missing",
    ),
    "APP012": (
        "Activities listed one by one should all be counted in the appendix",
        "The appendix gives {reported}; the records add up to {recorded}",
    ),
    "APP013": (
        "A part must not be more than the whole",
        "The report has {stated}; the figure it is held to is {other}",
    ),
    "APP014": (
        "A figure given in two places should be the same in both",
        "Here it is {stated}; elsewhere it is {other}",
    ),
    "APP015": (
        "A figure should fit what it is counted for",
        "{stated} for {other}, {mean} on average; the usual range is {low} to {high}",
    ),
    "APP016": (
        "A figure should be given where the one that belongs to it is given",
        "This is blank, while the figure that belongs to it is {other}",
    ),
    "APP017": (
        "A line or column should be blank outside its time",
        "{value} stands in a line or column that is not in use at the time of the figures",
    ),
    "APP018": (
        "The days of one activity should be in order",
        "{stated} and {other} are not in order",
    ),
    "APP019": (
        "A figure should be within its usual range",
        "The report has {stated}; the usual range is {low} to {high}",
    ),
    "APP020": (
        "A thing should be entered once",
        "This is entered again; it is entry {first} already",
    ),
    "APP021": (
        "Approximate figures should agree as usually written",
        (
            "The report gives {stated}; as usually written (“more than 2,7” is 2,7 or more but below "
            "2,8), the other figures give {side} {bound}"
        ),
    ),
    "APP022": (
        "A figure that others tell should be given",
        "This is blank; the other figures give {other}",
    ),
    "CAM001": (
        "A campaign should have the name in use at the time",
        "“{name}” should read “{right}”",
    ),
    "CAM002": (
        "Figures in the narrative should agree with the appendix",
        "The narrative gives {text}; {where}: {appendix}",
    ),
    "CAM003": (
        "Attendance should fit the number of conferences",
        "{stated} at {other}: the average, {mean}, is outside the usual range ({low} to {high})",
    ),
    "CAM004": (
        "Commendations in the narrative must not exceed the appendix",
        "The narrative gives {text}; the appendix gives only {appendix}",
    ),
    "CAM005": (
        "A percentage should come with its numerator and denominator",
        "{share} has no numerator and denominator; add them so that it can be checked",
    ),
    "CAM006": (
        "A number of years must match the period given with it",
        "Years stated: {years}; the period given with them is {period}",
    ),
    "CAM007": (
        "Approximate figures in the narrative should be close to the appendix",
        (
            "The narrative gives {text}; {where}: {appendix}; “more than 2,7” usually means "
            "2,7 or more but below 2,8"
        ),
    ),
    "CRI001": (
        "Social criticism sessions must equal the sum of their forms",
        "Sessions reported: {stated}; the forms add up to {other}",
    ),
    "CRI002": (
        "What the narrative says was not held must be 0 in the appendix",
        "The narrative says none was held ({text}); the appendix gives {appendix}",
    ),
    "CRI003": (
        "Social criticism sessions do not usually outnumber the drafts submitted for it",
        "Sessions: {stated}; drafts submitted: {other}; state the reason",
    ),
    "CRI004": (
        "Each social criticism session should yield at least one opinion",
        "Opinions reported: {stated}; social criticism sessions: {other}",
    ),
    "CRI006": (
        "There should be at least one dialogue with the people each year",
        "Dialogues reported: {held}; years covered: {years}",
    ),
    "CRI010": (
        "Every session and dialogue on record must be counted in the appendix",
        "The appendix gives {reported}; the records show {recorded}",
    ),
    "CRI011": (
        "Every session and dialogue in the appendix should be on record",
        (
            "The appendix gives {reported}; the records show only {recorded}; add the missing records "
            "or correct the appendix"
        ),
    ),
    "CRI012": (
        "Drafts should reach the Front in time before they are submitted",
        (
            "The draft was received on {stated} and submitted on {event}; {days} days before that is "
            "{other} at the latest"
        ),
    ),
    "CRI013": (
        "The head of a commune's government should hold a dialogue with the people each year",
        "Dialogues of the head of the government with the people on record for {year}: {held}",
    ),
    "CRI014": (
        "Social criticism should be of drafts of bodies of the same level",
        "Draft of {issuer}; the Front criticised it at the level “{level}”",
    ),
    "DOC001": (
        "Document symbols should be well formed",
        "The symbol in “{raw}” should read {symbol}",
    ),
    "DOC002": (
        "A document must be cited with one date",
        "{symbol} is cited with two dates, {first} and {second}; check the original document",
    ),
    "DOC003": (
        "Document dates should match the register",
        "{symbol} is cited with the date {cited}; according to the register, {issuer} issued it on {listed}",
    ),
    "DOC004": (
        "Documents cited must be issued before the report",
        "Document {document} was issued after the date of the report ({signed})",
    ),
    "DOC006": (
        "A citation should identify its document",
        "Add the symbol or the date of “{document}”",
    ),
    "DOC007": (
        "A document should be cited with one title",
        "{document} is cited with two titles: “{first}” and “{second}”",
    ),
    "DOC008": (
        "The header of the report should be complete",
        "The header lacks: {parts}",
    ),
    "DOC009": (
        "The signing body should be the body reported on",
        "The report is about {subject} but is signed on behalf of {body}; check the signing authority",
    ),
    "DOC010": (
        "The resolution on communes should be that of the unit's own province",
        "{symbol} is the resolution on {province}; that on {own} is {right}",
    ),
    "DOC011": (
        "The report should not be dated before its figures",
        "The report is dated {signed}, before the time of its figures ({as_of})",
    ),
    "DOC012": (
        "Head and signature should name the reporting unit",
        "The report is about {unit}, but this names {named}; check it",
    ),
    "DOC013": (
        "Number and day of a document should be those of the words that cite it",
        "“{raw}” gives the {what} {written}; here it is {told}",
    ),
    "DOC014": (
        "The symbol of a report should name its kind of document",
        "The symbol is {symbol}; that of a report has the letters BC",
    ),
    "DOC015": (
        "Year and issuer of a document should be those of its symbol",
        "The symbol {symbol} is one of {meant}; here it says {told}",
    ),
    "FND001": (
        "A yearly amount should fit the total over several years",
        (
            "The report gives {yearly} a year; {total} over {years} years is {mean} đồng a year on "
            "average; check the unit of money"
        ),
    ),
    "FND002": (
        "The closing balance must equal the opening balance plus receipts minus spending",
        "Opening balance plus receipts minus spending is {balance}; the report gives {closing}",
    ),
    "FND004": (
        "Total receipts and spending must equal the sum of their items",
        "The total is {total}; the items add up to {sum}",
    ),
    "FND005": (
        "The value of a gift should be in the usual range",
        (
            "{stated} for {other}: the value of each, {mean}, is outside the usual range ({low} to "
            "{high} đồng); check the unit of money and the number"
        ),
    ),
    "FND006": (
        "Fund figures should cover the whole reporting period",
        "Years covered by the fund figures: {years}; by the report: {review}",
    ),
    "FND007": (
        "An approximate amount must be compatible with the exact one",
        "The {source} gives {text}; by the figures of the fund it is {appendix}; the two do not agree",
    ),
    "FND008": (
        "The cost of houses must equal their number times the support for each",
        "Houses: {count}; support for each: {each}; that makes {product}; the report gives {amount}",
    ),
    "FND009": (
        "The amount transferred should equal the amount received",
        "The level above transferred {sent}; the unit reports receiving {received}",
    ),
    "FND010": (
        "Balances, values and cash must be amounts of money",
        "The report gives {amount}, which is not an amount of money; check the unit of measure",
    ),
    "FND011": (
        "Approximate amounts of a fund should agree as usually written",
        (
            "The report gives {stated}; as usually written (“more than 2,7” is 2,7 or more but below "
            "2,8), the other figures give {side} {bound}"
        ),
    ),
    "FND012": (
        "A total that includes goods in kind should state their value",
        (
            "The total is {total}; the amounts of money add up to {sum}; if the total includes "
            "{goods}, state their value"
        ),
    ),
    "FND013": (
        "Houses and gifts paid for by a fund should be among those reported",
        "The fund has {stated}; the houses or gifts reported for the same time are {other}",
    ),
    "FND014": (
        "No more should be spent than there is",
        "Spent: {stated}; opening balance and receipts: {other}",
    ),
    "FND015": (
        "No more should be allocated than was received",
        "Allocated: {stated}; received: {other}",
    ),
    "FND016": (
        "Relief should be received and handed out in time",
        "The report gives {stated}; the latest day allowed is {other}, {days} days after {event}",
    ),
    "FND017": (
        "What was received and handed out for relief should be made public in time",
        "Made public on {stated}; the latest day allowed is {other}, {days} days after {event}",
    ),
    "FND018": (
        "Gifts and houses should be told in number and in money",
        "This is blank, while the figure that belongs to it is {other}",
    ),
    "FND019": (
        "A transfer between two funds should be in the reports of both sides",
        "The report of {teller} has a transfer of {amount}; that of {silent} does not",
    ),
    "FND020": (
        "A sum of money should not be below 1.000 đồng",
        "The sum is {amount}; was it told in thousands or millions?",
    ),
    "MEM002": (
        "No more should be admitted to the Party than were nominated",
        "Admitted: {stated}; nominated: {other}; if the periods differ, say so",
    ),
    "MEM004": (
        "Union and association members should not look like one number typed twice",
        "{first} and {second} differ by one digit; check for a typing error",
    ),
    "MEM005": (
        "Members at the end must equal members at the start plus admissions minus departures",
        "Start plus admissions minus departures is {other}; at the end the report has {stated}",
    ),
    "MEM006": (
        "Total members must equal the sum of the organisations",
        "The total is {total}; the organisations add up to {sum}",
    ),
    "MEM007": (
        "New members should be reported",
        "Members: {other}; the line for new members is blank; enter 0 if there were none",
    ),
    "MTQ900": (
        "Waivers should not have expired",
        "The waiver for {code} expired on {expires}; renew or remove it",
    ),
    "MTQ901": (
        "Every waiver should cover a finding",
        "The waiver for {code} (“{reason}”) no longer covers any finding; remove it",
    ),
    "MTQ999": (
        "A rule must run to the end",
        "Rule {code} failed with an error; the rest was not checked: {error}",
    ),
    "ORG001": (
        "Total Committee members must equal the sum of the groups",
        "Members in all: {stated}; the groups add up to {other}",
    ),
    "ORG002": (
        "People listed in brackets must not outnumber their group",
        "Members of the group: {stated}; listed in brackets: {other}",
    ),
    "ORG003": (
        "The size of the Committee should be within the guidance",
        "Members of the Committee: {members}; the guidance is {least} to {greatest}",
    ),
    "ORG005": (
        "There should be one head of a Front Working Board for each village",
        "Heads of Front Working Boards: {stated}; {areas}: {other}",
    ),
    "ORG007": (
        "All full-time cadres should be classified by qualification",
        "Full-time cadres: {stated}; classified by qualification: {other}",
    ),
    "ORG009": (
        "No more cadres should be trained than there are",
        "Trained: {stated}; cadres: {other}; if the figure counts attendances, say so",
    ),
    "ORG010": (
        "Grassroots boards should have the number of members set by law",
        "{board}: {people}; by {basis}: {norm}",
    ),
    "ORG011": (
        "Each village or residential group should have a head for each branch",
        "Heads of branches: {heads}; {areas}: {villages}; organisations in each: {organisations}",
    ),
    "ORG012": (
        "Consultations before an election should be held in time",
        (
            "The consultation was held on {stated}, the election on {event}; {days} days before that is "
            "{other} at the latest"
        ),
    ),
    "ORG013": (
        "An election should be held on a Sunday",
        "The report gives {stated} as the day of the election, which is no Sunday",
    ),
    "PER001": (
        "The years under review should match the period of the figures",
        "Years under review: {stated}; the figures cover {years} {months}, {period}",
    ),
    "PER002": (
        "All appendices should cover the same period",
        "Periods differ: {first} {first_period}, {second} {second_period}",
    ),
    "PER003": (
        "A term of office must have the prescribed length",
        "Length of the {term} in years: {length}; prescribed: {years}",
    ),
    "PER004": (
        "Figures should state their period",
        "The period of this figure is not stated; add it",
    ),
    "PER005": (
        "Yearly and cumulative figures must not be added",
        "{total} is {yearly} (each year) plus {several} (several years)",
    ),
    "PER006": (
        "The Committee should be in its term of office on the day of the figures",
        "The {term} of the Committee ended in {ended}; the figures are as of {day}",
    ),
    "PER007": (
        "The time named in the title should fit the time of the figures",
        "The title names {named}; the figures are as of {day}",
    ),
    "PER008": (
        "The figures should reach the end of the time under review",
        "The figures are as of {day}; the time under review ends {end}",
    ),
    "PER009": (
        "Each record should tell of the time under review",
        "This record is of {period}; the {what} is {other}",
    ),
    "PER010": (
        "The month, quarter or year at the head of a form should be the time of the form",
        "The head says {named}; the time of the form is {period}",
    ),
    "SUP001": (
        "Items resolved or accepted must not exceed those raised",
        "Raised: {other}; resolved or accepted: {stated}",
    ),
    "SUP002": (
        "Supervisions should come with the number of units supervised",
        "Supervisions: {held}; the number of units supervised is missing",
    ),
    "SUP004": (
        "The number of supervisions a year should be in the usual range",
        (
            "Reported: {total}; years covered: {count}; the yearly average, {mean}, is outside the usual "
            "range ({least} to {greatest})"
        ),
    ),
    "SUP005": (
        "Figures should not start before the document under review",
        "The figures start from {start}, before the document of {decided}",
    ),
    "SUP010": (
        "Every supervision on record must be counted in the appendix",
        "The appendix gives {reported}; the records show {recorded}",
    ),
    "SUP011": (
        "Every supervision in the appendix should be on record",
        (
            "The appendix gives {reported}; the records show only {recorded}; add the missing records "
            "or correct the appendix"
        ),
    ),
    "SUP012": (
        "Supervisions, sessions and dialogues should be within the reporting period",
        "{date} is outside the reporting period ({period}); check the date",
    ),
    "SUP013": (
        "Supervision plans should be sent in time",
        (
            "The plan was sent on {stated}, the delegation met on {event}; {days} days before that is "
            "{other} at the latest"
        ),
    ),
    "SUP014": (
        "Supervised units should submit their reports in time",
        (
            "The report was received on {stated}, the delegation met on {event}; {days} days before that "
            "is {other} at the latest"
        ),
    ),
    "SUP015": (
        "Heads of delegations should report their results in time",
        (
            "The supervision ended on {event}, its result was reported on {stated}; the {days} days allowed "
            "ended on {other}"
        ),
    ),
    "SUP016": (
        "Recommendations of boards should be answered in time",
        (
            "The recommendations were sent on {event} and answered on {stated}; the {days} days allowed "
            "ended on {other}"
        ),
    ),
    "TRD001": (
        "A cumulative figure must not decrease",
        "The cumulative figure fell from {old} to {new} since the previous report",
    ),
    "TRD002": (
        "Figures should change in line with other units",
        "{old} before, {new} now: {times} times the typical change",
    ),
    "TRD004": (
        "Figures should be counted, not yearly estimates times the years",
        "{odd} of {counts} figures in the appendices are multiples of {years}; state their source",
    ),
    "TRD005": (
        "Figures should be counted, not rounded",
        "{odd} of {counts} figures in the appendices end in 0 or 5; state their source",
    ),
    "TRD006": (
        "Figures should be in the same unit of measure as before",
        "{old} before, {new} now; the unit of measure may be off by a factor of {scale}",
    ),
    "TRD007": (
        "A time should begin with what was left of the one before",
        "It begins with {stated}; the time before ended with {other}",
    ),
    "TRD008": (
        "A report should begin with what the one before left",
        "It begins with {stated}; the report before left {other}",
    ),
    "TRD010": (
        "Figures should be those of this time",
        "{equal} of {figures} figures are those of before; check whether old ones were handed in again",
    ),
    "TRD011": (
        "Figures of a whole time should be the sum of its parts",
        "The report on the whole time gives {total}; the {reports} reports on its parts add up to {sum}",
    ),
    "TRD012": (
        "Households and people should change as much as they can",
        "Formerly {old}, now {new}; that is hardly possible unless the unit was changed",
    ),
    "TXT001": (
        "Numbers in the narrative should use Vietnamese notation",
        "“{number}” can be read in two ways; use a dot for thousands and a comma for decimals",
    ),
    "TXT002": (
        "Headings should be numbered without gaps",
        "Heading {number} follows heading {previous}; renumber the headings",
    ),
    "TXT003": (
        "Common words should have the right diacritics",
        "“{found}” should read “{right}”",
    ),
    "TXT004": (
        "Paragraphs should not be broken in mid-sentence",
        "The paragraph breaks between “{before}” and “{after}”; join the parts",
    ),
    "TXT006": (
        "The narrative should use precomposed Unicode (NFC)",
        "Lines in {encoding}: {lines}; convert them to precomposed Unicode",
    ),
    "TXT007": (
        "The report must not contain personal data",
        "Personal data found: {kind} ({masked}); remove it before sending",
    ),
    "TXT008": (
        "Names of figures and units should be known",
        "“{name}” is not a known name, so it was compared with nothing{near}",
    ),
    "TXT009": (
        "A percentage in the narrative should fit the figures beside it",
        "“{quoted}”: {part}/{whole} is {exact}",
    ),
    "TXT010": (
        "A percentage in the narrative should come from a whole number",
        "“{quoted}”: there is no {what} that gives this percentage; check both figures",
    ),
    "TXT011": (
        "What the narrative says of the unit should be what the report records",
        "The narrative says “{quoted}”; the {where} says {recorded}",
    ),
    "TXT012": (
        "The name of the reporting unit should have its marks in the narrative",
        "The narrative says “{found}”; is it {right}?",
    ),
    "TXT013": (
        "What a sentence tells twice should be the same",
        "“{quoted}”: first {first}, then {second}",
    ),
    "UNI001": (
        "The unit must be in the catalogue",
        "{unit} is not in the catalogue of units on {day}",
    ),
    "UNI002": (
        "Figures from before the unit was founded should name its former units",
        (
            "{unit} was founded on {founded}, after the period began ({start}); state which units the "
            "earlier figures belong to"
        ),
    ),
    "UNI003": (
        "The kind of unit must exist at the time of the report",
        (
            "On {day} there was no such kind of unit as {unit}; districts ended and special zones "
            "began on 1 July 2025"
        ),
    ),
    "UNI004": (
        "The code must belong to the unit at the time of the report",
        "On {day}, code {code} belonged to {known}; the report is about {unit}",
    ),
    "UNI005": (
        "The number of villages should be the same throughout",
        "The number of {areas} differs: {text} and {appendix}",
    ),
    "UNI006": (
        "The number of merged units should match the former units named",
        "Former units named in the narrative: {other}; in the appendix: {stated}",
    ),
    "UNI007": (
        "Poor and near-poor households must not outnumber all households",
        "Households in all: {households}; {names}: {classes}",
    ),
    "UNI008": (
        "A percentage must match its numerator and denominator",
        "{part}/{whole} is {exact}%; the report gives {share}",
    ),
    "UNI009": (
        "The population should fit the number of households",
        "{stated} in {other}: the average, {mean}, is outside the usual range ({low} to {high})",
    ),
    "UNI010": (
        "Party members should fit the population and the Party cells",
        "Party members: {stated}; this does not fit {other}",
    ),
    "UNI011": (
        "A percentage should be rounded, not truncated",
        "{part}/{whole} rounds to {rounded}; the report gives {share}; digits were dropped",
    ),
    "UNI012": (
        "The income of a person should be possible",
        "The report has {stated}; the usual range of a year is {low} to {high} đồng",
    ),
    "UNI013": (
        "Households taking part or commended should not be more than there are",
        "The report has {stated} households; there are {other}",
    ),
    "UNI014": (
        "Figures from 1 July 2025 on must not be of the district level",
        "Figures from {day} on are of the district level, which ended on 1 July 2025",
    ),
    "UNI015": (
        "A percentage given with one number should fit some whole number",
        "No {what} gives {share} with {known}; please look at both",
    ),
    "XRP001": (
        "Changes from the previous version should be stated",
        "The previous version gives {old}; this one gives {new}; confirm the change",
    ),
    "XRP002": (
        "Two sources of one figure should agree",
        "{issuer} gives {other}; this report gives {figure}",
    ),
    "XRP003": (
        "Reports of two units should not be alike",
        "{equal} of {figures} figures are the same as those of {other}; check whether they were copied",
    ),
    "XRP004": (
        "The narrative should be about its own unit",
        "The narrative names {units}; check whether it was copied",
    ),
    "XRP005": (
        "Figures quoted from another body should agree with the report",
        "According to {source}: {text}; this report gives {appendix}",
    ),
    "XRP006": (
        "A unit should hand in one report per period",
        "Another report of this unit has the same title and period; {differ} of {figures} figures differ",
    ),
    "XRP007": (
        "A unit should give a code of its own",
        "The code {code} is given for {other} too, over the same time",
    ),
    "XRP008": (
        "The name of a unit should be spelled as in its earlier report",
        "The report is of {name}, the earlier one of {other}; check the name of the unit",
    ),
}
