"""The proof of a pain: what its comments weigh, and the best of them in customers' words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.words import _
from cxreset.base.text import count, shown
from cxreset.sharing.facts.customers import QuoteFact
from cxreset.sharing.facts.wording import comment_day

QUOTES = 3
LONGEST = 1_200  # characters of a quote; `v` shows the whole comment
SECTION = "bold $text-muted"
NONE_COMPLAINS = "None of the comments tied to it complains, so none of them is quoted."
NONE_TIED = "No comment is tied to it yet. In 1.1, attach the comments that speak of it."
IN_PLAN = "● in the plan"
TIED = "○ tied"


class PainQuotes(Vertical):
    """A few sentences, and up to three quotes, the first of which stands in the plan."""

    def compose(self) -> ComposeResult:
        yield Static(classes="weight", markup=False)
        for _number in range(QUOTES):
            yield Static(classes="quote", markup=False)
        yield Static(classes="to-judge", markup=False)

    def show(
        self, comments: int, quotes: Sequence[QuoteFact], weight: Sequence[str], to_judge: str
    ) -> None:
        """`comments` are tied to it; `weight` are sentences on what they weigh."""
        self.query_one(".to-judge", Static).update(Content.styled(to_judge, "$text-muted"))
        self.query_one(".to-judge").display = bool(to_judge)
        self.query_one(".weight", Static).update(_head(comments, quotes, weight))
        for index, part in enumerate(self.query(".quote").results(Static)):
            part.display = index < len(quotes)
            if part.display:
                part.set_class(index == 0, "-in-plan")
                part.update(_quote(quotes[index], in_plan=index == 0))


def _head(comments: int, quotes: Sequence[QuoteFact], weight: Sequence[str]) -> Content:
    if not comments:
        return Content.styled(_(NONE_TIED), "$text-muted")
    parts = [Content.styled(shown(" ".join(weight)), "$text-muted")] if weight else []
    if not quotes:
        parts.append(Content.styled(_(NONE_COMPLAINS), "$text-muted"))
    else:
        all_of_them = count(comments, "comment")
        part = (
            _("{quotes} of the {all_of_them}").format(quotes=len(quotes), all_of_them=all_of_them)
            if comments > len(quotes)
            else all_of_them
        )
        aside = _("   {part} tied to it").format(part=part)
        parts.append(
            Content.assemble((_("PROOF, IN THEIR WORDS"), SECTION), (aside, "$text-muted")),
        )
    return Content("\n\n").join(parts)


def _quote(quote: QuoteFact, *, in_plan: bool) -> Content:
    """Customers' words in italic, below them where they come from and what they are for."""
    text = shown(quote.text).strip()
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip() + "…"
    channel = COMMENT_NAMES.get(quote.channel, COMMENT_NAMES["other"])[0]
    day = comment_day(quote.received_on, approximate=quote.approximate)
    source = " · ".join(part for part in (quote.ref, channel, day) if part)
    mark = (_(IN_PLAN), "$primary") if in_plan else (_(TIED), "$text-muted")
    return Content.assemble((f"“{text}”", "italic"), "\n", (f"{source}   ", "$text-muted"), mark)
