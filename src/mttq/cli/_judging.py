"""By what a command line and its project file want reports to be judged: rules, a profile, waivers."""

import argparse
import warnings

from mttq._files.opening import why_unusable
from mttq.checking import Project
from mttq.checking._project import file_meant, project_in, with_arguments
from mttq.checking._waiver_files import OldWaiversWarning
from mttq.cli._inputs import see_that_it_is_named
from mttq.cli._saying import UnusableError, named, repeat, say
from mttq.errors import ArgumentError, CodeError, ConstraintError, DeclarationError
from mttq.rules._kit.selection import codes_in
from mttq.wording import Lang, Phrase, asked_lang
from mttq.wording._unicode import printable

__all__ = ["judging", "settle"]


def settle(options: argparse.Namespace) -> None:
    """Add to the options their `project` and their `lang`, and say what was warned of.

    Raises:
        UnusableError: a file or a choice cannot be used.
        LoadError: a file is not what it should be.
    """
    for name in ("select", "ignore"):  # a variable of a script that was not set
        text = getattr(options, name, None)
        if text is not None and not codes_in(name, text):
            raise UnusableError(Phrase("--{}: chưa ghi mã quy tắc nào", name))
    files = (getattr(options, name, None) for name in ("config", "waivers", "hints"))
    for file in (*files, *getattr(options, "rules", ())):
        if file is not None:
            see_that_it_is_named(file)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            options.project = _project(options)
        except OSError as error:
            raise UnusableError(named(error.filename, why_unusable(error))) from None
    options.lang = _lang(options)
    rewritten = getattr(options, "rewrite_waivers", None) is not None
    repeat(
        (item for item in caught if not (rewritten and issubclass(item.category, OldWaiversWarning))),
        options.lang,
    )


def _project(options: argparse.Namespace) -> Project:
    asked = {name: getattr(options, name, False) for name in ("no_config", "modules", "installed_rules")}
    file = file_meant(getattr(options, "config", None), ignored=asked["no_config"])
    try:
        found = project_in(file, modules=asked["modules"], installed=asked["installed_rules"])
    except DeclarationError as error:
        raise UnusableError(Phrase("{}: {}", "--installed-rules", error.message)) from None
    given = {
        name: getattr(options, name, None) for name in ("profile", "select", "ignore", "waivers", "hints")
    }
    try:
        return with_arguments(found, rules=getattr(options, "rules", ()), **given)
    except DeclarationError as error:  # two files have one code
        raise UnusableError(Phrase("{}: {}", "--rules", error.message)) from None


def _lang(options: argparse.Namespace) -> Lang:
    """Return the language asked for.

    Raises:
        UnusableError: the variable MTTQ_LANG names an unknown one.
    """
    try:
        return asked_lang(getattr(options, "lang", None), options.project.lang)
    except ArgumentError as error:
        raise UnusableError(Phrase("{}: {}", "MTTQ_LANG", error.message)) from None


def judging(options: argparse.Namespace) -> Project:
    """Return by what reports are judged, and say which project file has a part in it.

    Raises:
        UnusableError: no rule is left, or one that is named does not exist; a check by no rule would pass for
            good.
    """
    project: Project = options.project
    try:
        chosen = project.profile.choose(project.rules)
    except (CodeError, ConstraintError) as error:
        raise UnusableError(Phrase("{}; xem: mttq rules", error.message)) from None
    if not chosen:
        raise UnusableError(Phrase("--profile, --select và --ignore không để lại quy tắc nào"))
    if project.source is not None:
        say(Phrase("theo tệp cấu hình {}", printable(project.source)), options.lang)
    return project
