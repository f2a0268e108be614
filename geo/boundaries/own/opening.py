"""
A file of boundaries, made ready for GDAL: only what it is shown lies in a folder of its own.

GDAL opens whatever a file names: other files, addresses, databases. So a file is read here, known by its
content, and shown to GDAL as a copy without neighbours, under the suffix of its kind. Networks are switched
off besides.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import Any

from geo.boundaries.own.kinds import (
    GEOPACKAGE,
    KNOWN,
    SHAPEFILE,
    SHAPEFILE_MAGIC,
    Refusal,
    check_geopackage,
    kind_of,
)
from geo.text import read_regular

LARGEST = 400_000_000
"""Bytes of a file, and of what is read of an archive when it is unpacked."""
MOST_MEMBERS = 2000
BESIDE = (".shx", ".dbf", ".prj", ".cpg")
"""What belongs to a shapefile."""
SHUT: Mapping[str, Any] = {
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "GDAL_HTTP_PROXY": "127.0.0.1:1",
    "GDAL_HTTP_TIMEOUT": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
    "LIBKML_RESOLVE_STYLE": "NO",
}
"""Options of GDAL while a file is open: no network, nothing that a file refers to."""
_ODD = re.compile(r"[^\w .-]")


@contextmanager
def opened(path: str | PathLike[str]) -> Iterator[Path]:
    """
    What GDAL may open in place of a file.

    Raises
    ------
    InputError
        If there is no such file, if it is no regular one, too large, or of no kind that is read.
    """
    content = read_regular(path, LARGEST, advice="Check the path.")
    with tempfile.TemporaryDirectory(prefix="factorymap-") as folder, _networks_shut():
        try:
            yield _staged(Path(path), content, Path(folder))
        except Refusal as refusal:
            raise refusal.of(path) from None


def _staged(path: Path, content: bytes, folder: Path) -> Path:
    """The copy for GDAL: a file, or a folder of shapefiles."""
    if content.startswith(b"PK\x03\x04"):
        return _unpacked(content, folder)
    if kind_of(content) is SHAPEFILE:
        beside = {
            found.suffix.lower(): read_regular(found, LARGEST)
            for found in sorted(path.parent.glob(f"{_literal(path.stem)}.*"))
            if found.suffix.lower() in BESIDE and found.stem == path.stem
        }
        return _written(path.stem, content, folder, beside)
    return _written(path.stem, content, folder, {})


def _literal(name: str) -> str:
    """A name as a pattern that matches only itself."""
    return re.sub(r"([*?[])", r"[\1]", name)


def _written(stem: str, content: bytes, folder: Path, beside: Mapping[str, bytes]) -> Path:
    """One file written under its name and the suffix of its kind, with what belongs to it."""
    kind = kind_of(content)
    name = _ODD.sub("_", stem)[:100] or "boundaries"
    target = folder / f"{name}{kind.suffix}"
    target.write_bytes(kind.shown(content))
    for suffix, part in beside.items():
        target.with_name(f"{name}{suffix}").write_bytes(part)
    if kind is GEOPACKAGE:
        check_geopackage(target)
    return target


def _unpacked(content: bytes, folder: Path) -> Path:
    """The shapefiles of an archive as a folder, or the only other file in it that is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = _members(archive)
            shapefiles = [name for name in members if name.suffix.lower() == SHAPEFILE.suffix]
            if shapefiles:
                return _shapefiles(archive, members, shapefiles, folder)
            others = [name for name in members if name.suffix.lower() in _ALONE]
            if len(others) != 1:
                raise Refusal(
                    f"it is an archive with {len(others) or 'no'} files that are read",
                    f"Unpack it and give {KNOWN}.",
                )
            return _written(others[0].stem, archive.read(members[others[0]]), folder, {})
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zipfile.LargeZipFile):
        raise Refusal(
            "its archive is damaged or locked with a password", "Unpack it and give the file."
        ) from None


_ALONE = (".geojson", ".json", ".topojson", ".gpkg", ".fgb", ".kml")
"""Suffixes of what may stand alone in an archive."""


def _members(archive: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """The files of an archive that can be of use, by their names; Refusal if they are too much."""
    wanted = {
        name: one
        for one in archive.infolist()
        if (name := PurePosixPath(one.filename)).suffix.lower() in (*_ALONE, SHAPEFILE.suffix, *BESIDE)
        and "__MACOSX" not in name.parts
    }
    if len(wanted) > MOST_MEMBERS or sum(one.file_size for one in wanted.values()) > LARGEST:
        raise Refusal(
            f"it unpacks to more than {LARGEST // 1_000_000} MB or {MOST_MEMBERS} files",
            "Unpack it and give the file of county boundaries alone.",
        )
    return wanted


def _shapefiles(
    archive: zipfile.ZipFile,
    members: Mapping[PurePosixPath, zipfile.ZipInfo],
    shapefiles: list[PurePosixPath],
    folder: Path,
) -> Path:
    """Write shapefiles beside each other; two of one name get a number."""
    taken: set[str] = set()
    for shapefile in shapefiles:
        stem, number = shapefile.stem, 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{shapefile.stem}-{number}"
        taken.add(stem.casefold())
        beside = {
            name.suffix.lower(): archive.read(info)
            for name, info in members.items()
            if name.with_suffix("") == shapefile.with_suffix("") and name.suffix.lower() in BESIDE
        }
        content = archive.read(members[shapefile])
        if not content.startswith(SHAPEFILE_MAGIC):
            raise Refusal(f"{shapefile.name!r} in it is no shapefile")
        written = _written(stem, content, folder, beside)
    return folder if len(shapefiles) > 1 else written


@contextmanager
def _networks_shut() -> Iterator[None]:
    """GDAL without networks, and as it was before afterwards."""
    import pyogrio

    before = {name: pyogrio.get_gdal_config_option(name) for name in SHUT}
    pyogrio.set_gdal_config_options(SHUT)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)
