"""What a map shows, ready to be drawn by page and pictures alike: stages, words, colours, dates."""

from geo.view.days import human_date
from geo.view.describing import description_of
from geo.view.mapping import map_view
from geo.view.messages import all_messages, own_words, say, words, words_of, words_or_plain
from geo.view.options import PLAIN, MapOptions
from geo.view.palette import (
    LOOKS,
    OTHER_SHAPE,
    OUTLINE,
    SHAPE_FILL,
    THEMES,
    Look,
    Theme,
    css_variables,
    looks_of,
    shape_paths,
)
from geo.view.people import people_of, shares
from geo.view.policy import newest_day, policy_view
from geo.view.records import (
    AnnouncementView,
    ClaimView,
    ContextView,
    CountyView,
    EvidenceView,
    InputsView,
    LogoView,
    MapView,
    PlaceView,
    PointView,
    PolicyPlace,
    PolicyYear,
    ProvinceView,
    SiteView,
    StyleView,
    Words,
)
from geo.view.sizes import ON_A4, SHARED, PictureOptions, Sheet
from geo.view.stages import county_stages, mark_at, mark_of, polygon_of
from geo.view.steps import StoryStep, read_story
from geo.view.style import PLAIN_STYLE, Style, read_style

__all__ = [
    "LOOKS",
    "ON_A4",
    "OTHER_SHAPE",
    "OUTLINE",
    "PLAIN",
    "PLAIN_STYLE",
    "SHAPE_FILL",
    "SHARED",
    "THEMES",
    "AnnouncementView",
    "ClaimView",
    "ContextView",
    "CountyView",
    "EvidenceView",
    "InputsView",
    "LogoView",
    "Look",
    "MapOptions",
    "MapView",
    "PictureOptions",
    "PlaceView",
    "PointView",
    "PolicyPlace",
    "PolicyYear",
    "ProvinceView",
    "Sheet",
    "SiteView",
    "StoryStep",
    "Style",
    "StyleView",
    "Theme",
    "Words",
    "all_messages",
    "county_stages",
    "css_variables",
    "description_of",
    "human_date",
    "looks_of",
    "map_view",
    "mark_at",
    "mark_of",
    "newest_day",
    "own_words",
    "people_of",
    "policy_view",
    "polygon_of",
    "read_story",
    "read_style",
    "say",
    "shape_paths",
    "shares",
    "words",
    "words_of",
    "words_or_plain",
]
