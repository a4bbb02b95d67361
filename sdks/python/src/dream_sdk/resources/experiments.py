# Written by dream generate sdk; do not edit.
"""``client.experiments``"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.resource import ResourceBase
from ..types.experiments import ExperimentResults, ExperimentsObserveResult

if TYPE_CHECKING:
    from ..params.experiments import ObservationParam

_EXPERIMENTS_OBSERVE = Operation(
    "experiments.observe",
    "POST",
    "/v1/experiments/observations",
    is_mutation=True,
    is_about_tenant=True,
)
_EXPERIMENTS_RESULTS = Operation("experiments.results", "GET", "/v1/experiments/{flag}/results")


class ExperimentsResource(ResourceBase):
    """Which variation of a flag does better, by what the product reports."""

    def observe(
        self,
        *,
        observations: Sequence[ObservationParam],
        options: CallOptions | None = None,
    ) -> ExperimentsObserveResult:
        """Report what units did.

        The events that metrics of experiments are made of. A signed-in user reports only what
        they themselves and their tenant did.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _EXPERIMENTS_OBSERVE,
            ExperimentsObserveResult,
            body=body_of({"observations": observations}),
            options=options,
        )

    def results(self, flag: str, *, options: CallOptions | None = None) -> ExperimentResults:
        """Say what an experiment has shown so far.

        Of the experiment that a live flag declares. May be looked at whenever you like.

        Args:
            flag: Key of the flag.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``experiments/unknown``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _EXPERIMENTS_RESULTS,
            ExperimentResults,
            path={"flag": flag},
            options=options,
        )


class AsyncExperimentsResource(AsyncResourceBase):
    """Which variation of a flag does better, by what the product reports."""

    async def observe(
        self,
        *,
        observations: Sequence[ObservationParam],
        options: CallOptions | None = None,
    ) -> ExperimentsObserveResult:
        """Report what units did.

        The events that metrics of experiments are made of. A signed-in user reports only what
        they themselves and their tenant did.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _EXPERIMENTS_OBSERVE,
            ExperimentsObserveResult,
            body=body_of({"observations": observations}),
            options=options,
        )

    async def results(self, flag: str, *, options: CallOptions | None = None) -> ExperimentResults:
        """Say what an experiment has shown so far.

        Of the experiment that a live flag declares. May be looked at whenever you like.

        Args:
            flag: Key of the flag.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``experiments/unknown``, or one that any operation
                may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _EXPERIMENTS_RESULTS,
            ExperimentResults,
            path={"flag": flag},
            options=options,
        )
