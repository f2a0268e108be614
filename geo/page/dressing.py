"""What a house's own style adds to a page: colours of the stages, fonts, room for a logo."""

from __future__ import annotations

from geo.view import StyleView, looks_of

FACE = "factorymap-own"
"""Name of a font that the page brings."""
LOGO = (
    "header{position:relative}.logo{position:absolute;right:0;top:14px;height:34px;max-width:40%;object-fit:contain}"
    "[data-ui=map] .logo{position:static;float:right;height:24px;margin-left:8px}"
    "@media(max-width:900px){.logo{position:static;display:block;margin-bottom:4px}}"
)
"""In the free corner of the head; on a narrow screen and on paper above the title."""


def own_style(style: StyleView) -> list[str]:
    """Its style sheet, which comes after ours; none if there is nothing to say."""
    rules = []
    if style["colours"]:
        looks = looks_of(style["colours"])
        chosen = {stage: looks[stage] for stage in style["colours"]}
        said = (f"--{stage}:{look.fill};--on-{stage}:{look.text};" for stage, look in chosen.items())
        rules.append(f":root{{{''.join(said)}}}")
    if style["web_font"]:
        rules.append(f"@font-face{{font-family:{FACE};src:url({style['web_font']})}}")
    families = [*([FACE] if style["web_font"] else []), *_families(style["family"])]
    if families:
        named = ",".join([*families, "sans-serif"])
        rules.append(f":root{{--serif:{named}}}body{{font-family:{named}}}")
    rules += [LOGO] if style["logo"] else []
    return ["".join(rules)] if rules else []


def own_sources(style: StyleView) -> str:
    """What the policy of the page must allow for it: a font that the page brings."""
    return "font-src data:; " if style["web_font"] else ""


def _families(written: str) -> list[str]:
    return [f'"{name.strip()}"' for name in written.split(",") if name.strip()]
