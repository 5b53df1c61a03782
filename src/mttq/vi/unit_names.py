"""Names of units in Vietnamese notation: "thôn Ka Nôn 2, xã Đông Sơn, huyện A Lưới"."""

from mttq.errors import UnitFormatError
from mttq.values import UnitName
from mttq.vi._layout import lay_out, plain_text
from mttq.wording import Phrase

__all__ = ["find_units", "parse_unit"]


def parse_unit(text: str) -> UnitName:
    """Read the name of an administrative unit or of a residential area, with the units in which it lies.

    Abbreviations ("TP. Huế", "TX Hương Trà", "TDP 5") mean what the whole words mean; a name in capitals gets
    those of names; "(cũ)" after a name is passed over.  Of which level a city is stays open where neither its
    name nor the units around it say it.

    Raises:
        FieldError: what was given is no text.
        UnitFormatError: the text names no unit, or holds more than one name and those above it.

    >>> village = parse_unit("thôn Ka Nôn 2, xã Đông Sơn (huyện A Lưới)")
    >>> village.kind, village.name, [parent.full_name for parent in village.parents]
    (<ResidentialKind.VILLAGE: 'thôn'>, 'Ka Nôn 2', ['xã Đông Sơn', 'huyện A Lưới'])
    >>> parse_unit("TP. Huế") == parse_unit("thành phố Huế"), parse_unit("TP.HCM").full_name
    (True, 'thành phố Hồ Chí Minh')
    """
    from mttq.vi._unit_grammar import after_former, read_chain

    line = plain_text(text).strip(" .,;:")
    found = read_chain(line, 0)
    if found is None:
        raise UnitFormatError(
            text, Phrase("không đọc được tên đơn vị"), Phrase("ví dụ: {}", "“xã Trung Sơn, huyện A Lưới”")
        )
    unit, (_, end) = found
    rest = line[after_former(line, end) :]
    if rest:
        raise UnitFormatError(
            text, Phrase("không rõ “{}”", rest.strip(" ,")), Phrase("dùng find_units để tìm trong câu")
        )
    return unit


def find_units(text: str) -> list[tuple[UnitName, tuple[int, int]]]:
    """Find the units that a running text names, each with its place (start, end) in the text as given.

    A unit comes with those that are named after it as the ones in which it lies.  In a list with one word for
    all ("các xã Bình Sơn, Bình Lâm"), each name is found separately.  A word without a name ("5 xã", "cán bộ
    xã"), and what may be a common noun with a capital ("xã Nông thôn mới") is none.

    Raises:
        FieldError: what was given is no text.

    >>> text = "họp tại thôn Đông 2, xã Bình Sơn và phường An Hòa"
    >>> [(str(unit), text[start:end]) for unit, (start, end) in find_units(text)]
    [('thôn Đông 2, xã Bình Sơn', 'thôn Đông 2, xã Bình Sơn'), ('phường An Hòa', 'phường An Hòa')]
    >>> [str(unit) for unit, _ in find_units("các xã Bình Sơn, Bình Lâm và Tân Lập, huyện Hòa An")]
    ['xã Bình Sơn, huyện Hòa An', 'xã Bình Lâm, huyện Hòa An', 'xã Tân Lập, huyện Hòa An']
    """
    from mttq.vi._unit_grammar import find_chains

    plain = lay_out(text)
    return [(unit, plain.origin(*place)) for unit, place in find_chains(plain.text)]
