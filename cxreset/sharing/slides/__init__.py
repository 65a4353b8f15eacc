"""The share-out as slides: what they say (`deck`), and how PowerPoint is to show it (`pptx`)."""
