"""Everything of a published folder, written as one set."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from pathlib import Path
from urllib.parse import urljoin, urlsplit, urlunsplit

from geo import page
from geo.boundaries import Ground, OwnBoundaries, ground_of
from geo.comparing import Comparison, diff
from geo.errors import InputError
from geo.formats import FORMATS, export_names
from geo.models import LANGUAGES, Run
from geo.outputs import build_id, exports_of, run_record, tables_of, view_on
from geo.pictures import Card, check_installed, county_pictures, picture
from geo.projects import run_within
from geo.publishing import descriptor, feed, sitemap
from geo.publishing.counties import FOLDER, CountyPage, county_pages
from geo.publishing.pages import FILES, PICTURE, Site, county_files, page_addresses
from geo.publishing.telling import entries_of, first_entry
from geo.publishing.wording import Wording
from geo.text import json_text, read_set, readable, sole_writer, write_files
from geo.view import PLAIN, SHARED, MapOptions, MapView, SiteView, newest_day

MAP, COMPACT, EMBED, SHARE, RECORD = "index.html", "compact.html", "embed.html", "share.png", "run.json"
TABLES = ("announcements.csv", "announcements.geojson", "counties.geojson")
WITHOUT_ADDRESS = (
    "sitemap.xml",
    "canonical addresses",
    "preview pictures in links",
)
"""What a folder lacks whose address is not known."""
_OF_COUNTY = re.compile(rf"{FOLDER}/X?KP[\w-]+/({'|'.join((*FILES.values(), PICTURE))})".replace(".", r"\."))
_TOLD = ("factorymap", "id", "versions", "stated_from", "counts", "policy")
"""What run.json says in public: nothing of the machine that built it."""


def publish(
    run: Run,
    folder: str | PathLike[str],
    *,
    boundaries: OwnBoundaries | Ground | None = None,
    options: MapOptions = PLAIN,
    formats: Sequence[str] = (),
    columns: str = "own",
    changes_since: str | PathLike[str] | None = None,
    day: str = "",
) -> tuple[Path, ...]:
    """
    Write a run into a folder that any static host serves, made if need be; all files appear as one set.

    Parameters
    ----------
    run
        As `geo.build` makes it; a period of the options holds for the announcements in every file.
    options
        As for `geo.make_map`; `options.address` is that of the folder. Without it the links are relative, and
        what needs whole addresses (`WITHOUT_ADDRESS`) is left out.
    formats, columns
        Further files, as for `geo.write_outputs`.
    changes_since
        A build or a published folder that the feed tells the changes from; by default what was published in
        `folder` before. The entries of the older feed stay.
    day
        ISO day that new entries of the feed are dated with; by default that of the newest page.

    Raises
    ------
    InputError
        If no page is dated and no day is given, if what was there before cannot be read, if pictures cannot
        be drawn, or as `geo.write_outputs`.
    OSError
        If the folder cannot be written to.
    """
    check_installed()
    run = run_within(run, options.period)
    address = folder_address(options.address)
    dated = _day_of(run, day)
    with sole_writer(folder, published_names(formats, address)):
        before = _before(Path(folder), changes_since, run)
        files = _rendered(run, ground_of(boundaries), options, formats, columns, address, dated, before)
        gone = [name for name in _older_names(Path(folder)) if name not in files]
        return write_files(files, folder, gone=gone)


def published_names(formats: Sequence[str] = (), address: str = "") -> tuple[str, ...]:
    """Names of the files that every published folder has, the map first; the pages of counties come to it."""
    return (
        *(MAP, COMPACT, EMBED, SHARE, *TABLES, *export_names(formats), feed.FILE, descriptor.FILE, RECORD),
        *([sitemap.FILE] if address else []),
        *(f"{FOLDER}/{name}" for name in FILES.values()),
    )


def folder_address(address: str) -> str:
    """The address of the folder that a page is published in, with a slash at its end; empty stays empty."""
    if not address:
        return ""
    scheme, netloc, path, _, _ = urlsplit(urljoin(address, "."))
    return urlunsplit((scheme, netloc, path, "", ""))


@dataclass(frozen=True, slots=True)
class _Before:
    """What was published before."""

    comparison: Comparison | None
    """None where nothing was."""
    feed: bytes | None
    name: str
    """Where the feed lies."""
    step: str
    """Tells this publication from an earlier one of the same changes; empty if these are from elsewhere."""


def _before(folder: Path, since: str | PathLike[str] | None, run: Run) -> _Before:
    """What to compare with, and the feed that goes on."""
    place = folder if since is None else Path(since)
    was_there = since is not None or any((folder / name).is_file() for name in TABLES[:2])
    comparison = diff(place, run) if was_there else None
    for one in (folder, place):
        if one.is_dir() and (content := read_set(one, [feed.FILE]).get(feed.FILE)) is not None:
            step = hashlib.sha256(content).hexdigest() if since is None else ""
            return _Before(comparison, content, str(one / feed.FILE), step)
    return _Before(comparison, None, "", "")


def _day_of(run: Run, day: str) -> str:
    """The day that the feed is dated with."""
    dated = day or newest_day(run.announcements, run.documents) or ""
    try:
        return date.fromisoformat(dated).isoformat()
    except ValueError:
        what = f"{day!r} is no day" if day else "no page is dated, and the feed needs a day"
        raise InputError(f"{what}. Give one, such as 2025-12-31.") from None


def _rendered(
    run: Run,
    ground: Ground,
    options: MapOptions,
    formats: Sequence[str],
    columns: str,
    address: str,
    day: str,
    before: _Before,
) -> dict[str, str | bytes]:
    """File name -> content of every file."""
    whole = view_on(ground, run, replace(options, lite=options.lite, compact=False))
    view: MapView = readable(whole)
    pages, build = county_pages(view), build_id(run)
    tables: dict[str, str | bytes] = {**tables_of(run, ground), **exports_of(run, ground, formats, columns)}
    head = feed.FeedHead(
        title=Wording("en").say("site-changes", title=view["title"]["en"]),
        author=view["byline"] or view["title"]["en"],
        generator=view["generator"],
        address=address,
        day=day,
    )
    title = view["title"]["en"]
    public = {**tables, feed.FILE: feed.feed_of(head, _entries(run, before, build, day, pages), *_of(before))}
    described = descriptor.descriptor(public, title=title, address=address, version=build, day=day)
    site = Site({**view, "picture": SHARE}, pages, address, (*descriptor.listed(tables), descriptor.FILE))
    return {
        **_maps(whole, address),
        EMBED: page.embed_page(title, view["generator"], COMPACT),
        SHARE: picture(whole, "png", SHARED),
        **public,
        descriptor.FILE: described,
        RECORD: json_text(_public_record(run, ground, options), indent=2) + "\n",
        **({sitemap.FILE: sitemap.sitemap(address, page_addresses(site))} if address else {}),
        **dict(county_files(site)),
        **{f"{FOLDER}/{key}/{PICTURE}": dots for key, dots in _pictures(whole, pages).items()},
    }


def _of(before: _Before) -> tuple[bytes | None, str]:
    return before.feed, before.name


def _entries(
    run: Run, before: _Before, build: str, day: str, pages: Iterable[CountyPage]
) -> list[feed.FeedEntry]:
    """What the feed tells anew."""
    if before.comparison is None:
        return [] if before.feed else [first_entry(run, build, day)]
    by_key = {one.key: one for one in pages}
    return list(entries_of(before.comparison, f"{build} {before.step}", day, by_key))


def _maps(view: MapView, address: str) -> dict[str, str]:
    """The map, and the small one for other pages."""
    around: SiteView = {"counties": f"{FOLDER}/{FILES['en']}", "feed": feed.FILE, "canonical": address}
    shown: MapView = {**view, "address": address, "picture": SHARE, "site": around}
    small: MapView = {**shown, "lite": True, "compact": True}
    return {name: page.render_map(one).get_root().render() for name, one in ((MAP, shown), (COMPACT, small))}


def _pictures(view: MapView, pages: Iterable[CountyPage]) -> dict[str, bytes]:
    """Key of each page -> its picture."""
    both = [Wording(language) for language in LANGUAGES]
    return county_pictures(
        view,
        [
            Card(
                key=one.key,
                title=view["title"]["en"],
                name=" ".join(filter(None, (one.name["en"], one.type_word))),
                name_ko=one.other_name["en"],
                province=" ".join(dict.fromkeys((one.province["en"], one.province["ko"]))),
                lines=tuple(line for words in both for line in words.lines(one)),
                at=one.at,
                alt=f"{one.title('en')}: {both[0].told(one)}",
            )
            for one in pages
        ],
    )


def _public_record(run: Run, ground: Ground, options: MapOptions) -> Mapping[str, object]:
    """run.json without paths, inputs and names of files."""
    record = run_record(run, ground.report, options, ground)
    shown = {name: record[name] for name in _TOLD}
    period = {name: value for name in ("since", "until") if (value := getattr(options, name))}
    return {**shown, "options": {**period, "decisions": "heeded" if run.decided else "none"}}


def _older_names(folder: Path) -> Iterator[str]:
    """Names of files of an earlier publication that lie in a folder."""
    known = published_names(FORMATS, "x")
    yield from (name for name in known if (folder / name).is_file())
    for path in sorted((folder / FOLDER).glob("*/*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _OF_COUNTY.fullmatch(name):
            yield name
