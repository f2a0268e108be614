"""Events of many documents to announcements: claims, copies, what is stated, what is one project."""

from geo.projects.claimants import UNNAMED, find_publisher, page_key, read_reports, report_of, stated_origin
from geo.projects.copies import with_common_origins
from geo.projects.merging import merge_events
from geo.projects.period import Period, iso_bound, run_within
from geo.projects.policy import (
    POLICY_SINCE,
    SITE_FACILITIES,
    TARGET,
    campaign_sites,
    county_pcode_of,
    day_range,
    is_open,
    is_projects,
)
from geo.projects.record import (
    PolicySite,
    SiteStanding,
    policy_places,
    policy_record,
    sites_off_record,
    sites_on_record,
    standings,
    still_to_come,
)
from geo.projects.regrouping import BY_HAND
from geo.projects.setbacks import time_order, with_setbacks
from geo.projects.stating import checked_line, is_settled, with_status
from geo.projects.timeline import MOMENTS, stage_dates

__all__ = [
    "BY_HAND",
    "MOMENTS",
    "POLICY_SINCE",
    "SITE_FACILITIES",
    "TARGET",
    "UNNAMED",
    "Period",
    "PolicySite",
    "SiteStanding",
    "campaign_sites",
    "checked_line",
    "county_pcode_of",
    "day_range",
    "find_publisher",
    "is_open",
    "is_projects",
    "is_settled",
    "iso_bound",
    "merge_events",
    "page_key",
    "policy_places",
    "policy_record",
    "read_reports",
    "report_of",
    "run_within",
    "sites_off_record",
    "sites_on_record",
    "stage_dates",
    "standings",
    "stated_origin",
    "still_to_come",
    "time_order",
    "with_common_origins",
    "with_setbacks",
    "with_status",
]
