"""Events as their classes show them. Ends with a status other than 0 where one of these is not so."""

import json
import pickle
import subprocess
import sys
from datetime import datetime, timezone

from dream_sdk import ReceivedEvent, ThinEvent, UnknownEvent, construct_event, sign_test_event
from dream_sdk.types import (
    AlarmEvent,
    BeforeAndAfterEvent,
    EventPart,
    ResourceChange,
    ResourceChangeEvent,
    RevisionAppliedEvent,
)

SECRET = "whsec_test"


def received(**members: object) -> ReceivedEvent:
    body = json.dumps(members)
    event = construct_event(body, sign_test_event(body, SECRET), SECRET)
    assert event.raw == members and type(pickle.loads(pickle.dumps(event))) is type(event)
    return event


changed = received(
    id="evt_1",
    type="flag.updated",
    tenantId=None,
    createdAt="2026-01-02T03:04:05Z",
    data={"key": "checkout", "revision": 7, "reason": "a whim"},
    region="eu",
)
assert isinstance(changed, ResourceChangeEvent) and isinstance(changed.data, ResourceChange)
assert (changed.type, changed.data.key, changed.data.revision) == ("flag.updated", "checkout", 7)
assert changed.data.renamed_from is None and changed.data.raw["reason"] == "a whim"
assert changed.created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
assert changed.tenant_id is None and changed.raw["region"] == "eu"

assert isinstance(received(type="alert.fired", data={}), AlarmEvent)
assert isinstance(received(type="tenant.updated", data={}), BeforeAndAfterEvent)

later = received(id="evt_2", type="galaxy.merged", data={"galaxies": 2})
assert isinstance(later, UnknownEvent)
assert (later.id, later.type, later.data) == ("evt_2", "galaxy.merged", {"galaxies": 2})

thin = received(id="evt_3", type="revision.applied")
assert isinstance(thin, ThinEvent) and not isinstance(thin, UnknownEvent)
assert (thin.id, thin.type, thin.data) == ("evt_3", "revision.applied", None)
assert not hasattr(thin, "subject") and not hasattr(thin, "created_at")
assert isinstance(received(id="evt_4", type="galaxy.merged"), ThinEvent)
assert isinstance(received(), ThinEvent) and isinstance(received(subject="Flag/a"), ThinEvent)

for odd in (None, [1], "text", 7):
    assert received(type="revision.applied", data=odd).data == odd
for no_type in (None, 7, [], {"a": 1}, "__class__", "constructor"):
    assert isinstance(received(type=no_type, data={}), UnknownEvent)

part = EventPart({"data": [changed.raw, later.raw, None, "odd"]})
assert [type(one) for one in part.data[:2]] == [ResourceChangeEvent, UnknownEvent]
assert part.data[2:] == [None, "odd"]
# What the API tells is never thin: what is missing there is missing.
told = EventPart({"data": [thin.raw]}).data[0]
assert isinstance(told, RevisionAppliedEvent) and getattr(told, "data") is None

loaded = (
    "import sys, dream_sdk; dream_sdk.construct_event, dream_sdk.Dream;"
    "print([name for name in sys.modules if name.startswith('dream_sdk.types')])"
)
seen = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True)
assert seen.stdout == "[]\n", seen.stdout
