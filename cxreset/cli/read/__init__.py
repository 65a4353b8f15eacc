"""`cxreset read` and `cxreset show`: the program in plain lines, for whoever hears it."""
