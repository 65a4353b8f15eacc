"""Before there is a workbook in hand: the welcome, and what to do with a damaged one."""
