# Written by dream generate sdk; do not edit.
"""``client.alerts``"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types.alerts import Alert, AlertFiring, AlertFiringPart, AlertPage, AlertsBacktestResult

_ALERTS_BACKTEST = Operation("alerts.backtest", "POST", "/v1/alerts/backtest", is_about_tenant=True)
_ALERTS_FIRINGS = Operation("alerts.firings", "GET", "/v1/alerts/firings", is_about_tenant=True)
_ALERTS_LIST = Operation("alerts.list", "GET", "/v1/alerts", is_about_tenant=True)


class AlertsResource(ResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    def backtest(
        self,
        *,
        rule: Mapping[str, Any],
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> AlertsBacktestResult:
        """Try an alert rule on the entries there are.

        When the rule would have raised its alarm, had it been live all the time. Nothing is
        raised, and nothing is kept.

        Args:
            rule: An AlertRule as it is written in YAML, without `kind` and `key`;
                docs/reference/alert-rule.md describes its fields.
            since: Entries written at this moment or later. Absent: of 30 days.
            until: Entries written before this moment. Absent: until now.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``alerts/invalid-rule``, ``alerts/span-reversed``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _ALERTS_BACKTEST,
            AlertsBacktestResult,
            body=body_of({"rule": rule, "since": since, "until": until}),
            options=options,
        )

    def firings(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        rule: str | None = None,
        key: str | None = None,
        options: CallOptions | None = None,
    ) -> Paged[AlertFiringPart, AlertFiring]:
        """List the times that alarms were raised, newest first.

        With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its
        tenants.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            rule: Key of an AlertRule.
            key: Value of the field that rules look at entries by.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _ALERTS_FIRINGS,
            AlertFiringPart,
            query={"cursor": cursor, "limit": limit, "rule": rule, "key": key},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[AlertPage, Alert]:
        """List alert rules by key, each with the last time it was raised.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ALERTS_LIST,
            AlertPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )


class AsyncAlertsResource(AsyncResourceBase):
    """Adds entries to the record, searches, exports and proves it, and looks after alarms,
    streams, archives and erasure.
    """

    async def backtest(
        self,
        *,
        rule: Mapping[str, Any],
        since: datetime | str | None = None,
        until: datetime | str | None = None,
        options: CallOptions | None = None,
    ) -> AlertsBacktestResult:
        """Try an alert rule on the entries there are.

        When the rule would have raised its alarm, had it been live all the time. Nothing is
        raised, and nothing is kept.

        Args:
            rule: An AlertRule as it is written in YAML, without `kind` and `key`;
                docs/reference/alert-rule.md describes its fields.
            since: Entries written at this moment or later. Absent: of 30 days.
            until: Entries written before this moment. Absent: until now.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``alerts/invalid-rule``, ``alerts/span-reversed``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _ALERTS_BACKTEST,
            AlertsBacktestResult,
            body=body_of({"rule": rule, "since": since, "until": until}),
            options=options,
        )

    def firings(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        rule: str | None = None,
        key: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[AlertFiringPart, AlertFiring]:
        """List the times that alarms were raised, newest first.

        With `X-Tenant-ID`, those of one tenant; without, those of the environment and all its
        tenants.

        Args:
            cursor: `nextCursor` of the part before; absent for the first.
            limit: Entries in the answer. Default: ``50``.
            rule: Key of an AlertRule.
            key: Value of the field that rules look at entries by.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._parts(
            _ALERTS_FIRINGS,
            AlertFiringPart,
            query={"cursor": cursor, "limit": limit, "rule": rule, "key": key},
            options=options,
        )

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[AlertPage, Alert]:
        """List alert rules by key, each with the last time it was raised.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _ALERTS_LIST,
            AlertPage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )
