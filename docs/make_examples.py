"""Write docs/examples.md: each example with what it prints, as recorded in tests/examples/.

`python docs/make_examples.py`
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMES = (
    "quickstart",
    "village_month",
    "commune_year",
    "custom_report",
    "province",
    "custom_form",
    "tally",
)
HEAD = """\
# Examples

Programs to copy, each with what it prints. They stand in `examples/`; the tests run them."""


def page() -> str:
    """Return the page: a section for each example."""
    return "\n".join([HEAD, *(line for name in NAMES for line in _section(name)), ""])


def _section(name: str) -> Iterator[str]:
    code = (ROOT / f"examples/{name}.py").read_text("utf-8")
    said = ast.get_docstring(ast.parse(code)) or ""
    yield f"\n## {said.partition(':')[0]}\n"
    yield f"{said}  \n`examples/{name}.py`\n"
    yield "```python\n" + code.partition('"""\n')[2].strip() + "\n```\n"
    yield f"```text\n{(ROOT / f'tests/examples/{name}.txt').read_text('utf-8').rstrip()}\n```"


if __name__ == "__main__":
    path = Path(__file__).with_name("examples.md")
    path.write_text(page(), "utf-8", newline="\n")
    print(path)
