"""Without comments and white space a script does the same and a style looks the same."""

from __future__ import annotations

import pytest

from geo.page.minifying import minified_script, minified_style, with_short_names


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("a = 1;  // why\n/* and\n how */ b = 2;\n", "a=1;b=2;"),
        ("const f = () => {}\nf()\n", "const f=()=>{}\nf()"),  # no call of the function's body
        ("if (a) {\n  b()\n}\nc()\n", "if(a){b()}c()"),
        ("function f() {\n  return\n  1\n}\n", "function f(){return\n1}"),
        ("a++\nb\n", "a++\nb"),
        ("a\n++b\n", "a\n++b"),
        ("x = a + +b - -c\n", "x=a+ +b- -c"),
        ("x = a / /r e/.exec(b)\n", "x=a/ /r e/.exec(b)"),
        ("r = /a [/] \\/ b/g\nf()\n", "r=/a [/] \\/ b/g\nf()"),
        ("s = 'a  // b' + `c\n  ${ d }`\n", "s='a  // b'+`c\n  ${ d }`"),
        ("typeof x; x in y; new A;", "typeof x;x in y;new A;"),
        ("a\n  .b()\n  .c()\n", "a.b().c()"),
        ("x = {\n  가: 1,\n}\ny\n", "x={가:1,}\ny"),
        ("async (a) => await a\n", "async(a)=>await a"),
    ],
)
def test_a_script_keeps_what_it_says(script: str, short: str) -> None:
    assert minified_script(script) == short
    assert minified_script(short) == short


def test_what_is_no_script_is_not_shortened() -> None:
    with pytest.raises(AssertionError):
        minified_script("a = (;")


@pytest.mark.parametrize(
    ("style", "short"),
    [
        ("a > b , c {\n  color : red ;\n}\n/* why */\n d {}", "a>b,c{color:red}d{}"),
        ("a :hover { margin: 0 auto } /* why */", "a :hover{margin:0 auto}"),
        ("a { width: calc(1px + 2px) !important; }", "a{width:calc(1px + 2px)!important}"),
        ("@media (max-width: 9px) and (min-width : 2px) { a { b: c } }",
         "@media (max-width:9px) and (min-width:2px){a{b:c}}"),
        ('a::after { content: "x ; { /* y */ : " }', 'a::after{content:"x ; { /* y */ : "}'),
        ("a { b: url(data:x; y) }", "a{b:url(data:x; y)}"),
        ("a:is(.b, .c) :not(d) + e ~ f { g: h }", "a:is(.b,.c) :not(d) + e ~ f{g:h}"),
    ],
)  # fmt: skip
def test_a_style_keeps_what_it_says(style: str, short: str) -> None:
    assert minified_style(style) == short


SHORT = {
    "const item = window.item; use(item);": "const a = window.item; use(a);",
    "const { item, stage = item } = one;": "const { item:a, stage:b = a } = one;",
    "const make = (item) => ({ item, other: item.item });": "const b = (a) => ({ item:a, other: a.item });",
    "const text = `${item} item`; const item = 1;": "const b = `${a} item`; const a = 1;",
    'const told = { "item": item, item() {} };': 'const b = { "item": a, item() {} };',
    "function f(item) { return (item) => item; }": "function b(a) { return (a) => a; }",
    "for (const item of items) items.item = item;": "for (const a of b) b.item = a;",
    "try { f(); } catch (error) { f(error); }": "try { b(); } catch (a) { b(a); }",
}
"""Script -> the same with short names; `window`, `use` and `one` are given."""


@pytest.mark.parametrize("script", SHORT)
def test_own_names_are_short_and_properties_keep_theirs(script: str) -> None:
    assert with_short_names(script, {"window", "use", "one"}) == SHORT[script]


def test_no_short_name_is_one_of_the_language_or_given() -> None:
    script = ";".join(f"const name{number} = {number}" for number in range(4000))
    told = with_short_names(script, {"a", "aa"})
    names = [part.split()[1] for part in told.split(";")]
    assert len(set(names)) == 4000 and not {"a", "aa", "do", "if", "in"} & set(names)
