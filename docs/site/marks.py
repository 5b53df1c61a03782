"""The search index holds each word as written and without its marks: "giam" finds giám, "giám" not giảm."""

import unicodedata

from sphinx.search import SearchLanguage


def plain(word: str) -> str:
    """Return the word in small letters without marks.

    >>> plain("Đối")
    'doi'
    """
    parts = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(part for part in parts if not unicodedata.combining(part))


class Marks(SearchLanguage):
    """Vietnamese and English at once: no stemmer, no stop words."""

    lang, language_name = "vi", "Vietnamese and English"
    stopwords, js_stemmer_rawcode = frozenset[str](), ""
    js_stemmer_code = "var Stemmer = function () { this.stemWord = (word) => word.toLowerCase(); };"
    js_splitter_code = r"""
function splitQuery(query) { return query.normalize("NFC").split(/[^\p{L}\p{N}_]+/u).filter((word) => word); }
"""

    def split(self, text: str) -> list[str]:
        """Return the words of a text, those with marks also without them."""
        words = self._word_re.findall(unicodedata.normalize("NFC", text))
        return words + [bare for word in words if (bare := plain(word)) != word.lower()]

    def stem(self, word: str) -> str:
        """Return the word in small letters."""
        return word.lower()

    def word_filter(self, word: str) -> bool:  # noqa: ARG002 - each word is kept, short ones too
        """Keep every word."""
        return True
