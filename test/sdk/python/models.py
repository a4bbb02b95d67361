"""What answers and clients are to whoever holds one. Ends with a status other than 0 where one of these is not so."""

import copy
import pickle
import threading

from dream_sdk import Dream, NotFoundError, Unknown
from dream_sdk.types import ActionVerdict, Tenant

raw = {"id": "acme", "createdAt": "2026-01-02T03:04:05.1Z", "attributes": {}, "newField": 1}
tenant = Tenant(raw)

assert tenant.created_at.isoformat() == "2026-01-02T03:04:05.100000+00:00"
assert tenant.region is None
assert tenant.raw["newField"] == 1
assert tenant == Tenant(dict(raw)) and tenant != Tenant({"id": "other"}) and tenant != raw
assert pickle.loads(pickle.dumps(tenant)) == tenant == copy.deepcopy(tenant)
tenant.to_dict()["attributes"]["changed"] = True
assert tenant.raw["attributes"] == {}
assert "created_at" in dir(tenant)
assert Tenant({"createdAt": "soon"}).created_at == "soon"

for change in (lambda: tenant.nmae, lambda: setattr(tenant, "id", "other")):
    try:
        change()
    except AttributeError:
        continue
    raise AssertionError("an answer took what it has no field for, or was changed")

shown = repr(
    Tenant({"id": "acme", "key": "sk_live_1", "secret": "hidden", "in": [{"token": "t0k3n"}]})
)
assert "acme" in shown and not any(text in shown for text in ("sk_live", "hidden", "t0k3n")), shown

verdict = ActionVerdict({"grant": {"by": "magic", "wand": "elder"}})
assert isinstance(verdict.grant, Unknown) and verdict.grant.raw["wand"] == "elder"

error = NotFoundError(
    status=404, code="a/b", message="No.", user_message="None.", request_id="req_1"
)
restored = pickle.loads(pickle.dumps(error))
assert str(restored) == str(error) == "404 a/b: No. (request req_1)" and restored.status == 404

client = Dream(base_url="http://127.0.0.1:1", secret_key="sk_test_hidden", publishable_key="pk_1")
assert "hidden" not in repr(client) + repr(vars(client)) + repr(vars(client.tenants))
assert client.tenants is client.tenants
assert client.with_options(tenant="a").tenants is not client.tenants
assert threading.active_count() == 1
