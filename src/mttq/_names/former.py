"""Arguments that were replaced work on, and warn what to write; `lazy` has the same for names.

docs/stability.md says for how long.
"""

from collections.abc import Callable
from functools import wraps
from inspect import unwrap
from typing import ParamSpec, TypeVar
from warnings import warn

__all__ = ["former_arguments", "warn_of_former"]

P = ParamSpec("P")
T = TypeVar("T")


def former_arguments(
    since: str, *positional: str, **renamed: str
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a function take arguments as they were given before a version of mttq, with a DeprecationWarning.

    Args:
        since: the version that replaced them.
        positional: keyword-only arguments which could be given by position, in that order.
        renamed: the names of today of arguments by their former names.

    Raises:
        TypeError: when called with an argument in both ways.

    >>> @former_arguments("0.1", "fmt", language="lang")
    ... def render(thing, *, fmt="text", lang="vi"):
    ...     return f"{thing} {fmt} {lang}"
    >>> render("report", fmt="html", lang="en")
    'report html en'
    """

    def accepting(function: Callable[P, T]) -> Callable[P, T]:
        name = function.__qualname__
        of_today: Callable[..., T] = function
        taken = unwrap(function).__code__.co_argcount

        @wraps(function)
        def accepted(*args: object, **kwargs: object) -> T:
            if len(args) <= taken and renamed.keys().isdisjoint(kwargs):  # nearly all
                return of_today(*args, **kwargs)
            more = zip(positional, args[taken:], strict=False)
            former = [(today, f"{name}(…, {today})", value) for today, value in more]
            renames = renamed.items()
            former += [
                (today, f"{name}({old}=…)", kwargs.pop(old)) for old, today in renames if old in kwargs
            ]
            for today, written, value in former:
                if today in kwargs:
                    raise TypeError(f"{name}() got multiple values for argument {today!r}")
                warn_of_former(written, f"{name}({today}=…)", since)
                kwargs[today] = value
            return of_today(*args[:taken], *args[taken + len(positional) :], **kwargs)

        vars(accepted)["former"] = (
            *(f"{number} {each}" for number, each in enumerate(positional, taken + 1)),
            *renamed,
        )
        return accepted  # pyright: ignore[reportReturnType]

    return accepting


def warn_of_former(former: str, today: str, since: str) -> None:
    """Warn, where the caller of this function is called, what to write since which version."""
    message = f"{former} là cách viết cũ; từ mttq {since} cần viết {today}"
    warn(message, DeprecationWarning, stacklevel=3)
