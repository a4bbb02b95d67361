"""Calls methods, and does with what they give what the case says."""

import base64
import inspect
from collections.abc import AsyncIterator, Iterator
from typing import Any

from driver_values import UNDEFINED, described, json_of, snake, value_of
from dream_sdk import OMIT, DreamError


class Abort:
    """Ends a call by its signal when the case says so."""

    def __init__(self, when: dict[str, Any], signal: Any, timer: Any) -> None:
        self._when = when
        self._signal = signal
        after = when.get("afterMs")
        self._timer = None if after is None else timer(after / 1000, signal.abort)

    def __enter__(self) -> None:
        if self._when.get("before"):
            self._signal.abort()
        if self._timer is not None:
            self._timer.start()

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def retried(self, count: int) -> None:
        if count == self._when.get("afterRetry"):
            self._signal.abort()

    def came(self, count: int) -> None:
        if count == self._when.get("afterItems"):
            self._signal.abort()


def arguments_of(
    method: Any, step: dict[str, Any], options: dict[str, Any]
) -> tuple[list[Any], dict[str, Any]]:
    """The path goes by place, the fields of a body and of a query by name."""
    known = inspect.signature(method).parameters
    places = [value_of(value) for value in step.get("path", {}).values()]
    # Cases leave out fields that types ask for; type checkers would not let anybody.
    required = [one for one in known.values() if one.default is one.empty]
    named: dict[str, Any] = {one.name: OMIT for one in required if one.kind is one.KEYWORD_ONLY}
    if "body" in known:
        places.append(value_of(step["body"]))
    else:
        named.update(_named(step.get("body", {}), known))
    named.update(_named(step.get("query", {}), known))
    if options:
        named["options"] = options
    return places, named


def _named(values: dict[str, Any], known: Any) -> dict[str, Any]:
    read = {name: value_of(value) for name, value in values.items()}
    # A name that Python or the method has for itself ends with an underscore.
    names = {
        name: next((own for own in (snake(name), f"{snake(name)}_") if own in known), None)
        for name in read
    }
    own = {known_as: read[name] for name, known_as in names.items() if known_as is not None}
    others = {name: read[name] for name, known_as in names.items() if known_as is None}
    if others:
        own["others"] = others
    return {name: value for name, value in own.items() if value is not UNDEFINED}


def use(
    client: Any, method: Any, places: list[Any], names: Any, step: dict[str, Any], abort: Abort
) -> dict[str, Any]:
    how = step["use"]
    if how == "raw":
        return {"raw": _raw(client.raw(method, *places, **names))}
    result = method(*places, **names)
    if how == "await":
        return _value(result.first() if hasattr(result, "first") else result)
    if how == "toArray":
        return {"items": json_of(result.to_list(max=step.get("max")))}
    if how == "text":
        return {"text": result.text()}
    pieces: list[Any] = []
    found: Iterator[Any] = iter(result.pages() if how == "pages" else result)
    try:
        for piece in found:
            pieces.append(piece)
            abort.came(len(pieces))
            if len(pieces) == step.get("take"):
                break
    except DreamError as error:
        return {**_gathered(how, pieces), "error": described(error)}
    finally:
        found.close()  # type: ignore[attr-defined]
    return _gathered(how, pieces)


async def use_async(
    client: Any, method: Any, places: list[Any], names: Any, step: dict[str, Any], abort: Abort
) -> dict[str, Any]:
    how = step["use"]
    if how == "raw":
        return {"raw": _raw(await client.raw(method, *places, **names))}
    result = method(*places, **names)
    if how == "await":
        return _value(await result)
    if how == "toArray":
        return {"items": json_of(await result.to_list(max=step.get("max")))}
    if how == "text":
        return {"text": await result.text()}
    pieces: list[Any] = []
    found: AsyncIterator[Any] = aiter(result.pages() if how == "pages" else result)
    try:
        async for piece in found:
            pieces.append(piece)
            abort.came(len(pieces))
            if len(pieces) == step.get("take"):
                break
    except DreamError as error:
        return {**_gathered(how, pieces), "error": described(error)}
    finally:
        await found.aclose()  # type: ignore[attr-defined]
    return _gathered(how, pieces)


def _value(value: Any) -> dict[str, Any]:
    return {"nothing": True} if value is None else {"value": json_of(value)}


def _raw(answer: Any) -> dict[str, Any]:
    return {
        "value": json_of(answer.value),
        "status": answer.status,
        "headers": dict(answer.headers),
        "requestId": answer.request_id,
        "attempts": answer.attempts,
    }


def _gathered(how: str, pieces: list[Any]) -> dict[str, Any]:
    if how == "bytes":
        return {"bytes": base64.b64encode(b"".join(pieces)).decode()}
    if how == "events":
        events = [
            {"id": one.id, "event": one.event, "data": one.data, "retry": one.retry}
            for one in pieces
        ]
        return {
            how: [{name: item for name, item in one.items() if item is not None} for one in events]
        }
    return {how: json_of(pieces)}
