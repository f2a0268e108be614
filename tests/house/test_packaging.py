"""What is installed does the whole main job: wheel, sdist and editable install, without a network."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import pytest

from tests import ROOT

SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "data").rglob("*")
    if path.is_file() and "build" not in path.parts[len(ROOT.parts) :] and "__pycache__" not in path.parts
)


def _clean_environment() -> dict[str, str]:
    """The environment without what would lead Python back to the checkout."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def _run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that has to succeed."""
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=_clean_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of the checkout and the wheel made from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    """The wheel."""
    (path,) = distributions.glob("factorymap-*-py3-none-any.whl")
    return path


def test_the_wheel_ships_the_data_and_nothing_beside_the_package(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    missing = {f"geo/{path}" for path in SHIPPED} - set(names)
    assert not missing, f"not in the wheel: {sorted(missing)}"
    assert {name.split("/")[0] for name in names} == {
        "geo",
        "factorymap",
        f"{wheel.name.rsplit('-', 3)[0]}.dist-info",
    }
    strays = [name for name in names if name.startswith("geo/data/build/") or "__pycache__" in name]
    assert not strays, f"build scripts and caches stay out: {strays}"


def test_a_wheel_straight_from_the_checkout_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """`pip install .` makes the wheel without the sdist in between."""
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_sdist_has_data_sources_and_tests_but_no_generated_pages(distributions: Path) -> None:
    (path,) = distributions.glob("factorymap-*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"geo/{path}" for path in SHIPPED} <= names
    assert {
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "geo/cli/build.py",
        "tests/house/test_packaging.py",
        "maps/preview.png",
        "examples/analysis.ipynb",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "mkdocs.yml",
    } <= names
    assert not [name for name in names if name.endswith(".html") and name.startswith("maps/")]


def test_an_installed_wheel_builds_the_map_outside_the_checkout(
    wheel: Path, shipped_outputs: Path, tmp_path: Path
) -> None:
    """The environment has no checkout; its dependencies are lent by the one that runs the tests."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    _run(sys.executable, "-m", "venv", "--without-pip", place / "env", cwd=place)
    scripts = place / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    packages = Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip()
    )
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")

    home = Path(_run(python, "-c", "import geo; print(geo.__file__)", cwd=place).strip())
    assert home.is_relative_to(place), "the installed package is used, not the checkout"
    assert not (packages / "data").exists() and not (packages / "maps").exists()

    printed = _run(scripts / "factorymap", "build", "-o", "out", cwd=place)
    assert printed.strip() == str(Path("out") / "map.html")
    assert (place / "out" / "map.html").read_text(encoding="utf-8").startswith("<!")
    for path in sorted(shipped_outputs.iterdir()):
        assert (place / "out" / path.name).read_bytes() == path.read_bytes(), f"{path.name} differs"


def _imported(path: Path) -> set[str]:
    """Top-level modules that a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    others = {
        node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    return {name.partition(".")[0] for name in plain | others}


PLACES = {
    "dask": ("extracting/cluster.py",),
    "documents": ("articles/pdfpages.py",),
    "fetch": ("fetching", "articles/webarchives.py"),
    "formats": ("formats", "articles/streams.py"),
    "pictures": ("pictures",),
    "report": ("report",),
    "review": ("desk",),
    "zstd": ("articles/packed.py",),
}
"""Where the libraries of an extra are imported, and nowhere else."""
ANYWHERE = "gis"
"""An extra whose libraries are imported where a function needs them; test_lean.py does without."""


@pytest.mark.parametrize("extra", ["", *PLACES])
def test_what_the_package_imports_is_declared(extra: str) -> None:
    """A library that only comes along with another one may stay away tomorrow."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    required = [*project["dependencies"], *extras.get(extra, []), *extras[ANYWHERE]]
    declared = {_normal(re.split(r"[<>=!~ \[;]", one)[0]) for one in required}
    sources = (
        path for path in (ROOT / "geo").rglob("*.py")
        if not path.is_relative_to(ROOT / "geo" / "data")
        and next((name for name, places in PLACES.items() for place in places
                  if path.is_relative_to(ROOT / "geo" / place)), "") == extra
    )  # fmt: skip
    foreign = {name for path in sources for name in _imported(path)} - set(sys.stdlib_module_names) - {"geo"}
    for module in sorted(foreign):
        known = {_normal(name) for name in _installed().get(module, [])}
        assert known & declared, (
            f"{module} is imported, but {sorted(known) or 'no installed library'} is not declared"
        )


@cache
def _installed() -> Mapping[str, list[str]]:
    """Top-level module -> the libraries that bring it."""
    return metadata.packages_distributions()


def _normal(name: str) -> str:
    """A distribution's name as names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_data_folder_of_the_package_is_that_of_the_checkout() -> None:
    """What an editable install relies on: `geo/data` leads to `data`."""
    for path in SHIPPED:
        assert (resources.files("geo") / path).read_bytes() == (ROOT / path).read_bytes(), path
