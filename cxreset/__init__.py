"""cxreset: a guided thirty-day workbook for customer-experience leaders."""

__version__ = "0.1.0"
