"""`python -m cxreset` is the same as `cxreset`."""

from cxreset.cli import run

if __name__ == "__main__":
    run()
