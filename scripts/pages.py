"""Pictures of the pages people are sent, for those who look at the design.

python -m scripts.pages DIR                    every document of the sample, in every form
python -m scripts.pages DIR --only plan story  some of them
python -m scripts.pages DIR --hard             plans with one and sixty actions, and hostile words
python -m scripts.pages DIR --measure          what a plan of sixty actions costs, and no pictures
python -m scripts.pages docs/images --readme   the README's two pictures of the plan, as of day 30

DOCX and PPTX go through LibreOffice, HTML through Chromium's printing, every PDF through pdftoppm;
a form whose program is not there is passed over with a word. Each line says what a form cost.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from cxreset.sharing.documents.model import Document
from cxreset.sharing.export import make
from cxreset.sharing.made import File
from cxreset.sharing.pages import docx, html, pdf
from cxreset.sharing.subjects import SUBJECTS
from scripts.screenshot.workbooks import on_day, sample


def page(document: Document) -> bytes:
    return html.render(document).encode()


FORMS: dict[str, Callable[[Document], bytes]] = {
    "docx": docx.render,
    "pdf": pdf.render,
    "html": page,
}
PICTURED = (*FORMS, "pptx")
PROGRAMS = {"docx": "soffice", "pptx": "soffice", "html": "chromium"}


def of_the_sample(only: list[str]) -> Iterator[tuple[str, str, File]]:
    """Name, form and file of each document of the sample, in each form."""
    with tempfile.TemporaryDirectory() as folder:
        reset = sample(Path(folder))
        for name, subject in SUBJECTS.items():
            if not subject.is_document or (only and name not in only):
                continue
            for form in (one for one in subject.forms if one in PICTURED):
                begun = time.process_time()
                made = make(name, form, reset.book, reset.pack, reset.today)
                spent = time.process_time() - begun
                print(f"{name}.{form}: {spent:.2f} s of processor time")
                pages = [file for file in made.files if file.name.endswith(form)]
                for number, file in enumerate(pages, 1):
                    yield f"{name}-{number}" if subject.folder else name, form, file


def hard_ones() -> Iterator[tuple[str, str, File]]:
    """The documents that the tests are made of: long, empty, hostile, in many scripts."""
    from tests.sharing.pages.paper_samples import PLANS

    for title, document in PLANS.items():
        name = title.replace(",", "").replace(" ", "-")
        for form, render in FORMS.items():
            begun = time.process_time()
            data = render(document)
            print(f"{name}.{form}: {time.process_time() - begun:.2f} s of processor time")
            yield name, form, File(f"{name}.{form}", data)


README_DOTS = 85
README = {"docx": ("plan-word", 1), "pdf": ("plan-pdf", 4)}
"""Form -> what the README's picture is called, and the page it shows."""


def for_the_readme(folder: Path, *, dots: int) -> None:
    """A page of the sample's plan on its last day, as Word (in LibreOffice) and as PDF."""
    with tempfile.TemporaryDirectory() as home:
        reset = on_day(sample(Path(home)), 30)
        for form, (name, number) in README.items():
            (file,) = make("plan", form, reset.book, reset.pack, reset.today).files
            picture(name, form, file, Path(home), dots=dots)
            pages = sorted(Path(home).glob(f"{name}-{form}-*.png"))
            if pages:  # none where its program is not installed, which has been said
                shutil.copy(pages[number - 1], folder / f"{name}.png")


MEASURE = """
import resource, sys, time
from tests.sharing.pages.paper_samples import PLANS
from cxreset.sharing import {form} as form
document, peak = PLANS["sixty actions"], lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, start = peak(), time.process_time()
import {library}
loaded, begun, wall = time.process_time(), time.process_time(), time.perf_counter()
form.render(document)
print(f"{form}: import {{loaded - start:.2f}} s, page {{time.process_time() - begun:.2f}} s of "
      f"processor time ({{time.perf_counter() - wall:.2f}} s by the clock); "
      f"{{before // 1024}} MB before, {{peak() // 1024}} MB at its peak")
"""
LIBRARIES = {"docx": "docx", "pdf": "typst", "html": "jinja2"}


def measure() -> None:
    """What each form costs in a process of its own, for a plan with sixty actions."""
    for form in FORMS:
        program = MEASURE.format(form=form, library=LIBRARIES[form])
        subprocess.run([sys.executable, "-c", program], check=True)


def picture(name: str, form: str, file: File, folder: Path, *, dots: int) -> None:
    """Keep the file in `folder`, and each of its pages as `name-form-page.png`."""
    path = folder / f"{name}.{form}"
    path.write_bytes(file.data)
    pages = folder / f"{name}-{form}.pdf"
    program = PROGRAMS.get(form)
    if program and not shutil.which(program):
        print(f"{path.name}: no pictures, {program} is not installed")
        return
    with tempfile.TemporaryDirectory() as own:
        if program == "soffice":
            profile = f"-env:UserInstallation={Path(own).as_uri()}"
            into = ["--headless", "--convert-to", "pdf", "--outdir", own, str(path)]
            run(["soffice", profile, *into])
            shutil.move(Path(own) / f"{name}.pdf", pages)
        elif form == "html":
            quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            options = [f"--user-data-dir={own}", f"--print-to-pdf={pages}", path.as_uri()]
            run(["chromium", *quiet, *options])
        else:
            pages.write_bytes(file.data)
    for old in folder.glob(f"{name}-{form}-*.png"):
        old.unlink()
    run(["pdftoppm", "-r", str(dots), "-png", str(pages), str(folder / f"{name}-{form}")])


def run(words: list[str]) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=180)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[], metavar="SUBJECT")
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--dots", type=int, default=80, help="dots per inch")
    words = parser.parse_args()
    if words.measure:
        measure()
        return
    folder: Path = words.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if words.readme:
        for_the_readme(folder, dots=README_DOTS)
        return
    for name, form, file in hard_ones() if words.hard else of_the_sample(words.only):
        picture(name, form, file, folder, dots=words.dots)


if __name__ == "__main__":
    main()
