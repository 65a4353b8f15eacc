"""Texts to send and worksheets beside the steps."""
