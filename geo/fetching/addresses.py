"""Addresses of pages in their usual form, and which addresses of machines belong to the public network."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from geo.fetching.failing import refused

if TYPE_CHECKING:
    import httpx

LONGEST = 4000
"""Characters of an address."""
_TRACKERS = {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "at_medium"}
_CAMPAIGN = "utm_"
_INSIDE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home.arpa", ".onion")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def usual(address: str, base: str = "") -> str:
    """
    An address in the form in which it is asked for, remembered and compared.

    Joined to `base`, without fragment, default port and the parameters that tell where a reader came from;
    host in lower case, letters beyond ASCII escaped. NotFetchedError if it is no address of a web page.
    """
    import httpx

    text = "".join(address.split()) if "://" in address else address.strip()
    if not text:
        raise refused("it is empty")
    if len(text) > LONGEST:
        raise refused(f"its address is longer than {LONGEST:,} characters")
    try:
        url = httpx.URL(text) if not base else httpx.URL(base).join(text)
        port = url.port
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise refused(f"it is no address that can be read ({error})") from None
    if url.scheme not in ("http", "https"):
        raise refused(f"its scheme is {url.scheme or 'missing'}; only http and https are fetched")
    if not host:
        raise refused("it names no host")
    if url.userinfo:
        raise refused("it holds a name or a password, which would be kept in plain text")
    if port == 0:
        raise refused("nothing can listen at port 0")
    return str(url.copy_with(fragment=None, query=_kept(url), path=url.path or "/"))


def _kept(url: httpx.URL) -> bytes | None:
    """The parameters of an address that say which page it is, as they were written."""
    parts = url.query.decode("ascii").split("&")
    kept = [one for one in parts if one and not _is_tracker(one.partition("=")[0].lower())]
    return "&".join(kept).encode("ascii") or None


def _is_tracker(name: str) -> bool:
    return name in _TRACKERS or name.startswith(_CAMPAIGN)


def host_of(address: str) -> str:
    """Scheme, host and port of an address in its usual form, as its robots.txt is for."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0].partition('?')[0]}"


def name_of(address: str) -> str:
    """The name of the host of an address in its usual form, without port."""
    host = host_of(address).partition("://")[2]
    return host.rpartition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public network, whatever form it hides another one in."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64 or int(address) >> 32 == 0:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if address.is_site_local:
            return False
    outside = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    embeds = isinstance(address, ipaddress.IPv6Address) and address in _NAT64
    return embeds or (address.is_global and not outside and not address.is_link_local)


def is_inside_name(host: str) -> bool:
    """Whether a name is one that only a local network knows."""
    name = host.lower().rstrip(".")
    return name == "localhost" or name.endswith(_INSIDE)
