"""One row into its outcomes: the customer's own words, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from cxreset.intake.columns.customers import customer_name
from cxreset.intake.columns.people import Side
from cxreset.intake.columns.scales import bounds
from cxreset.intake.columns.totals import is_header_again, is_total
from cxreset.intake.columns.trials import is_trial
from cxreset.intake.outcome import Item, Outcome, Passed
from cxreset.intake.preview import Preview
from cxreset.intake.report import Report, Unread
from cxreset.intake.shape.table import Row
from cxreset.intake.speakers.quoting import without_forum_quotes, without_quotes, without_reply
from cxreset.intake.speakers.turns import own_words, side_of
from cxreset.intake.values.cells import Met, row_channel
from cxreset.intake.values.date_columns import approximate_reader, day_reader
from cxreset.intake.values.ratings import is_open, rating_reader
from cxreset.intake.values.words import (
    NO_ANSWER_LENGTH,
    clean_text,
    is_no_answer,
    without_markup,
)


class _Words(NamedTuple):
    """The customer's words in a cell: empty, and then why."""

    text: str
    why: Literal["", "empty", "no answer", "company"] = ""
    trimmed: bool = False


class RowReader:
    """Turns rows into outcomes, the way a preview says; tells `report` what it could not read.

    `single`: there is one column of words, so each row has one outcome.
    """

    def __init__(self, preview: Preview, report: Report) -> None:
        self._preview, self._report = preview, report
        self._dates = report.dates or Unread("")
        self._ratings = report.ratings or Unread("")
        self._header = preview.header
        at = {name: position for position, name in enumerate(preview.header)}
        mapping = preview.mapping
        self._texts = [at[name] for name in mapping.texts]
        self._columns = {role: at[name] for role, name in mapping.roles().items()}
        self._speaker = None if preview.speaker is None else at[preview.speaker]
        self._trials = [(at[name], name) for name in preview.trials]
        self._agents = [(at[name], side) for name, side in preview.people]
        self._day = self._columns.get("date")
        self._rating = self._columns.get("rating")
        self._title = self._columns.get("title")
        self._channel = self._columns.get("channel")
        self._customer = self._columns.get("customer")
        self._category = self._columns.get("category")
        self._chief = self._texts[0] if self._texts else None
        self.single = len(self._texts) < 2
        # where a row with a day, and words that need nothing done to them, is surely a comment
        self._quick: tuple[int, int] | None = None
        if self.single and self._chief is not None and self._day is not None:
            self._quick = (
                None if self._speaker is not None or self._trials else (self._chief, self._day)
            )
        # of each column of words, the columns without the others of words
        self._beside = {
            position: [
                at for at in range(len(self._header)) if at == position or at not in self._texts
            ]
            for position in self._texts
        }
        scale = bounds(preview.scale) if preview.scale_sure else None
        self._days = Met(day_reader(preview.date_form, preview.date_order, preview.file_day))
        self._approximate = Met(approximate_reader(preview.date_form, preview.date_order))
        self._scores = Met(_within(scale, rating_reader(preview.rating_form)))
        self._channels = Met(lambda cell: row_channel(cell, preview.channel))
        self._categories = Met(clean_text)
        self._customers = Met(customer_name, 50_000)
        self._nothing = Met(is_no_answer)
        self._totals = Met(is_total)

    def all_of(self, row: Row) -> Sequence[Outcome]:
        """What a row is: one outcome, or a comment for each column of words that has some."""
        if self.single:
            return (self.outcome(row.number, row.cells),)
        return self.outcomes(row.number, row.cells)

    def outcome(self, number: int, cells: list[str]) -> Outcome:
        """What a row of one column of words is."""
        if self._quick is not None:
            chief, day = self._quick
            text = cells[chief]
            telling = len(text) > NO_ANSWER_LENGTH and len(text) != len(self._header[chief])
            if telling and is_bare(text) and self._days[cells[day]] is not None:
                heading = "" if self._title is None else self._plain(cells[self._title])
                return self._item(number, cells, text, heading)
        passed = self._not_a_comment(number, cells)
        if passed is not None:
            return passed
        heading = "" if self._title is None else self._plain(cells[self._title])
        words = self._words(cells, self._chief)
        text = words.text
        if not text:
            if words.why == "company":
                return Passed(
                    number, "company"
                )  # where the company alone speaks, so does the title
            if self._preview.conversation:
                return Passed(number, "notice")  # a picture, or what was deleted
            if not heading or self._nothing[heading]:
                return Passed(number, "no answer" if words.why == "no answer" else "empty")
            text = heading
        self._report.trimmed += words.trimmed
        return self._item(number, cells, text, heading)

    def outcomes(self, number: int, cells: list[str]) -> Sequence[Outcome]:
        """What a row of several columns of words is: a comment for each that has some."""
        passed = self._not_a_comment(number, cells)
        if passed is not None:
            return (passed,)
        answers = [(position, self._words(cells, position)) for position in sorted(self._texts)]
        spoken = [(position, words) for position, words in answers if words.text]
        if not spoken:
            if any(words.why == "company" for _, words in answers):
                return (Passed(number, "company"),)
            only_title = self.outcome(number, cells)
            silent = any(words.why == "no answer" for _, words in answers)
            if silent and isinstance(only_title, Passed):
                return (Passed(number, "no answer"),)
            return (only_title,)
        self._report.trimmed += sum(words.why == "company" for _, words in answers)
        self._report.beside += sum(words.why == "no answer" for _, words in answers)
        heading = "" if self._title is None else self._plain(cells[self._title])
        items: list[Outcome] = []
        for position, words in spoken:
            self._report.trimmed += words.trimmed
            own = self._beside[position]
            item = self._item(number, cells, words.text, heading)
            item = _under_its_question(item, self._header[position])
            items.append(
                item._replace(
                    header=[self._header[at] for at in own], cells=[cells[at] for at in own]
                )
            )
        return items

    def _not_a_comment(self, number: int, cells: list[str]) -> Passed | None:
        """A turn of the company's, a trial, the header once more, a total; None for other rows."""
        if self._speaker is not None and not self._by_customer(cells[self._speaker]):
            nobody = self._preview.conversation and not cells[self._speaker]
            return Passed(number, "notice" if nobody else "company")
        for position, name in self._trials:
            if is_trial(cells[position], name):
                return Passed(number, "trial")
        chief = self._chief
        if chief is None:
            return None
        if len(cells[chief]) == len(self._header[chief]) and is_header_again(cells, self._header):
            return Passed(number, "header")
        if self._is_sum(cells):
            first = cells[0] or (cells[1] if len(cells) > 1 else "")
            if first and self._totals[first]:
                return Passed(number, "total")
        return None

    def _is_sum(self, cells: list[str]) -> bool:
        """No day where days are told, and hardly a word."""
        if self._chief == 0 or len(cells) < 2:
            return False
        dated = self._day is not None and self._days[cells[self._day]] is not None
        text = "" if self._chief is None else cells[self._chief]
        return not dated and len(text.split()) <= 4

    def _by_customer(self, cell: str) -> bool:
        customers = self._preview.customers
        if customers is not None:
            return cell in customers
        return side_of(cell, self._preview.speaker or "") != "company"

    def _plain(self, cell: str) -> str:
        text = clean_text(cell)
        if ("<" in text and ">" in text) or ("&" in text and ";" in text):
            return clean_text(without_markup(text))
        return text

    def _words(self, cells: list[str], position: int | None) -> _Words:
        """The customer's own words in a cell."""
        if position is None:
            return _Words("")
        text = whole = self._plain(cells[position])
        if not text:
            return _Words("", "empty")
        if self._preview.conversation:  # even "No" is an answer there
            own = self._plain(without_forum_quotes(cells[position]))
            return _Words(own or text, "", bool(own) and own != text)
        if len(text) <= NO_ANSWER_LENGTH and self._nothing[text]:
            return _Words("", "no answer")
        if ":" not in text and "\n" not in text and "：" not in text:
            return _Words(text)
        if ":" in text and (self._preview.chat_log or self._agents or "\n" in text):
            text = clean_text(own_words(text, self._preview.chat_log, self._people(cells)))
            if not text:
                return _Words("", "company")
        text = without_quotes(without_reply(text)) or text
        return _Words(text, "", len(text) < len(whole))

    def _people(self, cells: list[str]) -> dict[str, Side]:
        """The names of this row's people, in small letters, and for whom they speak."""
        return {
            cells[position].strip().lower(): side
            for position, side in self._agents
            if cells[position]
        }

    def _item(self, number: int, cells: list[str], text: str, heading: str) -> Item:
        day, rating, channel = self._day, self._rating, self._channel
        customer, category = self._customer, self._category
        on = None if day is None else self._day_of(cells[day])
        approximate = on is not None and day is not None and self._approximate[cells[day]]
        self._report.approximate += approximate
        return _make(
            Item,
            (
                number,
                text,
                heading,
                on,
                self._preview.channel if channel is None else self._channels[cells[channel]],
                None if rating is None else self._score_of(cells[rating]),
                "" if customer is None else self._customers[cells[customer]],
                "" if category is None else self._categories[cells[category]],
                self._header,
                cells,
                approximate,
            ),
        )

    def _day_of(self, cell: str) -> date | None:
        day = self._days[cell]
        dates = self._dates
        if day is not None:
            dates.read += 1
        elif cell and cell.strip():
            dates.miss(cell)
        return day

    def _score_of(self, cell: str) -> float | None:
        score = self._scores[cell]
        if score is not None:
            self._ratings.read += 1
        elif cell and not is_open(cell):
            self._ratings.miss(cell)
        return score


def _under_its_question(item: Item, question: str) -> Item:
    """Of several columns of words each comment says in its heading to which it belongs, beside the
    row's own heading."""
    return item._replace(title=f"{item.title} – {question}" if item.title else question)


def _within(
    scale: tuple[int, int] | None, read: Callable[[str], float | None]
) -> Callable[[str], float | None]:
    """What reads ratings, of those on a scale alone."""
    if scale is None:
        return read
    low, high = scale

    def reading(cell: str) -> float | None:
        score = read(cell)
        return None if score is None or not low <= score <= high else score

    return reading


def is_bare(cell: str) -> bool:
    """Words and nothing else, as most cells are: no markup, no speaker, no blanks to fold."""
    return (
        cell != ""
        and cell.isascii()
        and cell.isprintable()
        and "  " not in cell
        and not (":" in cell or "<" in cell or "&" in cell)
        and cell[0] != " " != cell[-1]
    )


_make = tuple.__new__  # what Item() comes to in the end, in a third of the time
