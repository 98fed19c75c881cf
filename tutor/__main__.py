"""`python -m tutor` and `footdrop`."""

import sys


def main() -> None:
    """Run the command line and end with its exit code."""
    from tutor.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
