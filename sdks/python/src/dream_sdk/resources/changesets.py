# Written by dream generate sdk; do not edit.
"""``client.changesets``"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types._shared import Changeset

if TYPE_CHECKING:
    from ..params._shared import DesiredStateParam

_CHANGESETS_COMPUTE = Operation("changesets.compute", "POST", "/v1/changesets")


class ChangesetsResource(ResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    def compute(
        self,
        *,
        desired: DesiredStateParam | None = None,
        desired_hash: str | None = None,
        adopt: bool | None = None,
        allow: Mapping[str, int] | None = None,
        options: CallOptions | None = None,
    ) -> Changeset:
        """Compute what would change, and who would feel it.

        Compares the desired resources with the live state of the environment. Writes nothing.
        Most plans find nothing to change, so `desiredHash` may be sent in place of `desired`:
        if that is the state which the latest apply left nothing to do for, the answer is the
        empty changeset; if not, it is `changes/desired-state-needed`, and `desired` is to be
        sent.

        Args:
            desired_hash: sha256, hexadecimal, of `desired` as it would be sent: the JSON text
                of its members project, environment, settings and resources in this order,
                without white space.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/desired-state-needed``,
                ``changes/invalid``, ``changes/wrong-environment``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _CHANGESETS_COMPUTE,
            Changeset,
            body=body_of(
                {"desired": desired, "desiredHash": desired_hash, "adopt": adopt, "allow": allow},
            ),
            options=options,
        )


class AsyncChangesetsResource(AsyncResourceBase):
    """Computes changesets, applies them, rolls back, and tells what was applied and how all of
    it is doing.
    """

    async def compute(
        self,
        *,
        desired: DesiredStateParam | None = None,
        desired_hash: str | None = None,
        adopt: bool | None = None,
        allow: Mapping[str, int] | None = None,
        options: CallOptions | None = None,
    ) -> Changeset:
        """Compute what would change, and who would feel it.

        Compares the desired resources with the live state of the environment. Writes nothing.
        Most plans find nothing to change, so `desiredHash` may be sent in place of `desired`:
        if that is the state which the latest apply left nothing to do for, the answer is the
        empty changeset; if not, it is `changes/desired-state-needed`, and `desired` is to be
        sent.

        Args:
            desired_hash: sha256, hexadecimal, of `desired` as it would be sent: the JSON text
                of its members project, environment, settings and resources in this order,
                without white space.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/desired-state-needed``,
                ``changes/invalid``, ``changes/wrong-environment``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _CHANGESETS_COMPUTE,
            Changeset,
            body=body_of(
                {"desired": desired, "desiredHash": desired_hash, "adopt": adopt, "allow": allow},
            ),
            options=options,
        )
