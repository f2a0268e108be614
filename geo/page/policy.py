"""The content security policy of a page, apart for review: own scripts and styles by hash, no request."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence


def policy_of(styles: Sequence[str], scripts: Sequence[str], more: str = "", *, online: bool = False) -> str:
    """
    These scripts and styles, as they stand in their elements, and nothing else but `more`.

    For a page that its maker wants to be `online`, also scripts, styles, pictures and data of any server
    with https.
    """
    if online:
        return (
            f"default-src 'none'; script-src {_hashes(scripts)} https:; style-src 'unsafe-inline' https:; "
            f"img-src data: blob: https:; font-src data: https:; connect-src https:; {more}base-uri 'none'; "
            "form-action 'none'"
        )
    return (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; "
        f"img-src data:; {more}base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    """Source expressions for inline texts."""
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
