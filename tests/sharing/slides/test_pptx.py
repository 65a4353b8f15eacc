"""Slides read back: real layouts, charts with figures, nothing cut, all proof in the notes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

pytest.importorskip("pptx", reason="python-pptx is not installed (the extra cxreset[slides])")

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from cxreset.base.errors import ExportError
from cxreset.reset.reset import Reset
from cxreset.sharing import subjects
from cxreset.sharing.documents.action_plan.measured import measure_chart
from cxreset.sharing.documents.model import BulletList
from cxreset.sharing.export import look, make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.pilots import MeasureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.slides.deck import build_slides
from cxreset.sharing.slides.fit import SMALLEST, Line, size_for, text_height
from cxreset.workbook.tables import Fix
from tests.sharing.full_plan import FULL
from tests.sharing.office import convert, needs_office
from tests.sharing.pages.paper_samples import HARD, words
from tests.sharing.sharing_samples import EMPTY, GOLDENS, crowded, with_every_text
from tests.sharing.slides.deck_texts import described, judged_by_nps, lines_of, made, opened

DECKS: dict[str, PlanFacts] = {
    "full": FULL,
    "nps": judged_by_nps(),
    "empty": EMPTY,
    "sixty actions": crowded(60),
    "hostile": with_every_text(FULL, HARD),
    "chinese": with_every_text(FULL, "李小龍說話很多" * 60),
}
ARABIC = re.compile("[\u0600-\u06ff]")
every = pytest.mark.parametrize("name", DECKS)


@pytest.mark.parametrize(
    ("kind", "shown", "scale"),
    [
        ("conversion", ["2.5 %", "21 %"], "% of visits"),
        ("share", ["2 %", "21 %"], "% of contacts"),
        ("rate", ["2.5 per 1,000", "21 per 1,000"], "per 1,000"),
        ("effort", ["2.5", "21.0"], "mean of the answers"),
        ("nps", ["+2", "+21"], "NPS"),
    ],
)
def test_a_chart_says_its_figures_as_the_sentence_does(
    kind: str, shown: list[str], scale: str
) -> None:
    measure = MeasureFact(ref="M1", name="x", sentence="", kind=kind, before=2.5, after=21.0)
    (bars,) = measure_chart(measure)
    assert [bar.text.replace("\u00a0", " ") for bar in bars.bars] == shown
    assert bars.scale.unit == scale


def test_the_content_is_the_golden_one() -> None:
    text = "\n".join(lines_of(opened(FULL))) + "\n"
    assert text == (GOLDENS / "slides.txt").read_text("utf-8")


def test_the_figures_behind_a_chart_do_not_say_what_time_it_is() -> None:
    moments: set[bytes] = set()
    for part in opened(FULL).part.package.iter_parts():
        if part.partname.ext == "xlsx":
            with ZipFile(io.BytesIO(part.blob)) as figures:
                about = figures.read("docProps/core.xml")
            moments.update(re.findall(rb"\d{4}-\d\d-\d\dT[0-9:]+Z", about))
    assert moments == {f"{FULL.today.isoformat()}T00:00:00Z".encode()}


@every
def test_everything_stands_in_a_place_of_its_layout_and_within_the_slide(name: str) -> None:
    deck = opened(DECKS[name])
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(ids) == len(set(ids))
        for shape in slide.shapes:
            assert shape.is_placeholder
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height
            drawn = shape.has_chart or shape.has_table
            assert bool(described(shape)) == drawn
            if is_text(shape):
                assert shape.text_frame.text, "an empty place asks for a click"


@every
def test_no_text_is_higher_than_its_box(name: str) -> None:
    for slide in opened(DECKS[name]).slides:
        for shape in slide.shapes:
            if is_text(shape):
                sizes = [size for size, _ in set_lines(shape)]
                assert min(sizes) > SMALLEST, "a text was too long for its slide"
                lines = [line for _, line in set_lines(shape)]
                assert text_height(lines, shape.width, min(sizes)) <= shape.height


def set_lines(shape: BaseShape) -> Iterator[tuple[int, Line]]:
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            yield int(run.font.size.pt), Line(run.text, level=paragraph.level)


def test_six_to_eight_slides_with_what_proves_them() -> None:
    slides = opened(FULL).slides
    assert 6 <= len(slides) <= 8
    for slide in slides:
        assert slide.has_notes_slide and slide.notes_slide.notes_text_frame.text
    assert len(opened(EMPTY).slides) == 2  # the title, and that there is nothing yet


def test_a_last_action_is_shown_and_two_are_counted() -> None:
    """Beside a roadmap there is room for three: a line that counts one would save nothing."""
    one = replace(FULL.actions[1], status="in_progress")
    for number, more in ((3, ""), (4, ""), (5, "and 2 more actions")):
        actions = tuple(replace(one, ref=f"A{at}", title=f"Act {at}x") for at in range(number))
        (fixes,) = [
            part
            for part in build_slides(replace(FULL, actions=actions)).parts
            if part.key == "fixes"
        ]
        (shown,) = [block.items for block in fixes.blocks if isinstance(block, BulletList)]
        assert len(shown) == min(number, 4)
        assert shown[-1] == more or (not more and "Act" in shown[-1])


def test_the_roadmap_and_the_thirty_days_are_charts_of_powerpoints_own(sample: Reset) -> None:
    (file,) = make("slides", "pptx", sample.book, sample.pack, sample.today).files
    slides = Presentation(io.BytesIO(file.data)).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    roadmap, days = (
        next(one for one in charts if one.chart_title.text_frame.text.startswith(title))
        for title in ("The roadmap", "How far we are")
    )
    first, length = roadmap.plots[0].series
    fixes = sorted(
        (fix.start_on, fix.end_on) for fix in sample.book.rows(Fix) if fix.start_on and fix.end_on
    )[:6]
    zero = date(1899, 12, 30)
    assert [zero + timedelta(one) for one in first.values] == [start for start, end in fixes]
    assert list(length.values) == [(end - start).days + 1 for start, end in fixes]
    assert sum(days.plots[0].series[0].values) == days.value_axis.maximum_scale


def test_the_sample_s_slides_cut_nothing_name_no_id_and_ask_for_several_things(
    sample: Reset,
) -> None:
    slides = list(opened(gather(sample.book, sample.pack, sample.today)).slides)
    shown = [
        text
        for slide in slides
        for shape in slide.shapes
        for text in (texts_of(shape) if shape.has_table or is_text(shape) else [])
    ]
    assert [text for text in shown if "…" in text or re.search(r"\b[ACFGPU]\d+\b", text)] == []
    (asked,) = [one for one in slides if one.shapes.title.text_frame.text == "What we ask of you"]
    assert len(asked.placeholders[1].text_frame.paragraphs) >= 3


def texts_of(shape: BaseShape) -> list[str]:
    if shape.has_table:
        return [cell.text for cell in shape.table.iter_cells()]
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def test_a_chart_has_whiskers_on_the_scale_of_its_kind() -> None:
    charts = [
        shape.chart for slide in opened(judged_by_nps()).slides for shape in slide.shapes
        if shape.has_chart
    ]  # fmt: skip
    moved = next(one for one in charts if next(one.element.iter(qn("c:errBars")), None) is not None)
    assert (moved.value_axis.minimum_scale, moved.value_axis.maximum_scale) == (-100, 100)
    assert list(moved.plots[0].series[0].values) == [-12, 7]
    bars = next(moved.element.iter(qn("c:errBars")))
    sides = {
        name: [float(one.text) for one in bars.find(qn(f"c:{name}")).iter(qn("c:v"))]
        for name in ("plus", "minus")
    }
    assert sides == {"plus": [18, 18], "minus": [18, 18]}
    # The format knows no negative number of an axis, and each is crossed by the other.
    axes = [one.get("val") for one in moved.element.iter(qn("c:axId"), qn("c:crossAx"))]
    assert axes == ["1", "2", "1", "2", "2", "1"]
    # Names from the top down turn the axis of the figures up there, unless it is told to stay.
    assert moved.element.find(f".//{qn('c:valAx')}/{qn('c:crosses')}").get("val") == "max"


def test_arabic_is_set_from_the_right() -> None:
    facts = replace(FULL, pains=(replace(FULL.pains[0], title="قالت ليلى"),))
    found = {
        paragraph.find(qn("a:pPr")).get("rtl")
        for slide in opened(facts).slides
        for paragraph in slide.element.iter(qn("a:p"))
        if "".join(text.text for text in paragraph.iter(qn("a:t"))) == "قالت ليلى"
    }
    assert found == {"1"}


def test_the_sizes() -> None:
    box = (10 * 914_400, 3 * 914_400)
    assert size_for([Line("Short")], *box) == 24
    long = size_for([Line("word " * 200)], *box)
    assert SMALLEST < long < 24
    assert text_height([Line("word " * 200)], box[0], long) <= box[1]
    assert text_height([Line("word " * 200)], box[0], long + 1) > box[1]
    assert size_for([Line("word " * 9000)], *box) == SMALLEST


def test_without_the_library_the_command_is_named_and_the_look_stays(
    sample: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "find_spec", lambda name: None)
    with pytest.raises(ExportError) as caught:
        make("slides", "pptx", sample.book, sample.pack, sample.today)
    assert 'pip install "cxreset[slides]"' in caught.value.sentence
    shown = look("slides", "pptx", sample.book, sample.pack, sample.today)
    assert b"## What customers told us" in shown.files[0].data


@pytest.mark.long
@needs_office
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_libreoffice_shows_every_slide_with_nothing_cut(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pptx" for name in DECKS]
    for file, facts in zip(files, DECKS.values(), strict=True):
        file.write_bytes(made(facts))
    convert(files, "pdf", tmp_path)
    if not files[0].with_suffix(".pdf").exists():
        pytest.skip("LibreOffice is here without Impress")
    for file, facts in zip(files, DECKS.values(), strict=True):
        pdf = file.with_suffix(".pdf")
        pages = read(pdf, "-raw", "-").removesuffix("\f").split("\f")
        slides = opened(facts).slides
        assert len(pages) == len(slides)
        for slide, page in zip(slides, pages, strict=True):
            assert lost(slide, bare(page)) == []
        bottom, right = furthest(pdf)
        assert bottom <= 7.3 * 72 and right <= 13.3 * 72


def lost(slide: Slide, page: str) -> list[str]:
    """The paragraphs of a slide that are not on its page; those of two directions are reordered."""
    boxes = [shape.text_frame for shape in slide.shapes if is_text(shape)]
    texts = [bare(one.text) for box in boxes for one in box.paragraphs]
    return [text for text in texts if text not in page and not ARABIC.search(text)]


def bare(text: str) -> str:
    """Without the minus, which stands elsewhere in a PDF where another face lends it."""
    return words(text).replace("−", "")


def read(pdf: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", str(pdf), *options], capture_output=True, check=True)
    return done.stdout.decode()


def is_text(shape: BaseShape) -> bool:
    return bool(shape.has_text_frame) and "Number" not in shape.name


def furthest(pdf: Path) -> tuple[float, float]:
    """How far down and right any word stands, in points."""
    text = read(pdf, "-bbox", "-")
    ends = [[float(end) for end in re.findall(rf'{axis}Max="([\d.]+)"', text)] for axis in "yx"]
    return max(ends[0]), max(ends[1])
