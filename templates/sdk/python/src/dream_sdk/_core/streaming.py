"""Streams of events that outlive their connections, and documents that are read as they come."""

from __future__ import annotations

from .call import Answered, answer_of
from .decoded import wrong_form
from .effects import Close, Emit, Program, Read, Wait
from .errors import ApiConnectionError
from .prepared import Prepared
from .server_events import EventReader
from .settings import Settings

_FIRST_WAIT = 1.0


def events_of(settings: Settings, prepared: Prepared) -> Program[None]:
    """Emits every event, over as many connections as it takes."""
    wait = min(_FIRST_WAIT, settings.max_retry_delay)
    last_id: str | None = None
    while True:
        more = {"last-event-id": _in_utf8(last_id)} if last_id else None
        answered: Answered = yield from answer_of(settings, prepared, is_streamed=True, more=more)
        answer = answered.answer
        if answer.status == 204:
            return
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if kind.strip().lower() != "text/event-stream":
            yield Close(answer.stream)
            raise wrong_form(answer, "no stream of events.")
        reader = EventReader(last_id)
        yield from _events(reader, answer.stream, prepared)
        yield Close(answer.stream)
        last_id = reader.last_id
        if reader.retry is not None:
            wait = min(reader.retry / 1000, settings.max_retry_delay)
        yield Wait(wait, prepared.signal)


def _events(reader: EventReader, stream: object, prepared: Prepared) -> Program[None]:
    while True:
        try:
            octets: bytes = yield Read(stream, prepared.signal)
        except ApiConnectionError:
            # Broken off or ended: the next connection begins where this one stopped.
            return
        if not octets:
            return
        for event in reader.feed(octets):
            yield Emit(event)


def _in_utf8(text: str) -> str:
    # Headers are bytes that are written as Latin-1; an id may be any text.
    return text.encode().decode("latin-1")


def bytes_of(settings: Settings, prepared: Prepared) -> Program[None]:
    """Emits the pieces of a document. One that breaks off is an error: it cannot be resumed."""
    answered: Answered = yield from answer_of(settings, prepared, is_streamed=True)
    if answered.answer.stream is None:
        return
    timeout: float | None = prepared.timeout
    while True:
        octets: bytes = yield Read(answered.answer.stream, prepared.signal, timeout)
        timeout = None
        if not octets:
            yield Close(answered.answer.stream)
            return
        yield Emit(octets)
