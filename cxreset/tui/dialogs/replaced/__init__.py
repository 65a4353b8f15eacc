"""Another version of the workbook lies in its place: which one to go on with."""
