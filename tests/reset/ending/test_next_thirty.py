"""The closing, and the next thirty days: carried over by ticking, the first one kept."""

from __future__ import annotations

from contextlib import closing

import pytest

from cxreset.base.errors import CxresetError, NotSaved, UsageError
from cxreset.programme.model import Pack
from cxreset.reset.checkup import TELLING
from cxreset.reset.ending import next_thirty
from cxreset.reset.ending.closing import closing as closing_of
from cxreset.reset.ending.closing import let_go, mark_done, take_along
from cxreset.reset.ending.when import is_closing
from cxreset.reset.presence import arrive, settle
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.steps import tick, untick
from cxreset.reset.today import today_page
from cxreset.workbook import tables
from cxreset.workbook.cycles import next_cycle as cycles
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.backup import fault_of
from cxreset.workbook.tables import Action, Feedback, FollowUp, Gap, Journal, Pain, Person
from tests.reset.ending.conftest import DAY, Clock, at_the_end, mark_all


def test_before_the_closing_nothing_of_it_shows_and_nothing_can_begin(
    reset: Reset, clock: Clock
) -> None:
    assert not is_closing(reset)
    with pytest.raises(UsageError, match="from the closing on"):
        next_thirty.begin(reset, [], clock.on)
    clock.on = reset.calendar.days[27].on
    assert not is_closing(reset)
    clock.on += DAY
    assert is_closing(reset)


def test_the_closing_counts_what_is_left(reset: Reset, clock: Clock) -> None:
    clock.on = reset.calendar.days[28].on
    now = today_page(reset).closing
    assert now is not None
    assert (now.marked, now.parts, now.share_outs) == (0, (False,) * 4, 0)
    assert now.undecided == len(now.open_things) == len(reset.pack.steps) + 1
    assert now.open_things[-1][:3] == ("A1", "change the page", "Priya")
    assert now.proud_of == (
        ("2", "pain points with proof"),
        ("1 of 2", "actions done"),
        ("1", "gap named"),
    )
    mark_all(reset)
    for step in reset.pack.steps:
        tick(reset, step.id)
    reset.book.add(tables.ShareOut(who="the whole company", how="town hall"))
    take_along(reset, "A1")
    now = closing_of(reset)
    assert now.parts == (True, True, True, False) and now.untold == 1
    mark_done(reset, TELLING)
    assert closing_of(reset).done == now.total
    assert reset.undo() == "went on with the closing" and reset.undo() == "took A1 along"
    let_go(reset, "A1")
    assert closing_of(reset).open_things == () and reset.undo() == "let go of A1"
    step = reset.pack.steps[0]
    untick(reset, step.id)
    let_go(reset, step.number)
    assert closing_of(reset).open_things[0].ref == "A1"


def test_days_60_and_90_ask_whether_it_held(reset: Reset, clock: Clock) -> None:
    first = reset.calendar.days[0].on
    seen = []
    for days in (29, 58, 59, 66, 67, 89, 96, 97):
        clock.on = first + days * DAY
        now = closing_of(reset)
        assert now is not None
        seen.append((now.look, now.look_due))
    assert seen == [
        *((60, False), (60, False), (60, True), (60, True)),
        *((90, False), (90, True), (90, True), (None, False)),
    ]


def test_what_is_ticked_goes_along_with_its_thread(
    reset: Reset, clock: Clock, pack: Pack, workdays: tuple[int, ...]
) -> None:
    at_the_end(reset, clock)
    assert [item.ref for item in next_thirty.could_go_along(reset)] == ["P1", "P2", "G1", "A1"]
    kept = next_thirty.begin(reset, ["A1"], clock.on + 4 * DAY)
    assert kept.name == "my.thirty-1.cxreset"
    assert fault_of(reset.file.path) == fault_of(kept) == ""
    with closing(open_workbook(reset.file.path)) as file:
        follow = Reset(file, pack, clock)
        book = follow.book
        assert [row.text for row in book.rows(Feedback)] == ["late sofa", "late bed", "Late sofa!"]
        assert [(row.ref, row.title) for row in book.rows(Pain)] == [("P1", "about late sofa")]
        (action,) = book.rows(Action)
        assert (action.ref, action.owner, action.gap_id) == ("A1", "Priya", 1)
        assert [row.title for row in book.rows(Gap)] == ["two days became nine"]
        assert [row.promise for row in book.rows(tables.Touchpoint)] == ["two days"]
        assert [row.what for row in book.rows(FollowUp)] == ["ask Priya"]
        assert [row.name for row in book.rows(Person)] == ["Priya"]
        assert book.rows(Journal) == [] and follow.daily.ticks() == {}
        assert follow.history.undo() is None
        assert follow.settings.start_on == clock.on + 4 * DAY
        assert next_thirty.cycle(follow) == 2
        assert book.add(Pain(title="new")).ref == "P3", "numbers go on"
    with closing(open_reset(kept, pack, clock).file) as file:
        before = Reset(file, pack, clock)
        assert len(before.daily.ticks()) == len(pack.steps)
        assert len(before.book.rows(Feedback)) == 5
        assert not next_thirty.may_begin(before)
        with pytest.raises(UsageError, match="This reset is over"):
            next_thirty.begin(before, [], clock.on)
    with pytest.raises(NotSaved, match="moved, deleted or replaced"):
        reset.daily.win(clock.on)
        reset.daily.write_win(clock.on, "typed into the one before")


def test_nothing_need_go_along_and_cycles_follow_one_another(
    reset: Reset, clock: Clock, pack: Pack
) -> None:
    path = reset.file.path
    for number in (1, 2):
        with closing(open_reset(path, pack, clock).file) as file:
            going = Reset(file, pack, clock)
            clock.on = going.calendar.days[-1].on + DAY
            next_thirty.begin(going, [], clock.on)
        with closing(open_reset(path, pack, clock).file) as file:
            follow = Reset(file, pack, clock)
            assert next_thirty.cycle(follow) == number + 1
            assert follow.daily.tally()["pains"] == follow.daily.tally()["comments"] == 0
            for _ in range(5):  # the first days are lived as those of the first
                arrive(follow)
                settle(follow)
                step = today_page(follow).next_step
                if step is not None:
                    tick(follow, step.id)
                clock.on += DAY
            assert len(follow.daily.ticks()) == 5
    names = [each.path.name for each in cycles.earlier_resets(path)]
    assert names == ["my.thirty-1.cxreset", "my.thirty-2.cxreset"]


def test_a_failure_on_the_way_leaves_all_as_it_was(
    reset: Reset, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_end(reset, clock)
    before = reset.file.path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cycles, "settle", full)
    with pytest.raises(NotSaved, match="No space left on device"):
        next_thirty.begin(reset, [], clock.on)
    assert reset.file.path.read_bytes() == before
    assert [path.name for path in reset.file.path.parent.glob("*cxreset*")] == ["my.cxreset"]
    reset.daily.write_win(clock.on, "still writable")


def test_only_what_is_open_can_be_named(reset: Reset) -> None:
    assert next_thirty.chosen_refs(reset, "all") == ["P1", "P2", "G1", "A1"]
    assert next_thirty.chosen_refs(reset, " none ") == []
    assert next_thirty.chosen_refs(reset, "p1, a1") == ["P1", "A1"]
    with pytest.raises(CxresetError, match="A2"):
        next_thirty.chosen_refs(reset, "P1,A2")


def test_every_table_is_known_to_stay_or_go(reset: Reset) -> None:
    """A new table is left behind unless somebody decides otherwise; this asks for the decision."""
    rows = reset.file.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    here = {name for (name,) in rows if not name.startswith(("sqlite_", "feedback_search"))}
    assert here >= cycles.GOES_WHOLE | cycles.GOES_BY_CHOICE
