"""What ``client.webhooks`` can do without asking the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._core.webhooks import construct_event, sign_test_event

if TYPE_CHECKING:
    from ..types._events import ReceivedEvent


class WebhooksAdditions:
    """Verifies events, and signs those of tests."""

    def construct_event(
        self,
        raw_body: bytes | bytearray | memoryview | str,
        signature: str | None,
        secret: str | Sequence[str],
        *,
        tolerance: float = 300.0,
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
        return construct_event(raw_body, signature, secret, tolerance=tolerance)

    def sign_test_event(
        self, body: bytes | str | Mapping[str, Any], secret: str, *, timestamp: int | None = None
    ) -> str:
        """The header ``X-Platform-Signature`` of a body, for tests.

        Args:
            body: The body that the test sends.
            secret: What the endpoint under test knows.
            timestamp: Seconds since 1970; else now.
        """
        return sign_test_event(body, secret, timestamp=timestamp)
