"""A form of your own: declared once, it gets files, rules on its totals, and rendering."""

import attrs

import mttq
from mttq import Count, Money, Pair, Tiered, row, section


@attrs.frozen(kw_only=True)
class Houses:
    """Houses built and repaired, by the level that paid for them."""

    total: Tiered[Count] = row("1", "Tổng số nhà", total_of=("built", "repaired"))
    built: Tiered[Count] = row("1a", "Xây mới", printed="-")
    repaired: Tiered[Count] = row("1b", "Sửa chữa", printed="-")


@attrs.frozen(kw_only=True)
class Campaign:
    """The campaign for the fund."""

    groups: Pair | Count | None = row("1", "Số tập thể/cá nhân ủng hộ", parts=("tập thể", "cá nhân"))
    raised: Money | None = row("2", "Số tiền vận động được (đồng)")


@mttq.form("vi-du-nha", name="Biểu nhà", title="Xóa nhà tạm cho hộ nghèo")
@attrs.frozen(kw_only=True)
class HousingForm:
    """The form: two parts."""

    houses: Houses = section("I", "Nhà Đại đoàn kết")
    campaign: Campaign = section("II", "Vận động Quỹ Vì người nghèo")


def main() -> None:
    """Fill the form in, print it, put it into a report, check it, and read it back from JSON."""
    filled = HousingForm(
        houses=Houses(
            total=Tiered(province=12, commune=31),
            built=Tiered(province=9, commune=14),
            repaired=Tiered(province=3, commune=16),
        ),
        campaign=Campaign(groups=Pair(18, 240), raised=418_500_000),
    )
    print(mttq.render(filled))

    unit = mttq.model.Unit(kind=mttq.model.UnitKind.COMMUNE, name="Mẫu")
    report = mttq.Report(unit=unit, title="Báo cáo xóa nhà tạm", appendices=(filled,))
    print("\n" + mttq.check(report)["APP003"][0].explain())

    again = mttq.loads(mttq.dumps(report))
    print(f"\nĐọc lại từ JSON: {again.appendix(HousingForm) == filled}")


if __name__ == "__main__":
    main()
