"""Take the pictures of office files anew, by LibreOffice and poppler: `python docs/site/pictures.py`.

They are committed, since most machines have neither; the gallery shows them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import mttq
from mttq.forms import ParticipationAppendix

PICTURES = Path(__file__).parents[1] / "pictures"
SHEET = Path(__file__).parents[2] / "examples" / "mau_dong_2023.xlsx"
CUTS = {"template": (110, 900, 560), "review": (110, 1290, 330)}
"""Of each picture: the dots of an inch; width and height of the upper part that is shown."""


def main() -> None:
    """Write the files, print each to a page, and keep its upper part."""
    if missing := [tool for tool in ("soffice", "pdftoppm") if shutil.which(tool) is None]:
        sys.exit(f"not found: {', '.join(missing)}")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _write(folder)
        for name, (dots, width, height) in CUTS.items():
            _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / f"{name}.xlsx")
            cut = ("-x", 40, "-y", 40, "-W", width, "-H", height)
            _run("pdftoppm", "-r", dots, "-png", "-singlefile", *cut, folder / f"{name}.pdf", PICTURES / name)


def _write(folder: Path) -> None:
    """Write a form to be filled in and a review sheet."""
    reading = mttq.reading.read(SHEET)
    report = reading.report(title="Báo cáo năm 2023")
    findings = reading.located(mttq.check(report))
    mttq.writing.template(ParticipationAppendix, folder / "template.xlsx", unit=report.unit)
    mttq.writing.review(findings, folder / "review.xlsx")


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main()
