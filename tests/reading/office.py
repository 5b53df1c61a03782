"""Small office files, made part by part, as no library would write them."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from mttq.reading import Reading, Reason

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"

MEMBERS = (
    ("1", "Tổng số đoàn viên/hội viên", "members"),
    ("2", "Tổng số đoàn viên/hội viên kết nạp mới", "admitted"),
    ("3", "Tổng số đoàn viên/hội viên ưu tú giới thiệu cho Đảng xem xét kết nạp", "nominated_to_party"),
    ("4", "Tổng số đoàn viên ưu tú được kết nạp Đảng", "admitted_to_party"),
)


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relations(**targets: str) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in ((key, value.split(" ")) for key, value in targets.items())
    )
    return f'<Relationships xmlns="{P}">{items}</Relationships>'


def word(body: str, **parts: str | bytes) -> bytes:
    """Return a Word file of what its body holds; `styles` and `numbering` may be given."""
    own: dict[str, str] = {key: f"{key} {key}.xml" for key in ("styles", "numbering") if key in parts}
    names: dict[str, str] = {key: f"word/{key}.xml" for key in own}
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(r="officeDocument word/document.xml"),
            "word/_rels/document.xml.rels": relations(**own),
            "word/document.xml": document,
            **{names.get(key, key): content for key, content in parts.items()},
        }
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(inner: str, properties: str = "") -> str:
    content = inner if inner.startswith("<w:p>") else f"<w:p>{inner if '<' in inner else run(inner)}</w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """Return a Word table; a cell is a text, or the content of its paragraph, or a whole w:tc."""
    lines = ("".join(item if item.startswith("<w:tc>") else cell(item) for item in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def members(*figures: str, head: Sequence[str] = ("STT", "Nội dung", "Số lượng")) -> str:
    """Return a Word table of the lines of members with these in the column of figures."""
    return table(
        head, *((number, label, said) for (number, label, _), said in zip(MEMBERS, figures, strict=False))
    )


def sheet(
    rows: str, *, name: str = "PL1", state: str = "visible", styles: str = "", texts: str = "", **parts: str
) -> bytes:
    """Return an Excel file of one sheet."""
    book = (
        f'<workbook xmlns="{X}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{name}" sheetId="1" state="{state}" r:id="s1"/></sheets></workbook>'
    )
    return pack(
        {
            "_rels/.rels": relations(r="officeDocument xl/workbook.xml"),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations(
                s1="worksheet worksheets/sheet1.xml", s2="styles styles.xml", s3="sharedStrings texts.xml"
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{X}">{rows}</worksheet>',
            "xl/styles.xml": f'<styleSheet xmlns="{X}">{styles}</styleSheet>',
            "xl/texts.xml": f'<sst xmlns="{X}">{texts}</sst>',
            **parts,
        }
    )


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet_of_members(*cells: str, before: str = "", after: str = "", **parts: str) -> bytes:
    """Return an Excel file of the lines of members, their figures as whole cells C2, C3 …"""
    head = "".join(
        text_cell(f"{letter}1", text)
        for letter, text in zip("ABC", ("STT", "Nội dung", "Số lượng"), strict=True)
    )
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{number}</v></c>{text_cell(f"B{row}", label)}{said}</row>'
        for row, ((number, label, _), said) in enumerate(zip(MEMBERS, cells, strict=False), start=2)
    )
    return sheet(f'{before}<sheetData><row r="1">{head}</row>{rows}</sheetData>{after}', **parts)


def odf(body: str, kind: str = "text", styles: str = "", **parts: str) -> bytes:
    """Return an OpenDocument file."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    spaces += f' xmlns:draw="{ODF}:drawing:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return pack({"mimetype": "", "content.xml": content, **parts})


def figures(reading: Reading) -> dict[str, object]:
    """Return what was read by the last name of its path."""
    return {figure.path.rpartition(".")[2]: figure.value for figure in reading.figures}


def handed_back(reading: Reading) -> list[tuple[str, Reason]]:
    return [(item.text, item.reason) for item in reading.unread]
