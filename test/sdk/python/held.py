"""What a report of an error shows beside its text."""

import os
import traceback

_HERE = os.path.dirname(os.path.abspath(__file__))


def held_on_the_way(error: BaseException) -> str:
    """The texts of the error and of what led to it, and the variables of all frames they came through, of the SDK and of
    whatever it calls, as tools that report errors show them."""
    texts: list[str] = []
    frames: list[traceback.FrameSummary] = []
    one: BaseException | None = error
    told: traceback.TracebackException | None
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    while one is not None:
        texts += [str(one), repr(one)]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    while told is not None:
        frames += [frame for frame in told.stack if os.path.dirname(frame.filename) != _HERE]
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    assert frames
    return " ".join(texts + [str(value) for at in frames for value in (at.locals or {}).values()])
