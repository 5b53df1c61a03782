"""The register of instruments: what it knows of a kind and a symbol, and that it lost no document."""

import json
from pathlib import Path

import pytest

from mttq.rules import INSTRUMENTS, Confidence, Instrument
from mttq.rules._data.instruments import instruments_of
from mttq.values import DocumentKind
from mttq.vi import parse_document

SOURCE = Path(__file__).parents[4] / "shared" / "reference" / "instruments.jsonl"
"""The collection from which the register was made; it lies beside the project, not in it."""

CONFIDENCE = {
    "text": Confidence.CONFIRMED,
    "secondary": Confidence.SECONDARY,
    "seed": Confidence.UNCONFIRMED,
    "unconfirmed": Confidence.UNCONFIRMED,
}


def test_every_symbol_is_written_as_a_citation_of_it_is_read() -> None:
    """A symbol that the parser would write otherwise would never be found."""
    named = [item for item in INSTRUMENTS if item.symbol]
    cited = [parse_document(f"{item.kind} số {item.symbol}") for item in named]
    assert [(ref.kind, ref.symbol) for ref in cited] == [(item.kind, item.symbol) for item in named]


def test_no_document_is_in_force_before_its_day_or_until_before_from() -> None:
    assert [
        item
        for item in INSTRUMENTS
        if (item.date and item.in_force_from and item.in_force_from < item.date)
        or (item.in_force_from and item.in_force_until and item.in_force_until < item.in_force_from)
    ] == []


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (DocumentKind.LAW, ["Bảo hiểm y tế"]),
        (DocumentKind.RESOLUTION, ["Kéo dài nhiệm kỳ hoạt động 2004 - 2009"]),
        (DocumentKind.DECREE, []),
        (None, ["Kéo dài nhiệm kỳ hoạt động 2004 - 2009", "Bảo hiểm y tế"]),
    ],
)
def test_one_symbol_names_a_resolution_and_a_law(kind: DocumentKind | None, titles: list[str]) -> None:
    found = instruments_of(INSTRUMENTS, kind, "25/2008/QH12")
    assert [item.title[: len(title)] for item, title in zip(found, titles, strict=True)] == titles


def test_a_custom_register_is_searched_in_the_same_way() -> None:
    any_kind = Instrument("1/QĐ-X", None, "")
    law = Instrument("1/QĐ-X", None, "", kind=DocumentKind.LAW)
    other = Instrument("2/QĐ-X", None, "")
    register = (any_kind, law, other)
    assert instruments_of(register, DocumentKind.LAW, "1/QĐ-X") == (any_kind, law)
    assert instruments_of(register, DocumentKind.DECREE, "1/QĐ-X") == (any_kind,)
    assert instruments_of(INSTRUMENTS, None, "9999/XX") == ()


READ_SINCE = {"62-KL/TW"}
"""What was read in the Party's collection of documents (tulieuvankien.dangcongsan.vn) after that was made."""


@pytest.mark.skipif(not SOURCE.exists(), reason="the collection is not at hand")
def test_the_register_holds_every_row_of_the_collection() -> None:
    def written(symbol: str, kind: str) -> str:
        return parse_document(f"{kind} số {symbol}").symbol or ""

    rows = [json.loads(line) for line in SOURCE.read_text("utf-8").splitlines()]
    told = [
        (
            written(row["symbol"], row["kind"]) if row["symbol"] else "",
            row["kind"].replace(" MTQG", ""),
            row["date"] or "",
            (row["issuer"] or "").replace(" (not named)", ""),
            Confidence.CONFIRMED if row["symbol"] in READ_SINCE else CONFIDENCE[row["certainty"]],
            row["in_force_from"] or "",
            row["in_force_until"] or "",
            row["replaced_by"] or "",
        )
        for row in rows
    ]
    assert [
        (
            item.symbol,
            str(item.kind),
            str(item.date or ""),
            item.issuer,
            item.confidence,
            str(item.in_force_from or ""),
            str(item.in_force_until or ""),
            item.replaced_by,
        )
        for item in INSTRUMENTS
    ] == told
