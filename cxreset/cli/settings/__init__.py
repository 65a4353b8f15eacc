"""`cxreset settings`: what is settled, listed, looked up, changed and checked."""
