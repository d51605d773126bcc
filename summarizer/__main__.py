"""`summarizer` and `python -m summarizer`."""

import sys


def main() -> None:
    """Runs the command line and exits with its code."""
    try:
        from summarizer.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while still loading
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
