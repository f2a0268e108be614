"""What a run is written to: the map, tables and layers, and the run's own record."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from geo import page
from geo.boundaries import (
    BoundaryReport,
    Ground,
    OwnBoundaries,
    attribution_lines,
    ground_of,
    locate_points,
)
from geo.decisions import decided_notes, decided_record
from geo.formats import FORMATS as EXPORTS
from geo.formats import export_names, layers_of, rendered
from geo.models import STATED_FROM, Announcement, ContextLayer, InputRecord, Note, Report, Run, __version__
from geo.outputs.identity import build_id
from geo.outputs.tables import (
    announcements_csv,
    announcements_geojson,
    counties_geojson,
    mentions_csv,
)
from geo.pictures import FORMATS, format_of, picture, write_picture
from geo.places import load_gazetteer, proposed_aliases, unresolved_names
from geo.projects import county_pcode_of, run_within, sites_on_record
from geo.review import review_csv, review_of
from geo.text import json_text, several, write_files
from geo.view import (
    ON_A4,
    PLAIN,
    SHARED,
    MapOptions,
    MapView,
    PictureOptions,
    map_view,
    policy_view,
    shares,
    words_of,
)

if TYPE_CHECKING:
    from folium import Map

SHARED_FILE = "map-share.png"
"""A picture for services that show links to the page."""
LIBRARIES = ("ahocorasick_rs", "folium", "lxml", "shapely", "trafilatura")
"""Libraries whose version can change a result."""


def map_of(
    run: Run,
    *,
    boundaries: OwnBoundaries | Ground | None = None,
    options: MapOptions = PLAIN,
    online: bool = False,
) -> Map:
    """The map of a run that is there already; parameters and errors are those of `geo.make_map`."""
    if online:
        options = replace(options, notes=(*options.notes, page.SAID_ONLINE))
    view = view_on(ground_of(boundaries), run_within(run, options.period), options)
    return page.render_map(view, online=online, still=lambda: picture(view, "png"))


def draw_picture(
    run: Run,
    path: str | PathLike[str],
    *,
    boundaries: OwnBoundaries | Ground | None = None,
    options: MapOptions = PLAIN,
) -> Path:
    """
    Draw the map of a run as a PNG, SVG or PDF by the suffix of the file.

    `boundaries` and options are as for `geo.make_map`; `options.picture` says how large the picture is and
    what it shows. Errors are also those of `geo.pictures.write_picture`.
    """
    format_of(path)
    view = view_on(ground_of(boundaries), run_within(run, options.period), options)
    return write_picture(view, path, options.picture)


def write_outputs(
    run: Run,
    folder: str | PathLike[str],
    *,
    boundaries: OwnBoundaries | None = None,
    options: MapOptions = PLAIN,
    pictures: Sequence[str] = (),
    sizes: Sequence[str] = (),
    formats: Sequence[str] = (),
    columns: str = "own",
) -> tuple[Path, ...]:
    """
    Write map, tables, layers and the run's record into a folder, which is made if need be.

    Everything is rendered before the first file is written, and all files appear as one set
    (docs/reliability.md). Returns the files, the map first. `boundaries`
    and options are as for `geo.make_map`; a period holds for the announcements in every file. `pictures` are
    formats in which the map is drawn, too: png, svg, pdf; `sizes` are those of each, in place of the one of
    `options.picture`. With `options.address` a
    picture for links to the page is written, too. `formats` are those of `geo.export` in
    which announcements, reports and counties are written besides, with `columns` of our own or `cod`.

    Raises
    ------
    InputError
        If a folder stands where a file is to go, another process is writing there, the boundaries cannot be
        used, a picture cannot be drawn, or a format is none or needs a library that is not installed.
    OSError
        If the folder cannot be written to.
    """
    several(pictures, "pictures")
    several(sizes, "sizes")
    files = render_outputs(
        run,
        boundaries=boundaries,
        options=options,
        pictures=pictures,
        sizes=sizes,
        formats=formats,
        columns=columns,
    )
    return write_files(files, folder)


def picture_names(
    pictures: Sequence[str], sizes: Sequence[str], options: PictureOptions
) -> dict[str, PictureOptions]:
    """
    Name of each picture's file -> its options, in each of some formats and sizes.

    An upright A4 page is map.png, another size has its name in that of the file: map-16x9.png.
    """
    chosen = [replace(options, size=size) for size in sizes] or [options]
    return {
        f"map{'' if one.label == ON_A4.label else f'-{one.label}'}.{format}": one
        for format in pictures
        for one in chosen
    }


def output_names(
    pictures: Sequence[str] = (),
    formats: Sequence[str] = (),
    sizes: Sequence[str] = (),
    options: MapOptions = PLAIN,
) -> tuple[str, ...]:
    """Names of the files that `write_outputs` writes, in its order."""
    tables = ("announcements.csv", "announcements.geojson", "counties.geojson", "mentions.csv", "review.csv")
    return (
        "map.html",
        "embed.html",
        *([SHARED_FILE] if options.address else []),
        *picture_names(pictures, sizes, options.picture),
        *tables,
        "run.json",
        *export_names(formats),
    )


def older_pictures(folder: str | PathLike[str], written: Iterable[str]) -> tuple[Path, ...]:
    """Pictures and exports of an earlier build in a folder: they are not among the names written now."""
    others = [path.name for format in FORMATS for path in Path(folder).glob(f"map-*.{format}")]
    names = {*output_names(FORMATS, EXPORTS), *others} - set(written)
    return tuple(path for path in (Path(folder, name) for name in sorted(names)) if path.is_file())


def render_outputs(
    run: Run,
    *,
    boundaries: OwnBoundaries | None = None,
    options: MapOptions = PLAIN,
    pictures: Sequence[str] = (),
    sizes: Sequence[str] = (),
    formats: Sequence[str] = (),
    columns: str = "own",
) -> dict[str, str | bytes]:
    """File name -> content of every output, the map first; parameters are those of `write_outputs`."""
    run = run_within(run, options.period)
    ground = ground_of(boundaries)
    view = view_on(ground, run, options)
    shared = {SHARED_FILE: picture(view, "png", SHARED)} if options.address else {}
    view |= {"picture": "".join(shared)}
    return {
        "map.html": page.page_of(view),
        "embed.html": page.embed_page(view["title"]["en"], view["generator"]),
        **shared,
        **{
            name: picture(view, format_of(name), one)
            for name, one in picture_names(pictures, sizes, options.picture).items()
        },
        **tables_of(run, ground),
        "mentions.csv": mentions_csv(run.documents, run.mentions),
        "review.csv": review_csv(review_of(run)),
        "run.json": json_text(run_record(run, ground.report, options, ground), indent=2) + "\n",
        **exports_of(run, ground, formats, columns),
    }


def tables_of(run: Run, ground: Ground) -> dict[str, str]:
    """File name -> content of the tables of announcements and counties that every build has."""
    units, credits = ground.gazetteer.units, ground.layer_credits
    return {
        "announcements.csv": announcements_csv(run.announcements),
        "announcements.geojson": announcements_geojson(
            run.announcements, units=units, shapes=ground.shapes, credits=credits
        ),
        "counties.geojson": counties_geojson(
            run.announcements,
            units=units,
            layer=ground.layer,
            credits=credits,
            loose_setbacks=run.loose_setbacks,
        ),
    }


def exports_of(run: Run, ground: Ground, formats: Sequence[str], columns: str) -> dict[str, str | bytes]:
    """The files of other formats; none if none is asked for."""
    export_names(formats)
    return rendered(layers_of(run, boundaries=ground, columns=columns), formats) if formats else {}


def view_on(ground: Ground, run: Run, options: MapOptions) -> MapView:
    """What the map of a run on these polygons shows; the run is cut to its period already."""
    credits = ground.map_credits
    if given := [f"{layer.name}: {layer.credit}" for layer in run.context if layer.credit]:
        credits = (*(attribution_lines() if credits is None else credits), *given)
    return map_view(
        run.announcements,
        run.documents,
        run.inputs,
        mentions=run.mentions,
        gazetteer=ground.gazetteer,
        shapes=ground.shapes,
        credits=credits,
        of_table=run.is_of_table,
        points=locate_points(run.points, ground),
        layers=run.context,
        possible=run.possible,
        loose_setbacks=run.loose_setbacks,
        notes=(
            *ground.notes,
            *decided_notes(run.decided),
            *_weights_notes(run.weights),
            *_left_out_notes(run.inputs),
        ),
        options=options,
    )


def run_record(
    run: Run,
    boundaries: BoundaryReport | None = None,
    options: MapOptions = PLAIN,
    ground: Ground | None = None,
) -> dict[str, object]:
    """
    What run.json says: versions, options, counts, each input and its outcome, and what became of every unit
    of somebody's own boundaries, of every decision and of every point on the ground that the map is drawn on;
    no clock, no machine.
    """
    from importlib import metadata

    return {
        "factorymap": __version__,
        "id": build_id(run),
        "versions": {
            "python": platform.python_version(),
            **{name: metadata.version(name) for name in LIBRARIES},
        },
        "options": {
            "paths": run.paths,
            **({"boundaries": boundaries.source} if boundaries else {}),
            **({"decisions": run.decided.path} if run.decided else {}),
            **({"weights": " ".join(run.weights)} if run.weights else {}),
            **({"stated_from": run.stated_from} if run.stated_from != STATED_FROM else {}),
            **options.chosen(),
        },
        "stated_from": run.stated_from,
        "counts": {
            "inputs": _counted(record.status for record in run.inputs),
            "left_out": sum(record.left_out for record in run.inputs),
            "documents": run.articles,
            **({"without_place": passed} if (passed := run.articles - len(run.documents)) else {}),
            "mentions": _counted(mention.outcome for mention in run.mentions),
            "events": _counted(event.stage for event in run.events if event.status == "stated"),
            "possible": len(run.possible),
            "setbacks": _counted(report.event.stage for report in _setbacks(run)),
            "announcements": _counted(one.stage for one in run.announcements),
            **_places_counted(run.announcements),
        },
        "policy": _policy_record(run, options),
        "unresolved_names": [asdict(name) for name in unresolved_names(run.mentions)],
        "proposed_aliases": [asdict(alias) for alias in proposed_aliases(run.mentions)],
        "inputs": [_input_record(record) for record in run.inputs],
        **({"boundaries": _boundaries_record(boundaries)} if boundaries else {}),
        **({"decisions": decided_record(run.decided)} if run.decided else {}),
        **({"points": _points_record(run, ground_of(ground))} if run.points else {}),
        **({"context": [_context_record(one) for one in run.context]} if run.context else {}),
    }


def _points_record(run: Run, ground: Ground) -> list[dict[str, object]]:
    """The county that each point lies in, and what of it disagrees with its row."""
    return [
        {
            **{name: value for name, value in asdict(one.point).items() if value != ""},
            "lies_in": one.pcode,
            "drawn": one.is_drawn,
            "doubts": [words_of(doubt)["en"] for doubt in one.doubts],
        }
        for one in locate_points(run.points, ground)
    ]


def _context_record(layer: ContextLayer) -> dict[str, object]:
    """What was drawn for orientation."""
    return {"name": layer.name, "features": len(layer.features), "credit": layer.credit}


def _setbacks(run: Run) -> list[Report]:
    """Everything that was stated to be cancelled, postponed or stopped."""
    return [*(report for one in run.announcements for report in one.setbacks), *run.loose_setbacks]


def _left_out_notes(inputs: Iterable[InputRecord]) -> Iterator[Note]:
    """What a reader of the map should know: which rows of which file are not in it."""
    for record in inputs:
        if record.left_out:
            yield Note("documents-left-out", (("file", Path(record.path).name), ("reason", record.reason)))


def _weights_notes(weights: tuple[str, str] | None) -> Iterator[Note]:
    """That a user's own weights decided, if they did."""
    if weights:
        yield Note("own-weights", (("file", Path(weights[0]).name), ("digest", weights[1])))


def _input_record(record: InputRecord) -> dict[str, object]:
    """What became of an input; how many rows were left out only where some were."""
    return {
        name: value for name, value in asdict(record).items() if value or name not in ("left_out", "passed")
    }


def _boundaries_record(report: BoundaryReport) -> dict[str, object]:
    """What was read of a layer of boundaries, and what became of each unit and feature."""
    return {
        "source": report.source,
        "layer": report.layer_name,
        "crs": report.crs,
        "features": report.n_features,
        "columns": [{"role": role, "column": column} for role, column in report.columns],
        "notes": report.notes,
        "matched": [asdict(record) for record in report.matched],
        "suspicious": [asdict(record) for record in report.suspicious],
        "unmatched": [asdict(record) for record in report.unmatched],
    }


def _places_counted(announcements: Sequence[Announcement]) -> dict[str, object]:
    """Counties with announcements, sites by campaign and the people there: none is the number of projects."""
    units = load_gazetteer().units
    counties = {county_pcode_of(one.pcode, units) for one in announcements} - {None}
    sites = sites_on_record(announcements, units)
    people = {
        year: {"people": number, "percent": round(percent, 1)}
        for year, (number, percent) in shares(sites, units).items()
    }
    return {
        "counties": len(counties),
        "sites": {year: len(pcodes) for year, pcodes in sites.items()},
        "population_2008": people,
    }


def _policy_record(run: Run, options: MapOptions) -> dict[str, object]:
    """The record of the policy, joined to what is reported: P-codes by campaign, and by province."""
    view = policy_view(run.announcements, run.documents, options=options)
    return {
        "day": view["day"],
        "campaigns": {
            year["key"]: {
                **{
                    standing: [one["pcode"] for one in places]
                    for standing, places in (
                        ("done", year["done"]),
                        ("late", year["late"]),
                        ("under_way", year["under_way"]),
                        ("unseen", year["unseen"]),
                    )
                },
                "overdue": {one["pcode"]: one["facilities"] for one in year["overdue"]},
            }
            for year in view["years"]
        },
        "to_come": {one["pcode"]: [place["pcode"] for place in one["places"]] for one in view["to_come"]},
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    """Value -> how often, in alphabetical order."""
    return dict(sorted(Counter(values).items()))
