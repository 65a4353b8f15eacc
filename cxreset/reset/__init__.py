"""One leader's reset: programme, workbook and today's date together."""
