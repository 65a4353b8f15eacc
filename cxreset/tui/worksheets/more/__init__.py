"""Worksheets that belong to no step, as a content pack describes them."""
