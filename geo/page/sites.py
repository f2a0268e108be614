"""What the page says of the policy's record, in both languages: each campaign, and what is still to come."""

from __future__ import annotations

from statistics import median

from geo.view import MapView, PolicyPlace, PolicyYear, Words, words, words_or_plain


def year_lines(view: MapView) -> list[list[Words]]:
    """One list of sentences for each campaign."""
    return [_year(year) for year in view["policy"]["years"]]


def to_come_title(view: MapView) -> Words:
    """How many counties no campaign has named."""
    policy = view["policy"]
    waiting = sum(len(province["places"]) for province in policy["to_come"])
    return words("policy-to-come", n=waiting, all=policy["places"])


def to_come_lines(view: MapView) -> list[Words]:
    """These counties, a line for each first-level unit."""
    return [
        words(
            "policy-province",
            province={"en": province["name"], "ko": province["name_ko"]},
            n=len(province["places"]),
            places=tuple(map(_named, province["places"])),
        )
        for province in view["policy"]["to_come"]
    ]


def _year(year: PolicyYear) -> list[Words]:
    groups = (year["done"], year["late"], year["under_way"], year["unseen"])
    lines = [words("policy-year", year=year["key"], done=len(year["done"]), sites=sum(map(len, groups)))]
    if year["took"]:
        lines.append(
            words(
                "policy-took",
                median=round(median(year["took"])),
                least=year["took"][0],
                most=year["took"][-1],
                n=len(year["took"]),
            )
        )
    if year["late"]:
        lines.append(words("policy-late", places=tuple(map(_named, year["late"]))))
    elif not year["unseen"]:
        lines.append(words("policy-not-late"))
    if year["under_way"]:
        lines.append(words("policy-under-way", places=tuple(map(_named, year["under_way"]))))
    if year["unseen"]:
        lines.append(words("policy-unseen", places=tuple(map(_named, year["unseen"]))))
    if year["overdue"]:
        lines.append(words("policy-overdue", places=tuple(map(_with_facilities, year["overdue"]))))
    return lines


def _named(place: PolicyPlace) -> Words:
    return {"en": place["name"], "ko": place["name_ko"] or place["name"]}


def _with_facilities(place: PolicyPlace) -> Words:
    missing = tuple(words_or_plain(f"facility-{one}", one) for one in place["facilities"])
    return words("policy-missing", place=_named(place), facilities=missing)
