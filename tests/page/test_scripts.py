"""The page's scripts: each module says what it uses of the others, and all of them can share one scope."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from geo.errors import DataError
from geo.page.assets import GIVEN, app_script, script_module
from geo.page.modules import joined
from tests.page.jsnames import complaints, read_module

ENTRIES = ("main.js", "main_lite.js", "points.js", "layers.js")
ALONE = "later.js"
"""A script of its own, which runs before the others."""
OF_MODULES = {name: "leaflet_map.js" if name == "L" else "" for name in GIVEN}
"""What is given, and the one module that may use it, or "" for all."""


def modules() -> dict[str, str]:
    """The modules of the page by their names."""
    files = sorted(file.name for file in resources.files("geo.page").joinpath("app").iterdir())
    names = [name for name in files if name.endswith(".js") and name != ALONE]
    return {name: script_module(name) for name in names}


def test_every_module_says_what_it_uses_of_the_others() -> None:
    assert complaints(modules(), ENTRIES, OF_MODULES) == []


def test_nothing_is_given_that_no_module_uses() -> None:
    used = {name for text in modules().values() for name in read_module(text).foreign}
    assert used == set(GIVEN)


def test_each_module_begins_with_what_it_does() -> None:
    assert [name for name, text in modules().items() if not text.startswith("// ")] == []


@pytest.mark.parametrize("lite", [False, True])
def test_the_page_gets_one_script_with_one_of_the_two_cameras(lite: bool) -> None:
    module = read_module(app_script(lite))
    assert (module.odd, module.imports, module.exports) == ([], {}, set())
    assert module.foreign <= set(GIVEN)
    assert ("L" in module.foreign, "touchAction" in app_script(lite)) == (not lite, lite)


# ---- joining ---------------------------------------------------------------------------------------------


def join(**texts: str) -> list[str]:
    """The lines of modules that are joined from `main.js` on."""

    def read(name: str) -> str:
        if name.removesuffix(".js") not in texts:
            raise FileNotFoundError(name)
        return texts[name.removesuffix(".js")]

    return [line for line in joined("main.js", read).splitlines() if line]


def test_a_module_comes_once_and_after_those_that_it_imports() -> None:
    assert join(
        main='import { b } from "./b.js";\nimport {\n  a,\n  c_,\n} from "./a.js";\n\nb(a, c_);\n',
        b='// B.\n\nimport { a } from "./a.js";\n\nexport function b() { return a; }\n',
        a="export const a = 1;\nexport let c_ = 2;\n",
        other="nobody reads it",
    ) == ["const a = 1;", "let c_ = 2;", "// B.", "function b() { return a; }", "b(a, c_);"]


def test_a_circle_of_imports_is_told() -> None:
    with pytest.raises(DataError, match=r"in a circle: a\.js -> b\.js -> a\.js\.$"):
        join(
            main='import { a } from "./a.js";\n',
            a='import { b } from "./b.js";\nexport const a = () => b;\n',
            b='import { a } from "./a.js";\nexport const b = () => a;\n',
        )


def test_a_module_that_is_missing_is_told_with_who_wants_it() -> None:
    with pytest.raises(DataError, match=r"'a\.js' of the page, which main\.js imports, was not found"):
        join(main='import { a } from "./a.js";\na();\n')
    with pytest.raises(DataError, match=r"'main\.js' of the page was not found"):
        join()


@pytest.mark.parametrize(
    "line",
    [
        *('import a from "./a.js";', 'import * as a from "./a.js";', 'import "./a.js";'),
        *('import { a as b } from "./a.js";', "import { a } from './a.js';", 'import { a } from "a";'),
        *("export default a;", "export { a };", 'export * from "./a.js";'),
    ],
)
def test_another_form_of_import_or_export_is_told_and_not_joined(line: str) -> None:
    with pytest.raises(DataError, match="another form: " + re.escape(line)):
        join(main=f"const a = 1;\n{line}\n", a="export const a = 1;\n")


# ---- the check itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "main", "told"),
    [
        ("export const a = 1;", 'import { a } from "./a.js"; window.b = a;', ""),
        ("export const a = 1;", "window.b = a;", "main.js uses a, which it neither declares nor imports"),
        ("", 'import { a } from "./a.js"; a();', "main.js imports a, which a.js does not export"),
        (
            "const a = 1; a;",
            'import { a } from "./a.js"; a();',
            "main.js imports a, which a.js does not export",
        ),
        ("", 'import { a } from "./c.js"; a();', "main.js imports from c.js, which is not there"),
        ("export const a = 1;", 'import { a } from "./a.js";', "main.js imports a and does not use it"),
        (
            "export let a = 1;",
            'import { a } from "./a.js"; ({ b: [a] } = window);',
            "main.js assigns a, which it imports",
        ),
        (
            "export const a = 1;",
            'import { a } from "./a.js"; ((a) => a)(window);',
            "main.js imports a and does not use it",
        ),
        ("export const a = 1;", "", "a.js exports a, which nobody imports"),
        ("export const a = 1; a;", "", "a.js exports a, which nobody imports"),
        ("function a() {}", "", "a.js declares a, which nobody uses"),
        ("let a; a = 1;", "", "a.js declares a, which nobody uses"),
        ("const a = 1; a;", "class a {} new a();", "main.js declares a, as a.js does"),
        ("const [{ b: a }] = []; a;", "var a = 1; a;", "main.js declares a, as a.js does"),
        ("const window = 1; window;", "", "a.js declares window, which is a name of the browser"),
        ("L.map();", "", ""),
        ("", "L.map();", "main.js uses L, which it neither declares nor imports"),
        ("const a = ;", "", "a.js cannot be parsed"),
        ("", 'import * as a from "./a.js";', 'main.js imports in another form: import * as a from "./a.js";'),
        ("", "export default window;", "main.js exports in another form: export default window;"),
    ],
)
def test_each_kind_of_fault_is_told(a: str, main: str, told: str) -> None:
    found = complaints({"a.js": a, "main.js": main}, ["a.js", "main.js"], {"window": "", "L": "a.js"})
    assert told in found if told else not found


def test_a_module_that_nobody_imports_is_told() -> None:
    assert complaints({"a.js": "", "main.js": ""}, ["main.js"], {}) == ["a.js is imported by nobody"]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("a.b.c; a?.d[e]; ({ f: g, h, [i]: 1, j() {}, get k() {} });", "a e g h i"),
        ("const { a: b, c = d, [e]: f, ...g } = h; [b, c, f, g];", "d e h"),
        ("const f = ({ a, b: [c = d] }, ...e) => [a, b, c, e];", "b d"),
        ("const f = a => a + b; function g(a, b = a) { return arguments; }", "b"),
        ("(() => arguments)(); (function f() { return f; })(); f();", "arguments f"),
        ("try { a(); } catch ({ message }) { message; } try {} catch { error; } message;", "a error message"),
        ("for (const [a, b] of c) a(b); for (const d in e) d; a; for (f of g) f;", "a c e f g"),
        ("for (let i = 0; i < n; i += 1) { const j = i; j; } i; j;", "i j n"),
        ("function f() { if (a) { var b; let c; function d() {} } return [b, c, d]; }", "a c d"),
        ("{ function f() {} class C {} } f(new C());", "C f"),
        ("outer: for (;;) { if (a) continue outer; break outer; }", "a"),
        ("class A extends B { #c = d; e = 1; static f() { return this.#c; } [g]() {} }", "B d g"),
        ("class A { static { var b; b; } } b;", "b"),
        ("const a = class D { m() { return D; } }; D;", "D"),
        ("`text ${a} ${`${b}`}`; /c/.test(d); e`f`; 'g'; // h\n/* i */", "a b d e"),
        ("switch (a) { case b: let c; c; break; default: c; } c;", "a b c"),
        ("later(); function later() { return now; } const now = 1;", ""),
        ("async function f() { for await (const a of b) c(await a); } function* g() { yield d; }", "b c d"),
        ("a = 1; b += 1; c++; [d, e.f] = [1, 2]; ({ g, h: i = j } = k);", "a b c d e g i j k"),
        ("function f() { new.target; undefined; this; } super_;", "super_"),
        ("typeof a; delete b.c; void d; async () => e; x => ({ x });", "a b d e"),
    ],
)  # fmt: skip
def test_names_are_looked_up_by_the_rules_of_scopes(text: str, foreign: str) -> None:
    assert " ".join(sorted(read_module(text).foreign)) == foreign
