"""What it takes to judge a signature, and what can be signed for a test."""

from __future__ import annotations

import hmac
import sys
from typing import Any

from dream_sdk import ConfigurationError, WebhookSignatureError, construct_event, sign_test_event

BODY = b'{"id": "evt_1", "type": "tenant.updated"}'
SECRETS = ["whsec_old", "whsec_new"]

signed: list[str] = []
_new = hmac.new


def counted(*args: Any, **kwargs: Any) -> Any:
    signed.append("once")
    return _new(*args, **kwargs)


def reads_the_body_once_for_each_secret() -> None:
    """Whoever sends a request says how many signatures stand in its header."""
    good = sign_test_event(BODY, "whsec_new")
    stamp = good.partition(",")[0]
    hmac.new = counted
    try:
        construct_event(BODY, ",".join([stamp, *["v1=0"] * 500, good.partition(",")[2]]), SECRETS)
        assert len(signed) == 2, len(signed)
        try:
            construct_event(BODY, ",".join([stamp, *["v1=0"] * 500]), SECRETS)
        except WebhookSignatureError as error:
            assert error.code == "no-match", error.code
        else:
            raise AssertionError("nobody signed it")
        assert len(signed) == 4, len(signed)
    finally:
        hmac.new = _new


def signs_times_that_a_header_can_say() -> None:
    no_times: list[Any] = [1.5, -1, True, False, "1", "1,v1=2", float("nan"), b"1"]
    for timestamp in no_times:
        try:
            found = sign_test_event(BODY, SECRETS[0], timestamp=timestamp)
        except ConfigurationError:
            continue
        raise AssertionError(f"{timestamp!r} was signed: {found}")
    assert sign_test_event(BODY, SECRETS[0], timestamp=0).startswith("t=0,v1=")


reads_the_body_once_for_each_secret()
signs_times_that_a_header_can_say()
sys.stdout.write("every part was run")
