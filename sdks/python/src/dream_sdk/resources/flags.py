# Written by dream generate sdk; do not edit.
"""``client.flags``"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._core.async_event_stream import AsyncEventStream
from .._core.async_paged import AsyncPaged
from .._core.async_resource import AsyncResourceBase
from .._core.encoding import body_of
from .._core.event_stream import EventStream
from .._core.operation import Operation
from .._core.options import CallOptions
from .._core.paged import Paged
from .._core.resource import ResourceBase
from ..types._shared import Resource, ResourcePage
from ..types.flags import (
    FlagsArchiveResult,
    FlagsCreateResult,
    FlagsDeleteResult,
    FlagsEvaluateResult,
    FlagsReportResult,
    FlagsUpdateResult,
    FlagsUsageResult,
    VersionedRuleset,
)

if TYPE_CHECKING:
    from ..params.flags import EvaluationCountParam, ExposureParam

_FLAGS_ARCHIVE = Operation("flags.archive", "POST", "/v1/flags/{key}/archive", is_mutation=True)
_FLAGS_CREATE = Operation("flags.create", "POST", "/v1/flags", is_mutation=True)
_FLAGS_DELETE = Operation("flags.delete", "DELETE", "/v1/flags/{key}", is_mutation=True)
_FLAGS_EVALUATE = Operation("flags.evaluate", "POST", "/v1/flag-evaluations", is_about_tenant=True)
_FLAGS_GET = Operation("flags.get", "GET", "/v1/flags/{key}")
_FLAGS_LIST = Operation("flags.list", "GET", "/v1/flags")
_FLAGS_REPORT = Operation(
    "flags.report",
    "POST",
    "/v1/flag-reports",
    is_mutation=True,
    is_about_tenant=True,
)
_FLAGS_RULESET = Operation("flags.ruleset", "GET", "/v1/flag-ruleset")
_FLAGS_STREAM = Operation("flags.stream", "GET", "/v1/flag-ruleset/stream", is_about_tenant=True)
_FLAGS_UPDATE = Operation("flags.update", "PUT", "/v1/flags/{key}", is_mutation=True)
_FLAGS_USAGE = Operation("flags.usage", "GET", "/v1/flag-usage")


class FlagsResource(ResourceBase):
    """Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes
    reports of what was served.
    """

    def archive(
        self,
        key: str,
        *,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsArchiveResult:
        """Archive a flag.

        It answers as one that is off from then on, and is kept. Doing it twice is the same as
        once.

        Args:
            key: Key of the Flag.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_ARCHIVE,
            FlagsArchiveResult,
            path={"key": key},
            body=body_of({"approve": approve, "allow": allow, "message": message}),
            options=options,
        )

    def create(
        self,
        *,
        key: str,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsCreateResult:
        """Create a flag.

        Args:
            key: Key of the Flag.
            body_: A Flag as it is written in YAML, without `kind` and `key`;
                docs/reference/flag.md describes its fields. Mistakes are answered with
                `changes/invalid`, each with its place.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/exists``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_CREATE,
            FlagsCreateResult,
            body=body_of(
                {"key": key, "body": body_, "approve": approve, "allow": allow, "message": message},
            ),
            options=options,
        )

    def delete(
        self,
        key: str,
        *,
        approve: str | None = None,
        allow: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsDeleteResult:
        """Delete a flag that the API created.

        Code that still asks for it gets its own default. To keep the answers of a flag,
        archive it.

        Args:
            key: Key of the Flag.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through. Several have commas between them:
                `contextsFlipped=14,deletes=1`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_DELETE,
            FlagsDeleteResult,
            path={"key": key},
            query={"approve": approve, "allow": allow},
            options=options,
        )

    def evaluate(
        self,
        *,
        context: Mapping[str, Any] | None = None,
        flags: Sequence[str] | None = None,
        report: bool | None = None,
        options: CallOptions | None = None,
    ) -> FlagsEvaluateResult:
        """Evaluate flags for one context.

        All flags that browsers may know of, or those that are named. With a secret key the
        context is taken as it comes, and any flag may be named. With the token of a user,
        `user.key`, `tenant.key` and `tenant.plan` are what the token and the server say. A
        publishable key alone has no tenant. Neither is told which rule decided. Send the
        entity tag back as `If-None-Match`: 304 says that every answer is as it was.

        Args:
            context: By kind, or in OpenFeature’s or LaunchDarkly’s form.
            flags: Keys of Flags.
            report: False: nothing of it is counted or kept. Default: true.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``flags/invalid-context``, ``flags/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_EVALUATE,
            FlagsEvaluateResult,
            body=body_of({"context": context, "flags": flags, "report": report}),
            options=options,
        )

    def get(self, key: str, *, options: CallOptions | None = None) -> Resource:
        """Get one flag.

        Args:
            key: Key of the Flag.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``flags/unknown``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_FLAGS_GET, Resource, path={"key": key}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> Paged[ResourcePage, Resource]:
        """List flags by key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _FLAGS_LIST,
            ResourcePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    def report(
        self,
        *,
        counts: Sequence[EvaluationCountParam] | None = None,
        contexts: Sequence[Mapping[str, Any]] | None = None,
        exposures: Sequence[ExposureParam] | None = None,
        options: CallOptions | None = None,
    ) -> FlagsReportResult:
        """Report what was evaluated.

        Counts by variation, a sample of contexts, and exposures to experiments. Sent in
        batches by SDKs that evaluate locally, every minute or so. What the server evaluates
        for others it counts itself. A signed-in user reports only themselves.

        Args:
            counts: How often each variation was served, and why.
            contexts: A sample of who asked, in any form a context is taken in. Attributes
                that a ContextKind marks as sensitive have no place here; they are taken out.
            exposures: Who was dealt a variation that counts for the flag’s experiment: the
                first time each.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_REPORT,
            FlagsReportResult,
            body=body_of({"counts": counts, "contexts": contexts, "exposures": exposures}),
            options=options,
        )

    def ruleset(self, *, options: CallOptions | None = None) -> VersionedRuleset:
        """Get all rules, to evaluate flags in your own process.

        Ask again with `If-None-Match` now and then, or follow `flags.stream`. It holds every
        rule and, where flags ask for entitlements, the plan of every tenant: for servers
        only.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_FLAGS_RULESET, VersionedRuleset, options=options)

    def stream(self, *, options: CallOptions | None = None) -> EventStream:
        """Follow the rules as they change.

        Server-sent events. A secret key gets `put` with everything, then `patch` with what
        changes; whoever comes back with `Last-Event-ID` gets what they missed. A publishable
        key, alone or with the token of a user, is only told that there is something new
        (`changed`), and asks `flags.evaluate`. A comment every 15 seconds shows that the
        connection is alive.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(_FLAGS_STREAM, options=options)

    def update(
        self,
        key: str,
        *,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsUpdateResult:
        """Change a flag.

        The body takes the place of the one there is. Of a flag that the files own, only what
        they list under `unmanaged` can change.

        Args:
            key: Key of the Flag.
            body_: A Flag as it is written in YAML, without `kind` and `key`;
                docs/reference/flag.md describes its fields. Mistakes are answered with
                `changes/invalid`, each with its place.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _FLAGS_UPDATE,
            FlagsUpdateResult,
            path={"key": key},
            body=body_of({"body": body_, "approve": approve, "allow": allow, "message": message}),
            options=options,
        )

    def usage(
        self,
        *,
        days: int | None = None,
        options: CallOptions | None = None,
    ) -> FlagsUsageResult:
        """Say how much each flag is used.

        How often each live flag was evaluated, with which variation, and when last.

        Args:
            days: Default: ``30``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(_FLAGS_USAGE, FlagsUsageResult, query={"days": days}, options=options)


class AsyncFlagsResource(AsyncResourceBase):
    """Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes
    reports of what was served.
    """

    async def archive(
        self,
        key: str,
        *,
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsArchiveResult:
        """Archive a flag.

        It answers as one that is off from then on, and is kept. Doing it twice is the same as
        once.

        Args:
            key: Key of the Flag.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_ARCHIVE,
            FlagsArchiveResult,
            path={"key": key},
            body=body_of({"approve": approve, "allow": allow, "message": message}),
            options=options,
        )

    async def create(
        self,
        *,
        key: str,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsCreateResult:
        """Create a flag.

        Args:
            key: Key of the Flag.
            body_: A Flag as it is written in YAML, without `kind` and `key`;
                docs/reference/flag.md describes its fields. Mistakes are answered with
                `changes/invalid`, each with its place.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/exists``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_CREATE,
            FlagsCreateResult,
            body=body_of(
                {"key": key, "body": body_, "approve": approve, "allow": allow, "message": message},
            ),
            options=options,
        )

    async def delete(
        self,
        key: str,
        *,
        approve: str | None = None,
        allow: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsDeleteResult:
        """Delete a flag that the API created.

        Code that still asks for it gets its own default. To keep the answers of a flag,
        archive it.

        Args:
            key: Key of the Flag.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through. Several have commas between them:
                `contextsFlipped=14,deletes=1`.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_DELETE,
            FlagsDeleteResult,
            path={"key": key},
            query={"approve": approve, "allow": allow},
            options=options,
        )

    async def evaluate(
        self,
        *,
        context: Mapping[str, Any] | None = None,
        flags: Sequence[str] | None = None,
        report: bool | None = None,
        options: CallOptions | None = None,
    ) -> FlagsEvaluateResult:
        """Evaluate flags for one context.

        All flags that browsers may know of, or those that are named. With a secret key the
        context is taken as it comes, and any flag may be named. With the token of a user,
        `user.key`, `tenant.key` and `tenant.plan` are what the token and the server say. A
        publishable key alone has no tenant. Neither is told which rule decided. Send the
        entity tag back as `If-None-Match`: 304 says that every answer is as it was.

        Args:
            context: By kind, or in OpenFeature’s or LaunchDarkly’s form.
            flags: Keys of Flags.
            report: False: nothing of it is counted or kept. Default: true.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``flags/invalid-context``, ``flags/not-found``, or
                one that any operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_EVALUATE,
            FlagsEvaluateResult,
            body=body_of({"context": context, "flags": flags, "report": report}),
            options=options,
        )

    async def get(self, key: str, *, options: CallOptions | None = None) -> Resource:
        """Get one flag.

        Args:
            key: Key of the Flag.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``flags/unknown``, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_FLAGS_GET, Resource, path={"key": key}, options=options)

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        options: CallOptions | None = None,
    ) -> AsyncPaged[ResourcePage, Resource]:
        """List flags by key.

        Args:
            page: From 1. Default: ``1``.
            page_size: Items on a page. Default: ``50``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._pages(
            _FLAGS_LIST,
            ResourcePage,
            query={"page": page, "pageSize": page_size},
            options=options,
        )

    async def report(
        self,
        *,
        counts: Sequence[EvaluationCountParam] | None = None,
        contexts: Sequence[Mapping[str, Any]] | None = None,
        exposures: Sequence[ExposureParam] | None = None,
        options: CallOptions | None = None,
    ) -> FlagsReportResult:
        """Report what was evaluated.

        Counts by variation, a sample of contexts, and exposures to experiments. Sent in
        batches by SDKs that evaluate locally, every minute or so. What the server evaluates
        for others it counts itself. A signed-in user reports only themselves.

        Args:
            counts: How often each variation was served, and why.
            contexts: A sample of who asked, in any form a context is taken in. Attributes
                that a ContextKind marks as sensitive have no place here; they are taken out.
            exposures: Who was dealt a variation that counts for the flag’s experiment: the
                first time each.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_REPORT,
            FlagsReportResult,
            body=body_of({"counts": counts, "contexts": contexts, "exposures": exposures}),
            options=options,
        )

    async def ruleset(self, *, options: CallOptions | None = None) -> VersionedRuleset:
        """Get all rules, to evaluate flags in your own process.

        Ask again with `If-None-Match` now and then, or follow `flags.stream`. It holds every
        rule and, where flags ask for entitlements, the plan of every tenant: for servers
        only.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(_FLAGS_RULESET, VersionedRuleset, options=options)

    def stream(self, *, options: CallOptions | None = None) -> AsyncEventStream:
        """Follow the rules as they change.

        Server-sent events. A secret key gets `put` with everything, then `patch` with what
        changes; whoever comes back with `Last-Event-ID` gets what they missed. A publishable
        key, alone or with the token of a user, is only told that there is something new
        (`changed`), and asks `flags.evaluate`. A comment every 15 seconds shows that the
        connection is alive.

        Args:
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._events(_FLAGS_STREAM, options=options)

    async def update(
        self,
        key: str,
        *,
        body_: Mapping[str, Any],
        approve: str | None = None,
        allow: Mapping[str, int] | None = None,
        message: str | None = None,
        options: CallOptions | None = None,
    ) -> FlagsUpdateResult:
        """Change a flag.

        The body takes the place of the one there is. Of a flag that the files own, only what
        they list under `unmanaged` can change.

        Args:
            key: Key of the Flag.
            body_: A Flag as it is written in YAML, without `kind` and `key`;
                docs/reference/flag.md describes its fields. Mistakes are answered with
                `changes/invalid`, each with its place.
            approve: Fingerprint of the changeset that somebody approved.
            allow: Figures that may be over their limit, each exactly as the changeset shows
                it: any other number lets nothing through.
            message: Why, for the history.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: With the code ``changes/approval-required``, ``changes/conflict``,
                ``changes/desired-state-needed``, ``changes/format-version``,
                ``changes/guardrail-refused``, ``changes/invalid``, ``changes/stale``,
                ``changes/wrong-environment``, ``flags/unknown``, ``resources/not-found``,
                ``resources/owned-by-files``, ``resources/unknown-kind``, or one that any
                operation may answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_UPDATE,
            FlagsUpdateResult,
            path={"key": key},
            body=body_of({"body": body_, "approve": approve, "allow": allow, "message": message}),
            options=options,
        )

    async def usage(
        self,
        *,
        days: int | None = None,
        options: CallOptions | None = None,
    ) -> FlagsUsageResult:
        """Say how much each flag is used.

        How often each live flag was evaluated, with which variation, and when last.

        Args:
            days: Default: ``30``.
            options: What this call says for itself; see `CallOptions`.

        Raises:
            PlatformError: The server answered with an error.
            ApiConnectionError: No answer came, or none in time.
        """
        return await self._call(
            _FLAGS_USAGE,
            FlagsUsageResult,
            query={"days": days},
            options=options,
        )
