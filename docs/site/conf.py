"""Settings of Sphinx for one language of the site; `python docs/site/build.py` starts it."""

import sys
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search import languages

import mttq

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from marks import Marks

project = author = "mttq"
version = release = mttq.__version__
languages |= {"en": Marks, "vi": Marks}  # instead of Sphinx's own, with their stemmers and stop words

extensions = ["myst_parser"]
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence", "attrs_inline"]
maximum_signature_line_length = 80
nitpick_ignore_regex = [
    ("py:.*", r"(?!mttq\b).*")
]  # types of the standard library; all of mttq's must be there

html_theme = "furo"
html_title = f"mttq {version}"
html_static_path, templates_path = [str(HERE / "_static")], [str(HERE / "_templates")]
html_css_files, html_favicon = ["mttq.css"], str(HERE / "_static" / "favicon.svg")
html_search_scorer = str(HERE / "_static" / "scorer.js")
html_copy_source = html_show_sourcelink = html_show_sphinx = html_show_copyright = False
_bars = ("brand", "search", "scroll-start", "navigation", "scroll-end")
html_sidebars = {
    "**": ["sidebar/brand.html", "languages.html", *(f"sidebar/{bar}.html" for bar in _bars[1:])]
}


def _open_one_branch(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None
) -> None:
    """Let the menu show the branch of its page only: whole on each page, it would be most of the site."""
    if menu := context.get("toctree"):
        context["toctree"] = lambda **options: menu(**options | {"collapse": True})


def setup(app: Sphinx) -> None:
    """Have the menu cut before furo, at 500, draws it."""
    app.connect("html-page-context", _open_one_branch, priority=400)
