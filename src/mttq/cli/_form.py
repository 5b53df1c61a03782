"""`mttq form`: the forms that there are, and each of them blank, to be seen or to be filled in."""

import argparse
from collections.abc import Iterable

from mttq._files.opening import why_unusable
from mttq.cli._exit_codes import CLEAN
from mttq.cli._inputs import see_that_it_is_named
from mttq.cli._office import told_unit
from mttq.cli._saying import UnusableError, named, say, write
from mttq.errors import ExtraError
from mttq.forms import Form, registered_forms
from mttq.rendering import render
from mttq.tables import Column, Table
from mttq.wording import Lang, Phrase, label, words
from mttq.wording._nearest import meant
from mttq.wording._unicode import printable
from mttq.writing import template

__all__ = ["run_form"]


def run_form(options: argparse.Namespace) -> int:
    """Print a blank form, or write it as a sheet to be filled in; without a code, list the forms."""
    forms = registered_forms()
    if options.code is None:
        write(_list(forms.values(), options.lang))
    elif options.code not in forms:
        near = meant(options.code, forms, Phrase("xem: mttq form"))
        raise UnusableError(Phrase("không có biểu “{}”{}", printable(options.code), near))
    elif options.output is not None:
        _save(forms[options.code], options)
    else:
        write(render(forms[options.code].record(), fmt=options.format, lang=options.lang))
    return CLEAN


def _list(forms: Iterable[Form], lang: Lang) -> str:
    said = words(lang)
    columns = (Column(said["code"]), Column(label("Biểu", lang)), Column(said["title"]))
    rows = tuple((form.code, label(form.name, lang), label(form.title, lang)) for form in forms)
    return render(Table(title=label("Các biểu", lang), columns=columns, rows=rows))


def _save(form: Form, options: argparse.Namespace) -> None:
    """Write a blank form.

    Raises:
        UnusableError: it cannot be written, or the library for it is not installed.
        UnitFormatError: the option names no unit.
    """
    name = options.output
    see_that_it_is_named(name)
    if not name.lower().endswith(".xlsx"):
        raise UnusableError(named(name, Phrase("biểu để điền là tệp .xlsx")))
    try:
        template(form.record, name, unit=told_unit(options.unit))
    except ExtraError as error:
        raise UnusableError(error.message) from None
    except OSError as error:
        raise UnusableError(named(name, why_unusable(error))) from None
    say(Phrase("đã ghi {}", printable(name)), options.lang)
