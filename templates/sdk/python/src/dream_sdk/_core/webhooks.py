"""Knows the events of Dream from what anybody else may send."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from .errors import ConfigurationError, WebhookSignatureError
from .json_value import as_object, read_json
from .settings import check_number

if TYPE_CHECKING:
    from ..types._events import ReceivedEvent

_SECONDS = re.compile(r"[0-9]{1,15}")
_TOLERANCE = 300.0


def construct_event(
    raw_body: bytes | bytearray | memoryview | str,
    signature: str | None,
    secret: str | Sequence[str],
    *,
    tolerance: float = _TOLERANCE,
) -> ReceivedEvent:
    """Verifies the signature of a webhook, and gives its event: ``type`` tells what ``data`` is.

    To an endpoint with ``thin`` only ``id`` and ``type`` are sent, which is a ``ThinEvent``:
    ``client.events.get(event.id)`` has the rest.

    Args:
        raw_body: The body as it came, not parsed and not written anew.
        signature: The header ``X-Platform-Signature``.
        secret: The secret of the endpoint, ``whsec_…``, or several while one takes over.
        tolerance: How many seconds the signature may be old or early; 0 turns the check off.

    Raises:
        WebhookSignatureError: It is not known to be Dream's; ``code`` says why.
    """
    secrets = _secrets(secret)
    check_number("tolerance", tolerance)
    # Whatever a framework gives for a header that is not there, or there twice, is no signature.
    if not isinstance(signature, str) or not signature.strip():
        raise WebhookSignatureError(
            "missing-signature", "There is no header X-Platform-Signature: is this from Dream?"
        )
    stamp, signatures = _read(signature)
    body = _octets(raw_body)
    # Once for each secret: whoever sends it says how many signatures there are.
    expected = [_signed(stamp, body, known).encode() for known in secrets]
    # All are compared, so that the time it takes does not tell which of them matched.
    matches = [
        hmac.compare_digest(known, given.encode("utf-8", "replace"))
        for known in expected
        for given in signatures
    ]
    if not any(matches):
        raise WebhookSignatureError(
            "no-match",
            "No signature matches: is this the secret of the endpoint, and the body as it came?",
        )
    _check_time(int(stamp), tolerance)
    return _event(body)


def sign_test_event(
    body: bytes | str | Mapping[str, Any], secret: str, *, timestamp: int | None = None
) -> str:
    """The header ``X-Platform-Signature`` of a body, for tests. Raises a ``ConfigurationError`` for
    a time that no header can say.

    Args:
        body: The body that the test sends.
        secret: What the endpoint under test knows.
        timestamp: Whole seconds since 1970, 0 or more; else now.
    """
    if timestamp is not None and not _is_time(timestamp):
        raise ConfigurationError("timestamp must be a whole number of seconds, 0 or more.")
    known = _secrets(secret)[0]
    octets = json.dumps(body).encode() if isinstance(body, Mapping) else _octets(body)
    stamp = str(int(time.time()) if timestamp is None else timestamp)
    return f"t={stamp},v1={_signed(stamp, octets, known)}"


def _is_time(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and given >= 0


def _secrets(given: Any) -> list[str]:
    is_one = isinstance(given, str) or not isinstance(given, Iterable)
    secrets: list[Any] = [given] if is_one else [*cast("Iterable[Any]", given)]
    # One that is empty or no text would let anybody sign.
    if not secrets or not all(isinstance(one, str) and one.strip() for one in secrets):
        raise ConfigurationError("The secret of the webhook endpoint is missing, or is no text.")
    return secrets


def _octets(body: Any) -> bytes:
    if isinstance(body, str):
        # Half a surrogate pair stays what it is, so that it matches nothing.
        return body.encode("utf-8", "surrogatepass")
    if isinstance(body, (bytes, bytearray)):
        return bytes(body)
    if isinstance(body, memoryview):
        return body.tobytes()
    raise WebhookSignatureError(
        "body-was-parsed",
        f"The body is a {type(body).__name__}, and what was signed are its bytes. Take the raw body "
        "before it is parsed: request.get_data() in Flask, request.body in Django, "
        "await request.body() in Starlette and FastAPI.",
    )


def _read(signature: str) -> tuple[str, list[str]]:
    pairs = [(name.strip(), value.strip()) for name, _, value in _parts(signature)]
    stamps = [value for name, value in pairs if name == "t"]
    signatures = [value.lower() for name, value in pairs if name == "v1"]
    if len(stamps) != 1 or not _SECONDS.fullmatch(stamps[0]):
        raise WebhookSignatureError(
            "malformed-signature", "The header X-Platform-Signature is not t=<seconds>,v1=<hex>."
        )
    return stamps[0], signatures


def _parts(signature: str) -> list[tuple[str, str, str]]:
    return [part.partition("=") for part in signature.split(",")]


def _signed(stamp: str, body: bytes, secret: str) -> str:
    return hmac.new(
        secret.encode("utf-8", "surrogatepass"), stamp.encode() + b"." + body, hashlib.sha256
    ).hexdigest()


def _check_time(stamp: int, tolerance: float) -> None:
    age = time.time() - stamp
    if tolerance > 0 and age > tolerance:
        raise WebhookSignatureError("too-old", f"The signature is {age:.0f} seconds old.")
    if tolerance > 0 and -age > tolerance:
        raise WebhookSignatureError("too-new", f"The signature is {-age:.0f} seconds early.")


def _event(body: bytes) -> ReceivedEvent:
    try:
        event = as_object(read_json(body.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        event = None
    if event is None:
        raise WebhookSignatureError("malformed-body", "The body is signed, and no JSON object.")
    # Imported by whoever is sent an event, since a program that signs some for a test needs none of it.
    from ..types._events import received_event

    return received_event(event)
