"""Patterns that are compiled when they are first used."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import geo
from geo.text import Pattern

ROOMS = ("articles", "dates", "events", "places", "text")


def patterns() -> dict[str, Pattern]:
    """Every pattern that a module of these rooms has under a name of its own."""
    found = {}
    for room in ROOMS:
        package = import_module(f"{geo.__name__}.{room}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Pattern):
                    found[f"{module.name}.{name}"] = value
    return found


def test_every_pattern_of_the_house_is_well_formed() -> None:
    """What is wrong with one would be told only when a text comes that needs it."""
    assert len(patterns()) > 200
    for name, pattern in patterns().items():
        try:
            pattern.search("")
        except re.error as error:
            pytest.fail(f"{name}: {error}")


def test_a_pattern_finds_what_re_finds() -> None:
    given, text = r"(?:the )?(\w+) mill", "The Kumya MILL and the Sinphung mill"
    pattern, plain = Pattern(given, re.IGNORECASE), re.compile(given, re.IGNORECASE)
    for method in ("search", "match", "fullmatch"):
        assert str(getattr(pattern, method)(text, 4)) == str(getattr(plain, method)(text, 4))
    assert list(map(str, pattern.finditer(text))) == list(map(str, plain.finditer(text)))
    assert pattern.findall(text) == plain.findall(text) == ["Kumya", "Sinphung"]
    assert pattern.sub(r"\1", text) == plain.sub(r"\1", text)


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    broken = Pattern("(")
    with pytest.raises(re.error, match="missing \\)"):
        broken.search("")
