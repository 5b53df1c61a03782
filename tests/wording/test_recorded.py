"""Every sentence that a reader sees stands in words.txt, to be read by eye, and is compared there alone.

Other tests hold that no text is missing, unused or of the wrong language, and compare codes, paths, figures:
so a word is mended in its catalogue, and `python docs/make.py` writes the list anew.  The English of rules
stands on their pages in docs/rules.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from mttq.rules import RULES
from mttq.wording import Lang, label, words
from mttq.wording._en import LABELS

LIST = Path(__file__).with_name("words.txt")
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def recorded() -> Iterator[str]:
    """Return the Vietnamese of rules, the frame by its keys, and the labels, each in all languages."""
    for rule in RULES:
        yield f"{rule.code}: {rule.title} | {rule.message}"
        yield from (f"  {line}" for line in rule.reason().splitlines() if line)
    for key in words("vi"):
        yield f"{key}: {' | '.join(words(lang)[key] for lang in LANGUAGES)}"
    for text in LABELS:
        yield " | ".join(label(text, lang) for lang in LANGUAGES)


def text() -> str:
    return "".join(f"{line.replace(chr(10), '⏎')}\n" for line in recorded())


def test_every_sentence_is_the_one_in_the_list() -> None:
    assert text() == LIST.read_text("utf-8"), "python docs/make.py writes it anew: read what differs"


if __name__ == "__main__":
    LIST.write_text(text(), "utf-8", newline="\n")
