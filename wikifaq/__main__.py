"""``python -m wikifaq``."""

from wikifaq.cli import main

if __name__ == "__main__":
    main()
