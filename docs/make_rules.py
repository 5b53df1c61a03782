"""Write the pages of the rule book anew; `python docs/make.py` does this and all else."""

from pathlib import Path

from mttq.rulebook import pages

folder = Path(__file__).parent / "rules"
folder.mkdir(exist_ok=True)
book = pages(lang="en")
for page in folder.glob("*.md"):
    if page.name not in book:
        page.unlink()
for name, text in book.items():
    (folder / name).write_text(text, "utf-8", newline="\n")
print(f"{len(book)} pages in {folder}")
