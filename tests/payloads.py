"""What strangers may write into a field so that it is run, followed, opened or shown as something else."""

from __future__ import annotations

PAYLOADS: dict[str, tuple[str, ...]] = {
    "HTML and script": (
        "<img src=x onerror=window.pwned=1>",
        "</script><script>window.pwned=2</script>",
        "<svg onload=window.pwned=3><style>*{display:none}</style>",
        "<!--<script>-->&lt;b&gt;&amp;<base href=http://evil.example/>",
        "</title></textarea></style><iframe srcdoc='<script>parent.pwned=4</script>'>",
    ),
    "leaving an attribute": (
        '" onmouseover=window.pwned=5 x="',
        "' autofocus onfocus=window.pwned=6 '",
        "` onclick=window.pwned=7 `",
    ),
    "schemes of addresses": (
        "javascript:window.pwned=8",
        " jAvA\tscript:window.pwned=9",
        "data:text/html,<script>window.pwned=10</script>",
        "vbscript:msgbox(1)",
        "//evil.example/a.js",
        "https:javascript:window.pwned=11",
        "file:///etc/passwd",
    ),
    "templates and formats": (
        "{{ 7*7 }}{% raw %}{# #}",
        "${window.pwned=12}",
        "{0.__class__} {file} {n|one|many} %s %(x)s %n",
        "$& $1 \\1 \\g<0>",
    ),
    "ends of scripts and strings": (
        "`+(window.pwned=13)+`",
        "\\`;window.pwned=14;//",
        '");window.pwned=15;//\u2028\u2029',
        "]}]}</script><!--",
        '{"__proto__": {"polluted": 1}}',
    ),
    "names that every object has": ("__proto__", "constructor", "toString", "hasOwnProperty", "prototype"),
    "formulas of spreadsheets": (
        '=HYPERLINK("http://evil.example","x")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "x;=1+1",
        "＝1+1",
        'a,"=1+1"\r\n=2+2',
    ),
    "direction, width and controls": (
        "\u202eevil\u202c",
        "\u2067right\u2066left",
        "close\u2069\u2069\u202c\u202c",
        "\u200b\u200f\u061c\ufeffzero",
        "\x1b[2J\x1b]0;title\x07\x9b31m",
        "nul\x00\x08\x7f\x85",
        "half\ud800 and \udfff",
    ),
    "paths": ("../../../../etc/passwd", "C:\\Windows\\win.ini", "/dev/zero", "a\\..\\b", "CON.html"),
    "queries and patterns": ("'; DROP TABLE own;--", "(a+)+$[", ".*", "\\", "%00", "1 OR 1=1"),
    "very long": ("l" * 20_000, "<" * 5_000, "\u0301" * 500),
}
"""Family -> what is tried of it."""

EVERY = [payload for family in PAYLOADS.values() for payload in family]
