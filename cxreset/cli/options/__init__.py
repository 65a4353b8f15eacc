"""Where commands and their options are added to the parser."""
