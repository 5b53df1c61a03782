"""Documents as they are cited."""

import copy
import datetime as dt
import pickle
import unicodedata

import attrs
import pytest

from mttq.errors import FieldError
from mttq.values import DocumentKind, DocumentRef

CONCLUSION = DocumentRef(
    raw="Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị",
    kind=DocumentKind.CONCLUSION,
    number="62",
    year=2009,
    symbol="62-KL/TW",
    issuer="Bộ Chính trị",
    date=dt.date(2009, 12, 8),
)


def test_a_citation_needs_nothing_but_its_words() -> None:
    assert DocumentRef(raw="văn bản trên") == DocumentRef(
        raw="văn bản trên",
        kind=None,
        title=None,
        number=None,
        year=None,
        symbol=None,
        issuer=None,
        term=None,
        date=None,
        candidates=(),
        flags=(),
    )


def test_a_citation_is_frozen_slotted_hashable_and_survives_pickling_and_copying() -> None:
    for again in (pickle.loads(pickle.dumps(CONCLUSION)), copy.copy(CONCLUSION), copy.deepcopy(CONCLUSION)):
        assert again == CONCLUSION
        assert hash(again) == hash(CONCLUSION)
    assert not hasattr(CONCLUSION, "__dict__")
    assert attrs.evolve(CONCLUSION, number="63").number == "63"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CONCLUSION.number = "63"  # type: ignore[misc]


def test_a_citation_names_its_wrong_fields() -> None:
    with pytest.raises(FieldError) as caught:
        DocumentRef(raw=None, number=62, date="2009-12-08", flags=["a", 5])  # type: ignore[arg-type]
    assert str(caught.value) == (
        "DocumentRef.raw: cần chuỗi (str); đã nhận None (NoneType)\n"
        "DocumentRef.number: cần chuỗi (str) hoặc None; đã nhận 62 (int)\n"
        "DocumentRef.date: cần ngày (date) hoặc None; đã nhận '2009-12-08' (str)\n"
        "DocumentRef.flags[1]: cần chuỗi (str); đã nhận 5 (int)"
    )


def test_kinds_are_named_once_and_in_nfc() -> None:
    names = [kind.value for kind in DocumentKind]
    assert len(set(map(str.casefold, names))) == len(names)
    assert [
        name for name in names if unicodedata.normalize("NFC", name) != name or name != name.strip()
    ] == []
    assert list(DocumentKind.__members__.values()) == list(DocumentKind)  # no alias hides a kind
