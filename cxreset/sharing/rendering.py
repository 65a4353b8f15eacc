"""Which document a subject is, and which module writes a form; each is imported when it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxreset.sharing.documents.model import Document
    from cxreset.sharing.facts.plan import PlanFacts


def build(what: str, facts: PlanFacts) -> Document:
    """The document of this subject, one for all."""
    if what == "plan":
        from cxreset.sharing.documents.action_plan.plan import build_plan as builder
    elif what == "brief":
        from cxreset.sharing.documents.action_plan.short import build_brief as builder
    elif what == "short":
        from cxreset.sharing.documents.action_plan.short import build_short_plan as builder
    elif what == "meeting":
        from cxreset.sharing.documents.meeting_pack import build_meeting_pack as builder
    elif what == "pilot":
        from cxreset.sharing.documents.pilot import build_pilot_page as builder
    elif what == "story":
        from cxreset.sharing.documents.story import build_story as builder
    elif what in ("status", "week"):
        return _post(what, facts)
    elif what == "slides":
        from cxreset.sharing.slides.deck import build_slides as builder
    else:
        from cxreset.sharing.documents.procedure import build_procedure as builder
    return builder(facts)


def _post(what: str, facts: PlanFacts) -> Document:
    if what == "week":
        from cxreset.sharing.documents.posts.week import build_week as builder
    else:
        from cxreset.sharing.documents.posts.status import build_status as builder
    return builder(facts)


def rendered(form_name: str, document: Document) -> bytes:
    """The document as the bytes of a file in this form."""
    if form_name == "docx":
        from cxreset.sharing.pages import docx

        return docx.render(document)
    if form_name == "pdf":
        from cxreset.sharing.pages import pdf

        return pdf.render(document)
    if form_name == "pptx":
        from cxreset.sharing.slides import pptx

        return pptx.render(document)
    return _text(form_name, document).encode("utf-8", "replace")


def _text(form_name: str, document: Document) -> str:
    from cxreset.sharing.pages import html, markdown, plain

    if form_name == "html":
        return html.render(document)
    return plain.render(document) if form_name == "txt" else markdown.render(document)
