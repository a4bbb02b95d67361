"""Streams of events that outlive their connections, and documents that are read as they come."""

from __future__ import annotations

import re

from .call import Answered, answer_of, chance
from .decoded import wrong_form
from .effects import Close, Emit, Program, Read, Wait
from .errors import ApiConnectionError
from .prepared import Prepared
from .retry import delay_before
from .server_events import EventReader

_FIRST_WAIT = 1.0
_UNFIT = re.compile(r"[^\x20-\x7e]")


def events_of(prepared: Prepared) -> Program[None]:
    """Emits every event, over as many connections as it takes."""
    wait = min(_FIRST_WAIT, prepared.max_retry_delay)
    last_id: str | None = None
    empty_in_a_row = 0
    while True:
        more = _last_event_id(last_id)
        answered: Answered = yield from answer_of(prepared, is_streamed=True, more=more)
        answer = answered.answer
        if answer.status == 204:
            return
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if kind.strip().lower() != "text/event-stream":
            yield Close(answer.stream)
            raise wrong_form(answer, "no stream of events.")
        reader = EventReader(last_id)
        count: int = yield from _events(reader, answer.stream, prepared)
        yield Close(answer.stream)
        last_id = reader.last_id
        if reader.retry is not None:
            wait = min(reader.retry / 1000, prepared.max_retry_delay)
        # A server that closes at once, and asks for no wait, would be asked without a pause.
        empty_in_a_row = 0 if count else empty_in_a_row + 1
        longest = prepared.max_retry_delay
        back_off = min(delay_before(empty_in_a_row, chance()), longest) if empty_in_a_row else 0.0
        yield Wait(max(wait, back_off), prepared.signal)


def _events(reader: EventReader, stream: object, prepared: Prepared) -> Program[int]:
    """Emits those of one connection, and gives how many they were."""
    count = 0
    while True:
        try:
            octets: bytes = yield Read(stream, prepared.signal)
        except ApiConnectionError:
            # Broken off or ended: the next connection begins where this one stopped.
            return count
        if not octets:
            return count
        for event in reader.feed(octets):
            count += 1
            yield Emit(event)


def _last_event_id(last_id: str | None) -> dict[str, str] | None:
    # An id may be any text, but not every client and proxy takes more than ASCII in a header.
    if not last_id or _UNFIT.search(last_id):
        return None
    return {"last-event-id": last_id}


def bytes_of(prepared: Prepared) -> Program[None]:
    """Emits the pieces of a document. One that breaks off is an error: it cannot be resumed."""
    answered: Answered = yield from answer_of(prepared, is_streamed=True, is_document=True)
    answer = answered.answer
    octets = answer.body
    while octets:
        yield Emit(octets)
        octets = yield Read(answer.stream, prepared.signal)
    if answer.stream is not None:
        yield Close(answer.stream)
