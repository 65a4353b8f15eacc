"""Days 60 and 90: has it held?"""

from __future__ import annotations

from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.pilot.follow_up import follow_up, follow_up_sentence
from cxreset.insight.figures.pilot.verdict import Question
from cxreset.insight.figures.samples import Rate, Share

CSAT = Question(Wording.of(KINDS["csat"], "Satisfaction", ""))
BEFORE, END = Share(110, 180), Share(131, 172)


def test_it_has_held() -> None:
    assert follow_up(CSAT, BEFORE, END, Share(150, 200), 60).outcome == "held"
    assert follow_up_sentence(CSAT, (BEFORE, END, Share(150, 200)), 60) == (
        "It has held: Satisfaction is 75 % on day 60, after 76 % at the end of the pilot and 61 % "
        "before; it is still better than before, and no fall-back is seen, though one of up to 11 "
        "points is possible."
    )


def test_it_has_fallen_back() -> None:
    assert follow_up(CSAT, BEFORE, END, Share(114, 190), 90).outcome == "fell back"
    assert follow_up_sentence(CSAT, (BEFORE, END, Share(114, 190)), 90).startswith(
        "It has fallen back: Satisfaction is 60 % on day 90, after 76 % at the end"
    )


def test_it_has_gone_further() -> None:
    assert follow_up(CSAT, BEFORE, END, Share(190, 200), 60).outcome == "went further"


def test_few_answers_cannot_tell() -> None:
    found = follow_up_sentence(CSAT, (BEFORE, END, Share(14, 20)), 60)
    assert found.startswith("Whether it has held cannot be told: ")
    assert found.endswith("on 180, 172 and 20 answers.")


def test_a_figure_that_was_to_fall() -> None:
    calls = Question(Wording.of(KINDS["rate"], "", ""), "down")
    before, end = Rate(96, 1200), Rate(58, 1150)
    assert follow_up(calls, before, end, Rate(50, 1100), 60).outcome == "held"
    assert follow_up(calls, before, end, Rate(110, 1100), 60).outcome == "fell back"


def test_two_dates_take_wider_ranges() -> None:
    """Seen once at 95 % this would be a fall-back; looked at on two days it is not."""
    later = Share(126, 190)
    found = follow_up(CSAT, BEFORE, END, later, 60)
    assert found.outcome == "cannot tell" and found.since_end is not None
    assert found.since_end.holds_zero
