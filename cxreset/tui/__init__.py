"""Screens, worksheets, widgets: the only room that imports Textual."""
