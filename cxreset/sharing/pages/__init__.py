"""A document as a page: HTML, Markdown, PDF, Word."""
