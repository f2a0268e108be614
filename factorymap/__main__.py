"""`python -m factorymap` is the command `factorymap`."""

from geo.cli import main

main()
