"""The pieces that a Word document is made of: styles, words, blocks and pictures."""
