"""Whom the server refused: the application, or its user."""

from __future__ import annotations

import re

# Codes of 400 and 403 that are about the key, or the settings, of whoever asks the server.
_OF_KEYS = frozenset(
    {
        "auth/environment-headers",
        "auth/environment-mismatch",
        "auth/key-type-not-allowed",
        "auth/repeated-header",
        "auth/scope-missing",
        "auth/secret-key-in-browser",
    }
)
# ``auth/expired-token``, ``auth/token-signature``, and those that say of a token whence it is or
# how far its sign-in got.
_OF_TOKENS = re.compile(r"auth/(?:(?:.+-)?token(?:-.+)?|unknown-issuer|pending-session)")


def is_about_application(status: int, code: str, is_about_user: bool) -> bool:
    """Whether the server refused the application rather than its user.

    With 401 that is so unless the code is about a token and the token is the user's: what neither
    says is never held against somebody who signed in.
    """
    if status == 401:
        return not (is_about_user and _OF_TOKENS.fullmatch(code) is not None)
    return code in _OF_KEYS
