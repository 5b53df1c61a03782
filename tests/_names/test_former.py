"""Names and arguments that were replaced work on, and warn where they are used."""

import sys
import warnings
from pathlib import Path
from types import ModuleType

import pytest

from mttq._names.former import former_arguments
from mttq._names.lazy import importer
from mttq.values import Period


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module in which `Span` was moved and renamed, and `oldest` renamed."""
    module = ModuleType("spans")
    former = {"Span": ("mttq.values.Period", "0.1"), "oldest": ("earliest", "0.2")}
    vars(module).update(earliest=7, __getattr__=importer("spans", {}, former=former))
    monkeypatch.setitem(sys.modules, "spans", module)
    return module


@former_arguments("0.3", "fmt", "lang", language="lang", form="fmt")
def render(thing: str, *, fmt: str = "text", lang: str = "vi", **more: int) -> str:
    """Render a thing."""
    return f"{thing} {fmt} {lang} {more}"


class Printer:
    @former_arguments("0.3", "lang")
    def render(self, *, lang: str = "vi") -> str:
        return lang


def test_a_former_name_is_the_thing_of_today_and_warns_where_it_is_used(spans: ModuleType) -> None:
    with pytest.warns(DeprecationWarning, match="là cách viết cũ") as caught:
        assert (spans.Span, spans.oldest) == (Period, 7)

    assert [(str(warning.message), Path(warning.filename).name) for warning in caught] == [
        ("spans.Span là cách viết cũ; từ mttq 0.1 cần viết mttq.values.Period", "test_former.py"),
        ("spans.oldest là cách viết cũ; từ mttq 0.2 cần viết spans.earliest", "test_former.py"),
    ]


def test_a_former_name_warns_each_time_also_when_it_is_imported(spans: ModuleType) -> None:
    for _ in range(2):
        with pytest.warns(DeprecationWarning, match=r"spans\.earliest$") as caught:
            from spans import oldest  # type: ignore[import-not-found]  # noqa: F401
        assert {Path(warning.filename).name for warning in caught} == {"test_former.py"}


def test_a_name_that_never_existed_is_no_attribute(spans: ModuleType) -> None:
    with pytest.raises(AttributeError, match="module 'spans' has no attribute 'youngest'"):
        _ = spans.youngest


def test_the_way_of_today_does_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert render("a", fmt="html", lang="en", width=3) == "a html en {'width': 3}"
        assert render(thing="a") == "a text vi {}"
        assert Printer().render(lang="en") == "en"


@pytest.mark.parametrize(
    ("args", "kwargs", "written"),
    [
        (("html",), {}, ["render(…, fmt) … render(fmt=…)"]),
        (("html", "en"), {}, ["render(…, fmt) … render(fmt=…)", "render(…, lang) … render(lang=…)"]),
        (
            ("html",),
            {"language": "en"},
            ["render(…, fmt) … render(fmt=…)", "render(language=…) … render(lang=…)"],
        ),
        (
            (),
            {"language": "en", "form": "html"},
            ["render(language=…) … render(lang=…)", "render(form=…) … render(fmt=…)"],
        ),
    ],
)
def test_arguments_as_they_were_given_are_taken_and_warn(
    args: tuple[str, ...], kwargs: dict[str, str], written: list[str]
) -> None:
    with pytest.warns(DeprecationWarning, match="là cách viết cũ") as caught:
        said = render("a", *args, **kwargs)  # type: ignore[arg-type]

    assert said == render("a", fmt="html", lang="en" if len(written) == 2 else "vi")
    assert [
        (
            str(warning.message).replace("là cách viết cũ; từ mttq 0.3 cần viết", "…"),
            Path(warning.filename).name,
        )
        for warning in caught
    ] == [(sentence, "test_former.py") for sentence in written]


def test_a_method_is_named_with_its_class() -> None:
    with pytest.warns(DeprecationWarning, match=r"^Printer\.render\(…, lang\) .* Printer\.render\(lang=…\)$"):
        assert Printer().render("en") == "en"  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("args", "kwargs", "message"),
    [
        (("html",), {"fmt": "text"}, "multiple values for argument 'fmt'"),
        (("html",), {"form": "text"}, "multiple values for argument 'fmt'"),
        ((), {"language": "en", "lang": "vi"}, "multiple values for argument 'lang'"),
        (("html", "en", "more"), {}, "takes 1 positional argument but 2"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_argument_given_twice_or_too_many_is_refused(
    args: tuple[str, ...], kwargs: dict[str, str], message: str
) -> None:
    with pytest.raises(TypeError, match=message):
        render("a", *args, **kwargs)  # type: ignore[arg-type]


def test_a_function_of_former_arguments_shows_those_of_today() -> None:
    import inspect

    assert str(inspect.signature(render)) == (
        "(thing: str, *, fmt: str = 'text', lang: str = 'vi', **more: int) -> str"
    )
    assert (render.__name__, render.__doc__) == ("render", "Render a thing.")
