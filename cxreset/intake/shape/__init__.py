"""Tables out of cells: headers, grids, rows of JSON."""
