"""The relations of a form of your own, resolved before a report is checked."""

from mttq.forms import form_of, registered_forms
from mttq.rules._kit.compiled import compile_relations
from mttq.values import Tier

__all__ = ["check_relations"]


def check_relations(record: type) -> None:
    """See that all that the lines of a form are to others leads to figures, for the reporters of each level.

    Args:
        record: the class of the form.

    Raises:
        DeclarationError: the class is no form; a path leads nowhere, or to what is no figure; figures of
            different units or times are added up; or a figure is a sum of itself.

    >>> from mttq.forms import ParticipationAppendix
    >>> check_relations(ParticipationAppendix)
    """
    forms = {**registered_forms(), "": form_of(record)}
    others = [item for item in forms.values() if item.record.__module__.startswith("mttq.forms.")]
    there = dict.fromkeys((*others, form_of(record)), frozenset[int]())
    for own in Tier:
        compile_relations(own, tuple(there.items()))
