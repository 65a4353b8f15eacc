"""Pictures of what was counted: pure functions from plain values to shapes, and shapes to a form.

`drawing` has the shapes, `svg` and `drawingml` write them for pages, PDF and slides, and for Word.
Every other module draws one chart. A drawing holds figures, days and ids only, never words that
somebody typed: those stand beside it as text, where they can be masked, wrapped and read aloud.
"""
