"""
Pages from the network into a folder: feeds, sitemaps, lists of addresses and single pages, politely.

    report = fetch(["https://example.org/feed"], "saved", FetchOptions(contact="desk@example.org"))
    report = fetch(known_sources(language="ko"), "saved")     # rows of data/feeds.csv
    for one in report.not_saved:
        print(one.address, one.status, one.reason)

    fetch(sources, folder, options=FetchOptions(), *, tell=None) -> FetchReport

`sources` are addresses, paths of files that hold addresses, and `FeedSource`s. `tell` is called with each
`Fetched` as soon as it is settled. What is saved stands in `saved/pages-0001.warc.gz` and so on (or in files
of HTML), which `geo.build("saved")` reads; a second fetch into the folder asks only, on condition that they
changed, for the lists. It needs `pip install 'factorymap[fetch]'`.

    addresses, network      which addresses are asked for; one request, checked, bounded in size and time
    robots, asking          what robots.txt allows; what goes with a request and what its answer means
    listings, subject       what a feed or a sitemap names, and which pages of it are wanted
    turns, running          one queue for each host; one run from source to settled address
    state, saving           what the folder remembers; pages as WARC or files
"""

from geo.fetching.fetching import fetch
from geo.fetching.records import FeedSource, Fetched, FetchOptions, FetchReport
from geo.fetching.sources import known_sources, source_lines

__all__ = [
    "FeedSource",
    "FetchOptions",
    "FetchReport",
    "Fetched",
    "fetch",
    "known_sources",
    "source_lines",
]
