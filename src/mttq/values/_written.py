"""What `str` says of a value: what a Vietnamese reader would read.

The notation stands above the values, in `mttq.vi`, and is looked for when a value is first shown.  A registry
that `mttq.vi` fills would not do: what `str` says must not hang on what was imported before.
"""

__all__ = ["Written"]


class Written:
    """A value that `str` writes in Vietnamese notation."""

    __slots__ = ()

    def __str__(self) -> str:
        from mttq.vi import format_figure

        try:
            return format_figure(self)  # type: ignore[arg-type]  # of what is written, as tests see to
        except ValueError:  # the fields go together, but Vietnamese has no words for it
            return repr(self)
