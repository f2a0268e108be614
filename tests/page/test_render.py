"""The page as text: what may stand where, one build like the other, and colours that can be told apart."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import folium
import folium.plugins
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import DataError, InputError
from geo.page import CountyMap, assets, page_of, render_map
from geo.page.island import json_island
from geo.page.packing import packed, unpacked
from geo.page.page import topology_bounds
from geo.view import THEMES, css_variables, human_date
from tests.sample_view import PAYLOADS, STAGES, sample_view

SIZE_LIMIT = 450_000


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the sample view."""
    return str(render_map(sample_view()).get_root().render())


def test_the_page_by_itself_is_that_of_the_folium_map(page: str) -> None:
    assert page_of(sample_view()) == page


class Elements(HTMLParser):
    """The elements of a page, each with its attributes and, for scripts and styles, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:  # inside a script or style
            tag, attributes, text = self.found[-1]
            self.found[-1] = (tag, attributes, text + data)

    def texts(self, tag: str) -> list[str]:
        return [text for name, attributes, text in self.found if name == tag and "type" not in attributes]


def policy(page: str) -> str:
    return unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])  # type: ignore[index]


def island(page: str) -> dict[str, Any]:
    text = re.search(r'<script type="text/plain" id="view">(.*?)</script>', page, re.DOTALL)
    return json.loads(unpacked(text[1]))  # type: ignore[index, no-any-return]


# ---- the document ----------------------------------------------------------------------------------------


def test_the_same_view_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        render_map(sample_view()).save(str(tmp_path / name))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_saving_twice_and_rendering_give_the_same_page(page: str, tmp_path: Path) -> None:
    county_map = render_map(sample_view())
    county_map.save(str(tmp_path / "one"))
    county_map.save(str(tmp_path / "two"))
    assert (
        (tmp_path / "one").read_text(encoding="utf-8")
        == (tmp_path / "two").read_text(encoding="utf-8")
        == page
    )


def test_the_page_is_small_and_names_no_other_file(page: str) -> None:
    assert len(page.encode()) < SIZE_LIMIT
    for _, attributes, _ in Elements(page).found:
        assert "src" not in attributes
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
    told = re.sub(r'id="view">[^<]*', "", page)  # packed data has any letters
    assert "sourceMappingURL" not in told and "cdn" not in told


def test_the_policy_allows_the_scripts_and_styles_of_the_page_and_nothing_else(page: str) -> None:
    elements = Elements(page)
    for tag in ("script", "style"):
        texts = elements.texts(tag)
        hashes = {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts
        }
        allowed = re.search(rf"{tag}-src ([^;]+);", policy(page))[1].split()  # type: ignore[index]
        assert len(texts) == {"script": 3, "style": 2}[tag] and set(allowed) == hashes
    for rule in ("default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy(page)
    assert "unsafe" not in policy(page)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_changes_neither_scripts_nor_elements(
    page: str, hostile_file: Callable[[str], Path], payload: str
) -> None:
    hostile = hostile_file(payload).read_text(encoding="utf-8")
    assert policy(hostile) == policy(page)
    told, clean = (
        Counter(
            tag for tag, _, _ in Elements(text).found if tag not in ("a", "bdi", "span", "li", "g", "text")
        )
        for text in (hostile, page)
    )
    assert told == clean  # links become text, cited pages and names differ, long names find no room
    assert not [
        href
        for _, attributes, _ in Elements(hostile).found
        if (href := attributes.get("href")) and "java" in href
    ]


@given(
    st.recursive(
        st.text(st.characters(codec=None)), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_an_island_holds_any_text_and_ends_nowhere(value: Any) -> None:
    text = str(json_island(value))
    assert json.loads(text) == value
    assert not set(text) & set("<\u2028\u2029")
    text.encode("utf-8")  # half of a surrogate pair is written as an escape


@given(st.text())
def test_what_is_packed_comes_out_and_can_stand_in_any_element(text: str) -> None:
    assert unpacked(packed(text)) == text
    assert re.fullmatch("[A-Za-z0-9+/]+=*", packed(text))


def test_half_of_a_surrogate_pair_does_not_stop_a_build(tmp_path: Path) -> None:
    view = sample_view()
    view["title"]["en"] += "\ud800"
    view["announcements"][0]["evidence"][0]["text"] += "\udfff"
    render_map(view).save(str(tmp_path / "map.html"))
    assert "\ufffd</h1>" in (tmp_path / "map.html").read_text(encoding="utf-8")


def records(table: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """The rows of a table of the island."""
    return [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]


def test_every_announcement_and_its_evidence_is_in_the_island(page: str) -> None:
    view, shown = sample_view(), island(page)
    pages = [
        (unescape(label), unescape(url))
        for url, label in re.findall(r'<li id=s\d+><a href="([^"]*)">([^<]*)</a>', page)
    ]
    for name in ("announcements", "unplaced"):
        rows = records(shown[name])
        assert [row["id"] for row in rows] == [item["id"] for item in view[name]]
        for row, item in zip(rows, view[name], strict=True):
            proofs = []
            for stage, date, number in row["evidence"]:
                text, summary, cited = records(shown["proofs"])[number].values()
                proofs.append([shown["keys"][stage], date, text, bool(summary), *pages[cited]])
            wanted = ("stage", "date", "text", "summary", "label", "url")
            assert proofs == [[proof[key] for key in wanted] for proof in item["evidence"]]


def test_readers_without_scripts_find_map_table_and_sources(page: str) -> None:
    view = sample_view()
    table = re.search('<table id="all-table">(.*?)</table>', page, re.DOTALL)[1]  # type: ignore[index]
    assert table.count("<tr><th>") == len(view["announcements"]) + len(view["unplaced"])
    numbers = re.findall(r"<a href=#(s\d+)>", table)
    assert numbers and all(f"<li id={number}>" in page for number in set(numbers))
    drawn = dict(re.findall(r'<path data-pcode="(\w+)" class="county ([\w-]+)"', page))
    assert drawn == {c["pcode"]: f"stage-{c['stage'] or 'none'}" for c in view["counties"]}


def test_a_view_with_nothing_in_it_is_a_page() -> None:
    view = sample_view() | {
        "announcements": [],
        "unplaced": [],
        "period": None,
        "data_to": None,
        "campaigns": [],
        "policy": {"day": None, "years": [], "to_come": [], "places": 0},
    }
    page = str(render_map(view).get_root().render())
    assert ">Events<" not in page and "of 20" not in page
    assert '<section id="policy"' not in page


def test_the_policy_stands_in_the_page_in_both_languages() -> None:
    kilju: dict[str, Any] = {
        "pcode": "KP0211",
        "name": "Kilju",
        "name_ko": "길주군",
        "facilities": ["hospital"],
    }
    orang = {**kilju, "name": "Orang", "name_ko": "어랑군", "facilities": []}
    none: dict[str, Any] = {key: [] for key in ("done", "late", "under_way", "unseen", "overdue", "took")}
    years = [
        {**none, "key": "2024", "done": [kilju] * 2, "overdue": [kilju]},
        {**none, "key": "2025", "done": [kilju], "late": [orang, kilju], "unseen": [kilju]},
        {**none, "key": "2026", "under_way": [orang]},
    ]
    waiting = [{"pcode": "KP02", "name": "North Hamgyong", "name_ko": "함경북도", "places": [orang, kilju]}]
    policy = {"day": "2026-10-01", "years": years, "to_come": waiting, "places": 181}
    page = str(render_map(sample_view() | {"policy": policy}).get_root().render())
    section = page[page.index('<section id="policy"') : page.index('<section id="all"')]
    said = [" ".join(re.sub("<[^>]*>", "", line).split()) for line in re.findall("<li.*?</li>", section)]
    assert said == [
        "2024: 2 of 2 sites inaugurated. None is late. "
        "Announced for a site that is open, not reported as done: Kilju (hospital).",
        "2025: 1 of 4 sites inaugurated. Late, by what is reported here: Orang, Kilju. "
        "Named by none of these sources: Kilju.",
        "2026: 0 of 1 site inaugurated. None is late. Under way: Orang.",
        "North Hamgyong (2): Orang, Kilju",
    ]
    assert "Still to come: 2 of 181 cities, counties and districts" in section
    korean = re.findall('data-ko="([^"]*)"', section)
    assert (
        "2025년: 대상지 4곳 가운데 1곳 준공." in korean
        and "이 자료의 보도로는 지연: 어랑군, 길주군." in korean
    )
    assert "문을 연 대상지에 발표되었으나 완공 보도가 없는 것: 길주군(병원)." in korean
    assert "함경북도(2곳): 어랑군, 길주군" in korean


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-02-08", "8 February 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2024-13", "2024-13"),  # no such month: shown as it came
        ("spring 2024", "spring 2024"),
    ],
)
def test_dates_stay_as_vague_as_they_are(date: str, words: str) -> None:
    assert human_date(date) == words


# ---- folium ----------------------------------------------------------------------------------------------


def test_it_is_a_folium_map_with_the_bounds_of_the_country() -> None:
    county_map = render_map(sample_view())
    assert isinstance(county_map, folium.Map) and isinstance(county_map, CountyMap)
    (south, west), (north, east) = county_map.get_bounds()
    assert 37.5 < south < 38 and 124 < west < 125 and 42.9 < north < 43.2 and 130.4 < east < 131


def test_bounds_come_from_the_differences_of_a_topology() -> None:
    arcs = [[[10, 20], [-5, 5]], [[0, 0], [40, -1]]]
    topology = {"transform": {"scale": [0.5, 0.1], "translate": [100, 30]}, "arcs": arcs}
    assert topology_bounds(topology) == [[pytest.approx(29.9), 100], [pytest.approx(32.5), 120]]


def test_chosen_bounds_replace_those_of_the_country() -> None:
    county_map = render_map(sample_view())
    county_map.fit_bounds([[38, 125], [39, 126]], padding=(10, 10))
    assert county_map.get_bounds() == [[38, 125], [39, 126]]
    assert island(county_map.get_root().render())["bounds"] == [[38, 125], [39, 126]]


def test_a_notebook_gets_the_page_in_a_sandboxed_frame(page: str) -> None:
    frame = render_map(sample_view())._repr_html_()
    assert 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"' in frame
    assert unescape(re.search('srcdoc="([^"]*)"', frame)[1]) == page  # type: ignore[index]
    left = re.sub("<(iframe|script).*?</\\1>", "", frame, flags=re.DOTALL)  # in a notebook without trust
    assert "once they are trusted: File, Trust Notebook" in left


def test_an_added_layer_has_its_own_hash_and_leaves_other_maps_alone(page: str) -> None:
    county_map = render_map(sample_view())
    folium.CircleMarker([39, 126]).add_to(county_map)
    added = county_map.get_root().render()
    assert len(Elements(added).texts("script")) == len(Elements(page).texts("script")) + 1
    assert "L.circleMarker" in added
    assert render_map(sample_view()).get_root().render() == page


def _icon(icon: Any) -> Any:
    return folium.Marker([39, 126], icon=icon)


def _shades() -> Any:
    import geo

    counties = geo.counties()[["geometry"]]
    shades = pandas.Series(1.0, index=counties.index)
    return folium.Choropleth(geo_data=counties.to_json(), data=shades, key_on="feature.id")


REFUSED: dict[str, tuple[Any, str]] = {
    "an icon of a plugin": (
        lambda: folium.Marker([39, 126], icon=folium.plugins.BeautifyIcon()),
        "online=True",
    ),
    "a plugin": (folium.plugins.Fullscreen, "without a network"),
    "tiles": (lambda: folium.TileLayer("OpenStreetMap"), "asks a server for tiles"),
    "shades": (_shades, "explore\\(legend=False\\).*GeoJson with a style_function"),
    "a frame": (lambda: folium.Marker([39, 126], popup=folium.Popup(folium.IFrame("a"))), "its HTML as text"),
    "a picture": (
        lambda: folium.Marker([39, 126], icon=folium.CustomIcon("https://a.example/b.png")),
        "b.png",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_layers_that_cannot_work_offline_are_refused_with_the_way_out(name: str) -> None:
    layer, said = REFUSED[name]
    county_map = render_map(sample_view())
    layer().add_to(county_map)
    with pytest.raises(InputError, match=said):
        county_map.get_root().render()


@pytest.mark.parametrize(
    ("part", "html", "said"),
    [
        ("header", "<title>mine</title>", r"geo.make_map\(title=...\)"),
        ("header", '<link rel="stylesheet" href="https://a.example/b.css">', "'b.css' would be loaded from"),
        ("header", "<style>p{background:url(https://a.example/b.png)}</style>", "'b.png' would be loaded"),
        ("html", '<script src="https://a.example/b.js"></script>', "'b.js' would be loaded"),
        ("html", '<img src="https://a.example/b.png">', "'b.png' would be loaded"),
        ("html", '<p onclick="go()">a</p>', "no script in an attribute"),
    ],
)
def test_what_a_document_cannot_have_is_refused_with_the_way_out(part: str, html: str, said: str) -> None:
    county_map = render_map(sample_view())
    getattr(county_map.get_root(), part).add_child(folium.Element(html))
    with pytest.raises(InputError, match=said):
        county_map.get_root().render()


def test_html_styles_and_scripts_of_the_root_are_in_the_page_by_hash(page: str) -> None:
    county_map = render_map(sample_view())
    root = county_map.get_root()
    root.html.add_child(folium.Element('<h3 id="mine" style="color:red">Mine</h3><script>var a=1</script>'))
    root.header.add_child(folium.Element("<style>#mine{margin:0}</style>"))
    text = root.render()
    assert text == root.render() and "<body>\n<h3" in text
    assert len(Elements(text).texts("style")) == len(Elements(page).texts("style")) + 2
    for tag in ("script", "style"):
        for one in Elements(text).texts(tag):
            assert base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() in policy(text)
    assert "style-src-attr 'unsafe-inline'" in policy(text) and "https:" not in policy(text)


def test_an_online_page_may_ask_for_tiles_and_plugins_and_says_so(page: str) -> None:
    from geo import map_of
    from tests.possible import collected, sample

    county_map = map_of(collected(*sample()), online=True)
    folium.TileLayer("OpenStreetMap").add_to(county_map)
    folium.plugins.Fullscreen().add_to(county_map)
    text = county_map.get_root().render()
    assert "img-src data: blob: https:" in policy(text) and "connect-src https:" in policy(text)
    assert "This page asks other servers for map tiles" in text and "Control.FullScreen" in text
    assert "https:" not in policy(page) and "asks other servers" not in page


def test_a_map_with_icons_is_the_same_each_time_and_goes_into_a_buffer() -> None:
    county_map = render_map(sample_view())
    folium.Marker([39, 126], popup="a", icon=folium.Icon(color="red")).add_to(county_map)
    buffer = io.BytesIO()
    county_map.save(buffer, close_file=False)
    assert buffer.getvalue().decode() == county_map.get_root().render()


def test_a_map_in_a_figure_of_somebody_else_is_the_page_in_a_frame(page: str) -> None:
    figure = folium.Figure(width=900)
    figure.add_child(render_map(sample_view()))
    frame = figure.render()
    assert unescape(re.search('srcdoc="([^"]*)"', frame)[1]) == page  # type: ignore[index]
    assert figure.render() == frame


def test_plain_folium_maps_are_as_before() -> None:
    before = [list(folium.Map.default_js), list(folium.Map.default_css)]
    county_map = render_map(sample_view())
    county_map.add_js_link("x", "https://example.org/x.js")
    assert [list(folium.Map.default_js), list(folium.Map.default_css)] == before
    assert render_map(sample_view()).default_js == []


# ---- Leaflet's files -------------------------------------------------------------------------------------


def test_leaflet_is_the_version_that_was_reviewed() -> None:
    assert "Leaflet 1.9.4" in assets.leaflet_script()
    assert not re.search(r"t\.Canvas=|ileLayer=|ridLayer=|WMS", assets.leaflet_script())
    assert ".leaflet-pane" in assets.leaflet_style()
    for text in (assets.leaflet_script(), assets.app_script()):
        assert "</script" not in text and "<!--" not in text  # it can stand in a script element


@pytest.fixture
def unread() -> Iterator[None]:
    """Leaflet's files are read anew, now and by the tests that follow."""
    assets.leaflet_script.cache_clear()
    assets.leaflet_style.cache_clear()
    yield
    assets.leaflet_script.cache_clear()
    assets.leaflet_style.cache_clear()


@pytest.mark.usefixtures("unread")
def test_a_changed_file_is_told_with_its_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(assets.SHA256, "leaflet.css", "0" * 64)
    with pytest.raises(DataError, match=r"'leaflet.css' .* has sha256 a78371.*pip install"):
        assets.leaflet_style()


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(("name", "value"), [("PACKAGE", "no_such_package"), ("FOLDER", "no/such/folder")])
def test_a_missing_file_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(assets, name, value)
    with pytest.raises(DataError, match=r"'leaflet.js' of Leaflet was not found .* pip install"):
        assets.leaflet_script()


# ---- colours ---------------------------------------------------------------------------------------------


def test_the_page_has_the_colours_of_every_theme(page: str) -> None:
    for theme in THEMES:
        for line in css_variables(theme).split("\n"):
            assert line.replace(": ", ":").rstrip(";") in page


def test_each_stage_has_a_shape_of_its_own(page: str) -> None:
    shapes = dict(re.findall(r'id="shape-(\w+)" d="([^"]+)"', page))
    assert set(shapes) >= set(STAGES)
    assert len(set(shapes.values())) == len(shapes)


# ---- beside the projects ---------------------------------------------------------------------------------


def claim(**changes: Any) -> dict[str, Any]:
    return {
        "project": "",
        "pages": ["KP0717"],
        "place": "Songchon",
        "place_ko": "성천군",
        "province": "South Phyongan",
        "candidates": [{"pcode": "KP0617", "name": "Unsan", "province": "North Phyongan"}],
        "facility": "hospital",
        "stage": "completed",
        "date": "2025-12",
        "text": "The hospital is said to be done.",
        "summary": False,
        "label": "Example Daily, 2026-02-01",
        "url": "https://example.org/possible",
        "published_on": "2026-02-01",
    } | changes


def test_a_page_without_possible_events_and_setbacks_has_no_section_for_them(page: str) -> None:
    sections = {attributes.get("id") for tag, attributes, _ in Elements(page).found if tag == "section"}
    assert not sections & {"possible", "setbacks"}


def test_possible_events_and_setbacks_stand_in_the_page_with_words_date_and_link(page: str) -> None:
    setback = claim(stage="postponed", facility="unheard_of", text="It has to wait.", date="")
    view = sample_view() | {"possible": [claim()], "setbacks": [setback]}
    text = str(render_map(view).get_root().render())
    listed = text[text.index('<section id="setbacks"') : text.index('<section id="all"')]
    assert "Possible, not counted" in listed and "Cancelled, postponed, stopped, denied" in listed
    assert "hospital, completed, December 2025" in listed and "unheard_of, postponed (May be Unsan" in listed
    number = re.search(r"<a href=#(s\d+)>", listed)[1]  # type: ignore[index]
    assert listed.count(f"<a href=#{number}>") == 2
    assert text.count('<a href="https://example.org/possible"') == 1 and f"<li id={number}>" in text
    for kind, words in (("possible", "The hospital is said to be done."), ("setbacks", "It has to wait.")):
        shown = island(text)
        (claimed,) = records(shown[kind])
        told, _, cited = records(shown["proofs"])[claimed["proof"]].values()
        assert (told, f"s{cited + 1}", claimed["place"]) == (words, number, None)
    assert island(text)["announcements"]["id"] == island(page)["announcements"]["id"]


def test_many_possible_events_are_folded() -> None:
    for number, opened in ((12, True), (13, False)):
        text = str(render_map(sample_view() | {"possible": [claim()] * number}).get_root().render())
        assert ('<details open><summary data-t="possible-lead">' in text) == opened


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_of_what_is_possible_are_words(payload: str) -> None:
    spoiled = {key: value + payload for key, value in claim().items() if isinstance(value, str)}
    hostile = claim(**spoiled, pages=[payload]) | {"url": f"javascript:window.pwned=8//{payload}"}
    tags = []
    for one in (claim(url=""), hostile):
        text = str(render_map(sample_view() | {"possible": [one], "setbacks": [one]}).get_root().render())
        tags.append(Counter(tag for tag, _, _ in Elements(text).found if tag not in ("bdi", "span")))
        assert not [a for _, a, _ in Elements(text).found if (a.get("href") or "").startswith("javascript")]
    assert tags[0] == tags[1]
