"""The command line described: as JSON for scripts, as completions for shells, as a manual page."""
