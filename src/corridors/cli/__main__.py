"""`python -m corridors.cli`: the same as the command `corridors`."""

from corridors.cli import main

main()
