"""The core indicators: one form whose lines any report can fill, and any statement of the narrative can name.

Some are states (stock), some are asked once a year or for an election only; all others add up over time.  A
later step is declared to be part of an earlier one only where it must be of the same period: a case solved in
this quarter may have been found in the last one.
"""

from decimal import Decimal
from typing import Final

import attrs

from mttq._declared.relations import same_as
from mttq._declared.types import Count, Money
from mttq.forms._columns import columns
from mttq.forms._labels import column, row, section, table
from mttq.forms._register import form
from mttq.values import Share

__all__ = [
    "Boards",
    "Committee",
    "Communication",
    "CoreIndicators",
    "Credit",
    "Culture",
    "Election",
    "FundForThePoor",
    "HouseMoney",
    "Houses",
    "MembersOf",
    "NewRural",
    "Organising",
    "Population",
    "ReliefFund",
    "Religion",
    "Support",
    "Voters",
    "Watching",
]


_NOW = "[period=/period]"
_POOR_FUND = f"/funds.ledgers.*[fund=FUND_FOR_THE_POOR][each_year=False]{_NOW}"
_RELIEF_FUND = f"/funds.ledgers.*[fund=RELIEF_FUND][each_year=False]{_NOW}"
_ALL: Final = f"[source=None][source_tier=None][state=None][household_class=None]{_NOW}"
_BUILT: Final = f"/funds.houses.*[work=BUILT]{_ALL}"
_REPAIRED: Final = f"/funds.houses.*[work=REPAIRED]{_ALL}"
_BOTH: Final = f"/funds.houses.*[work=BUILT_OR_REPAIRED]{_ALL}"
"""The records of the time of the report: of a fund the ledger, of houses those of all sources and states."""


@attrs.frozen(kw_only=True)
class Population:
    """1. Population."""

    households: Count | None = row(
        "POP.HH",
        "Tổng số hộ",
        unit="households",
        stock=True,
        at_least=("poor", "near_poor"),
        same_as="/population.households",
    )
    persons: Count | None = row(
        "POP.PERS", "Tổng số nhân khẩu", unit="persons", stock=True, same_as="/population.persons"
    )
    poor: Count | None = row(
        "POP.POOR", "Hộ nghèo", unit="households", stock=True, same_as="/population.poor.households"
    )
    near_poor: Count | None = row(
        "POP.NEARPOOR",
        "Hộ cận nghèo",
        unit="households",
        stock=True,
        same_as="/population.near_poor.households",
    )
    areas: Count | None = row(
        "POP.AREAS", "Khu dân cư (thôn, tổ dân phố)", unit="residential_areas", stock=True
    )


@attrs.frozen(kw_only=True)
class Culture:
    """2. Cultural families and areas."""

    registered: Count | None = row(
        "CUL.FAM.REG",
        "Hộ đăng ký danh hiệu Gia đình văn hóa",
        unit="households",
        asked="yearly",
        at_most="~population.households",
    )
    families: Count | None = row(
        "CUL.FAM",
        "Hộ đạt danh hiệu Gia đình văn hóa",
        unit="households",
        asked="yearly",
        at_most="registered",
    )
    areas: Count | None = row(
        "CUL.AREA",
        "Khu dân cư văn hóa",
        unit="residential_areas",
        asked="yearly",
        at_least=("model_areas",),
        at_most="~population.areas",
    )
    model_areas: Count | None = row(
        "CUL.MODELAREA",
        "Khu dân cư kiểu mẫu, nông thôn mới kiểu mẫu",
        unit="residential_areas",
        asked="yearly",
    )


@attrs.frozen(kw_only=True)
class Communication:
    """3. Communication."""

    sessions: Count | None = row(
        "PRO.SESS", "Cuộc (buổi) tuyên truyền", unit="sessions", needed="attendances"
    )
    attendances: Count | None = row("PRO.ATT", "Lượt người được tuyên truyền", unit="person_visits")
    posts: Count | None = row("PRO.POSTS", "Tin, bài đăng trên trang, mạng xã hội", unit="posts")


@attrs.frozen(kw_only=True)
class FundForThePoor:
    """4. The Fund for the Poor."""

    opening: Money | None = row(
        "FND.VNN.OPEN",
        "Số dư đầu kỳ",
        stock=True,
        same_as=f"{_POOR_FUND}.opening",
        relations=(same_as("<closing"),),
    )
    raised: Money | None = row(
        "FND.VNN.RAISED", "Vận động, tiếp nhận trong kỳ", same_as=f"{_POOR_FUND}.raised"
    )
    from_above: Money | None = row("FND.VNN.DOWN", "Cấp trên chuyển xuống")
    spent: Money | None = row("FND.VNN.SPENT", "Đã chi (giải ngân)", same_as=f"{_POOR_FUND}.spent")
    to_above: Money | None = row("FND.VNN.UP", "Nộp cấp trên, chuyển địa phương khác")
    closing: Money | None = row(
        "FND.VNN.CLOSE",
        "Số dư cuối kỳ",
        stock=True,
        total_of=("opening", "raised", "from_above", "-spent", "-to_above"),
        same_as=f"{_POOR_FUND}.closing",
    )
    pledged: Money | None = row("FND.VNN.PLEDGED", "Đăng ký chưa chuyển", stock=True)
    plan: Money | None = row("FND.VNN.PLAN", "Chỉ tiêu giao vận động Quỹ", asked="yearly")
    plan_share: Share | None = row(
        "FND.VNN.PLAN%", "Tỷ lệ so với chỉ tiêu", unit="percent", share_of=("raised", "plan")
    )


@attrs.frozen(kw_only=True)
class ReliefFund:
    """5. The relief fund."""

    opening: Money | None = row(
        "FND.REL.OPEN",
        "Số dư đầu kỳ",
        stock=True,
        same_as=f"{_RELIEF_FUND}.opening",
        relations=(same_as("<closing"),),
    )
    raised: Money | None = row("FND.REL.RAISED", "Tiếp nhận trong kỳ", same_as=f"{_RELIEF_FUND}.raised")
    from_above: Money | None = row("FND.REL.DOWN", "Cấp trên chuyển")
    allocated: Money | None = row("FND.REL.ALLOC", "Đã phân bổ cho địa phương, hộ")
    closing: Money | None = row(
        "FND.REL.CLOSE",
        "Chưa phân bổ (tồn)",
        stock=True,
        total_of=("opening", "raised", "from_above", "-allocated"),
        same_as=f"{_RELIEF_FUND}.closing",
    )
    goods_weight: Decimal | None = row("FND.REL.GOODS.T", "Hàng cứu trợ tiếp nhận (tấn)", unit="tonne")
    goods_value: Money | None = row("FND.REL.GOODS.V", "Hàng cứu trợ tiếp nhận (quy ra tiền)")


@attrs.frozen(kw_only=True)
class HouseMoney:
    """6. Money for houses."""

    total: Money | None = row(
        "HOU.MONEY",
        "Kinh phí xây, sửa nhà",
        total_of=("fund", "budget", "sponsors", "family"),
        at_least=(f"{_BUILT}.amount", f"{_REPAIRED}.amount"),
        same_as=f"{_BOTH}.amount",
    )
    fund: Money | None = row("HOU.MONEY.FUND", 'Từ Quỹ "Vì người nghèo"')
    budget: Money | None = row("HOU.MONEY.BUDGET", "Từ ngân sách")
    sponsors: Money | None = row("HOU.MONEY.SPONSORS", "Xã hội hóa")
    family: Money | None = row("HOU.MONEY.FAMILY", "Gia đình đối ứng")


@attrs.frozen(kw_only=True)
class Houses:
    """6. Great Unity houses."""

    built: Count | None = row(
        "HOU.BUILT", "Nhà Đại đoàn kết xây mới", unit="houses", same_as=f"{_BUILT}.count"
    )
    started: Count | None = row("HOU.STARTED", "Nhà khởi công, chưa bàn giao", unit="houses", stock=True)
    repaired: Count | None = row(
        "HOU.REPAIRED", "Nhà Đại đoàn kết sửa chữa", unit="houses", same_as=f"{_REPAIRED}.count"
    )
    money: HouseMoney = section("", "Kinh phí")
    workdays: Count | None = row("HOU.WORKDAYS", "Ngày công giúp làm nhà", unit="workdays")
    programme_built: Count | None = row("HOU.TEMP.BUILT", "Xóa nhà tạm: xây mới", unit="houses")
    programme_repaired: Count | None = row("HOU.TEMP.REPAIRED", "Xóa nhà tạm: sửa chữa", unit="houses")
    makeshift_removed: Count | None = row(
        "HOU.TEMP",
        "Nhà tạm, nhà dột nát đã xóa",
        unit="houses",
        total_of=("programme_built", "programme_repaired"),
    )


@attrs.frozen(kw_only=True)
class Support:
    """7. Gifts and social support."""

    gifts: Count | None = row(
        "GIF.COUNT", "Suất quà", unit="gifts", needed="gift_value", at_least=f"/funds.gifts.*{_NOW}.count"
    )
    gift_value: Money | None = row("GIF.VALUE", "Trị giá quà", at_least=f"/funds.gifts.*{_NOW}.value")
    scholarships: Count | None = row("SUP.SCHOLAR", "Suất học bổng", unit="scholarships")
    livelihoods: Count | None = row(
        "SUP.LIVELIHOOD", "Mô hình, phương tiện sinh kế trao cho hộ", unit="items"
    )
    households: Count | None = row("SUP.HH", "Hộ được hỗ trợ", unit="households")
    money: Money | None = row("SUP.MONEY", "Tổng tiền hỗ trợ, vận động an sinh xã hội")


@attrs.frozen(kw_only=True)
class NewRural:
    """8. New rural areas, models, the Great Unity Festival."""

    money: Money | None = row("NTM.MONEY", "Tiền Nhân dân đóng góp xây dựng NTM, ĐTVM")
    land: Decimal | None = row("NTM.LAND", "Diện tích đất hiến", unit="m2")
    workdays: Count | None = row("NTM.WORKDAYS", "Ngày công đóng góp", unit="workdays")
    criteria: Count | None = row("NTM.CRITERIA", "Tiêu chí NTM đạt", unit="criteria", stock=True)
    criteria_of: Count | None = row(
        "NTM.CRITERIA.OF",
        "Tổng số tiêu chí của bộ tiêu chí",
        unit="criteria",
        stock=True,
        at_least=("criteria",),
    )
    surveyed: Count | None = row(
        "NTM.SURVEY", "Hộ được lấy ý kiến hài lòng", unit="households", at_most="~population.households"
    )
    satisfied: Count | None = row("NTM.SATISFIED", "Hộ hài lòng", unit="households", at_most="surveyed")
    models: Count | None = row("MOD.COUNT", "Mô hình, công trình, phần việc", unit="models", stock=True)
    festivals: Count | None = row(
        "FES.AREAS",
        "Khu dân cư tổ chức Ngày hội Đại đoàn kết",
        unit="residential_areas",
        asked="yearly",
        at_most="~population.areas",
        same_as=f"/campaigns.festivals.*{_NOW}.areas_holding",
    )


@attrs.frozen(kw_only=True)
class Watching:
    """9. Supervision, social criticism, opinions, dialogue."""

    planned: Count | None = row(
        "SPV.PLAN", "Nội dung giám sát đã đăng ký (kế hoạch)", unit="subjects", asked="yearly"
    )
    done: Count | None = row("SPV.DONE", "Cuộc giám sát MTTQ chủ trì", unit="supervisions", needed="bodies")
    bodies: Count | None = row("SPV.BODIES", "Đơn vị được giám sát", unit="units")
    recommendations: Count | None = row("SPV.REC", "Kiến nghị sau giám sát", unit="recommendations")
    accepted: Count | None = row("SPV.RECOK", "Kiến nghị được tiếp thu, giải quyết", unit="recommendations")
    criticisms: Count | None = row(
        "CRI.DONE",
        "Cuộc phản biện xã hội",
        unit="criticisms",
        needed="documents",
        same_as="/kl62-pl2.criticism.sessions",
    )
    documents: Count | None = row("CRI.DOCS", "Văn bản được phản biện", unit="documents")
    feedback: Count | None = row("FBK.CONF", "Hội nghị góp ý", unit="conferences")
    dialogues: Count | None = row("DIA.DONE", "Hội nghị đối thoại", unit="dialogues")


@attrs.frozen(kw_only=True)
class Voters:
    """10. Meetings with voters and opinions of the people."""

    meetings: Count | None = row(
        "VOT.MEET", "Hội nghị tiếp xúc cử tri", unit="meetings", needed="attendances"
    )
    attendances: Count | None = row("VOT.ATT", "Lượt cử tri dự", unit="person_visits")
    carried_over: Count | None = row(
        "VOT.OPEN", "Ý kiến kỳ trước chuyển sang", unit="opinions", stock=True, same_as="<left"
    )
    opinions: Count | None = row("VOT.OPIN", "Ý kiến, kiến nghị tổng hợp", unit="opinions")
    answered: Count | None = row("VOT.ANSWERED", "Ý kiến đã trả lời", unit="opinions")
    left: Count | None = row(
        "VOT.LEFT",
        "Ý kiến chưa trả lời cuối kỳ",
        unit="opinions",
        stock=True,
        total_of=(("carried_over", "opinions", "-answered"), ("pending", "waiting")),
    )
    pending: Count | None = row("VOT.PENDING", "Ý kiến đang xử lý", unit="opinions", stock=True)
    waiting: Count | None = row("VOT.WAITING", "Ý kiến chờ phân loại", unit="opinions", stock=True)
    rated: Count | None = row(
        "VOT.RATED",
        "Lượt đánh giá mức hài lòng",
        unit="ratings",
        total_of=("very_satisfied", "satisfied", "dissatisfied"),
        same_as="/easup-y-kien-cu-tri.ratings.total",
    )
    very_satisfied: Count | None = row("VOT.RATED.1", "Rất hài lòng", unit="ratings")
    satisfied: Count | None = row("VOT.RATED.2", "Hài lòng", unit="ratings")
    dissatisfied: Count | None = row("VOT.RATED.3", "Chưa hài lòng", unit="ratings")


@attrs.frozen(kw_only=True)
class Boards:
    """11. The two boards."""

    inspections: Count | None = row(
        "TTN.SESS",
        "Cuộc giám sát của Ban Thanh tra nhân dân",
        unit="supervisions",
        same_as="/organisation.peoples_inspection.inspections",
    )
    cases: Count | None = row("TTN.CASES", "Vụ việc Ban TTND, GSĐTCĐ phát hiện, kiến nghị", unit="cases")
    solved: Count | None = row("TTN.SOLVED", "Vụ việc được giải quyết", unit="cases")
    land: Decimal | None = row("TTN.LAND", "Đất thu hồi qua kiến nghị", unit="m2")
    money: Money | None = row("TTN.MONEY", "Tiền thu hồi qua kiến nghị")
    projects: Count | None = row("GSD.PROJ", "Công trình, dự án Ban GSĐTCĐ giám sát", unit="projects")


@attrs.frozen(kw_only=True)
class Committee:
    """12. The Front Committee."""

    members: Count | None = row(
        "ORG.MEMB", "Ủy viên Ủy ban MTTQ", stock=True, same_as="/organisation.committee.members"
    )
    women: Count | None = row("ORG.MEMB.W", "Nữ", stock=True, at_most="members")
    non_party: Count | None = row("ORG.MEMB.NP", "Ngoài Đảng", stock=True, at_most="members")
    minorities: Count | None = row("ORG.MEMB.E", "Dân tộc thiểu số", stock=True, at_most="members")
    religious: Count | None = row("ORG.MEMB.R", "Tôn giáo", stock=True, at_most="members")


@columns
@attrs.frozen(kw_only=True)
class MembersOf:
    """12. Members of one organisation."""

    name: str | None = column("Tên tổ chức")
    opening: Count | None = column("Đầu kỳ", unit="persons", stock=True, same_as="<closing")
    admitted: Count | None = column("Kết nạp", unit="persons")
    left: Count | None = column("Giảm", unit="persons")
    closing: Count | None = column(
        "Cuối kỳ", unit="persons", stock=True, total_of=("opening", "admitted", "-left")
    )


@attrs.frozen(kw_only=True)
class Organising:
    """12. Organisation, commendation, members."""

    committee: Committee = section("", "Ủy ban MTTQ", unit="persons")
    boards: Count | None = row(
        "ORG.BCT",
        "Ban Công tác Mặt trận",
        unit="working_boards",
        stock=True,
        each=("~population.areas", 1, 1),
        same_as="/organisation.working_boards.boards",
    )
    classes: Count | None = row("ORG.TRAIN.C", "Lớp tập huấn", unit="training_classes", needed="trained")
    trained: Count | None = row("ORG.TRAIN.A", "Lượt cán bộ dự tập huấn", unit="person_visits")
    collectives: Count | None = row(
        "COM.COLL",
        "Tập thể được khen",
        unit="collectives",
        at_least=f"/campaigns.commendations.*{_NOW}.collectives",
    )
    individuals: Count | None = row(
        "COM.IND",
        "Cá nhân được khen",
        unit="persons",
        at_least=f"/campaigns.commendations.*{_NOW}.individuals",
    )
    members: tuple[MembersOf, ...] = table(
        "MEM.BODY", "Đoàn viên, hội viên từng tổ chức", key="name", merge=True
    )


@attrs.frozen(kw_only=True)
class Credit:
    """13. Policy credit."""

    debt: Money | None = row("CRD.DEBT", "Tổng dư nợ tín dụng chính sách ủy thác", stock=True)
    borrowers: Count | None = row("CRD.HH", "Hộ vay", unit="households", stock=True)
    lent: Money | None = row("CRD.OUT", "Giải ngân trong kỳ")
    repaid: Money | None = row("CRD.IN", "Thu nợ trong kỳ")
    overdue: Money | None = row("CRD.OVERDUE", "Nợ quá hạn", stock=True, at_most="debt")


@attrs.frozen(kw_only=True)
class Religion:
    """14. Religion and ethnic work."""

    places: Count | None = row("REL.PLACES", "Cơ sở tôn giáo", unit="places", stock=True)
    visits: Count | None = row(
        "REL.VISITS", "Cuộc thăm hỏi, gặp mặt chức sắc, người có uy tín", unit="visits"
    )


@attrs.frozen(kw_only=True)
class Election:
    """15. Elections."""

    candidates: Count | None = row("ELE.CAND", "Người được giới thiệu, ứng cử", unit="persons")
    women: Count | None = row("ELE.CAND.W", "Nữ", unit="persons", at_most="candidates")
    serving_again: Count | None = row("ELE.CAND.A", "Tái cử", unit="persons", at_most="candidates")
    non_party: Count | None = row("ELE.CAND.NP", "Ngoài Đảng", unit="persons", at_most="candidates")
    under_40: Count | None = row("ELE.CAND.Y", "Dưới 40 tuổi", unit="persons", at_most="candidates")
    minorities: Count | None = row("ELE.CAND.E", "Dân tộc thiểu số", unit="persons", at_most="candidates")
    voters: Count | None = row("ELE.VOTERS", "Cử tri", unit="voters")
    voted: Count | None = row("ELE.VOTED", "Cử tri đã bỏ phiếu", unit="voters", at_most="voters")
    given_out: Count | None = row("ELE.OUT", "Phiếu phát ra", unit="ballots")
    collected: Count | None = row(
        "ELE.IN", "Phiếu thu vào", unit="ballots", at_most="given_out", total_of=("valid", "invalid")
    )
    valid: Count | None = row("ELE.VALID", "Phiếu hợp lệ", unit="ballots")
    invalid: Count | None = row("ELE.INVALID", "Phiếu không hợp lệ", unit="ballots")


@form("core", title="Chỉ tiêu cơ bản về công tác Mặt trận", printed="")
@attrs.frozen(kw_only=True)
class CoreIndicators:
    """What most reports of the Front tell: 112 figures under the codes of 80 indicators.

    Compiled from forms and report texts of communes, provinces and the centre (2019 to 2026); no text of
    law prescribes it.  Any unit may fill any line, and a statement of the narrative may name it by its
    path.  The election lines are those of the council of the commune.

    A line that is one fact with a record is held to it: one of the funds to the ledger of the time of the
    report (`Report.period`), houses to the record of that time that is of all sources and states; gifts and
    rewards are no fewer than the records of that time tell, and no less was handed down than a ledger lists.
    What is only like a fact elsewhere is held to nothing.
    """

    population: Population = section("1", "Dân cư")
    culture: Culture = section("2", "Gia đình, khu dân cư văn hóa")
    communication: Communication = section("3", "Tuyên truyền")
    poor_fund: FundForThePoor = section("4", 'Quỹ "Vì người nghèo"')
    relief_fund: ReliefFund = section("5", "Quỹ cứu trợ")
    houses: Houses = section("6", "Nhà Đại đoàn kết")
    support: Support = section("7", "Quà, an sinh xã hội")
    new_rural: NewRural = section("8", "Nông thôn mới, mô hình, Ngày hội")
    watching: Watching = section("9", "Giám sát, phản biện, góp ý, đối thoại")
    voters: Voters = section("10", "Tiếp xúc cử tri, ý kiến Nhân dân")
    grassroots: Boards = section("11", "Ban TTND, Ban GSĐTCĐ")
    organising: Organising = section("12", "Tổ chức, khen thưởng, hội viên")
    credit: Credit = section("13", "Tín dụng chính sách")
    religion: Religion = section("14", "Tôn giáo, dân tộc")
    elections: Election = section("15", "Bầu cử", asked="once")
