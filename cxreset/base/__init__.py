"""What every room stands on: errors, text, paths, the crash report."""
