"""`python -m geo` is the command `factorymap`."""

from geo.cli import main

main()
