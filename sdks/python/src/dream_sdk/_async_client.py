# Written by dream generate sdk; do not edit.
"""``AsyncDream``"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core.async_client import AsyncClient

if TYPE_CHECKING:
    from .resources.access import AsyncAccessResource
    from .resources.alerts import AsyncAlertsResource
    from .resources.audit import AsyncAuditResource
    from .resources.catalogue import AsyncCatalogueResource
    from .resources.changesets import AsyncChangesetsResource
    from .resources.entitlement_overrides import AsyncEntitlementOverridesResource
    from .resources.entitlements import AsyncEntitlementsResource
    from .resources.environments import AsyncEnvironmentsResource
    from .resources.events import AsyncEventsResource
    from .resources.experiments import AsyncExperimentsResource
    from .resources.flags import AsyncFlagsResource
    from .resources.grants import AsyncGrantsResource
    from .resources.keys import AsyncKeysResource
    from .resources.me import AsyncMeResource
    from .resources.members import AsyncMembersResource
    from .resources.relationships import AsyncRelationshipsResource
    from .resources.resources import AsyncResourcesResource
    from .resources.revisions import AsyncRevisionsResource
    from .resources.secrets import AsyncSecretsResource
    from .resources.service_accounts import AsyncServiceAccountsResource
    from .resources.status import AsyncStatusResource
    from .resources.tenant_plans import AsyncTenantPlansResource
    from .resources.tenants import AsyncTenantsResource
    from .resources.tokens import AsyncTokensResource
    from .resources.users import AsyncUsersResource
    from .resources.webhooks import AsyncWebhooksResource


class AsyncDream(AsyncClient):
    """A client of Dream. Its methods are awaited. The tasks of a loop may share it."""

    @cached_property
    def access(self) -> AsyncAccessResource:
        """Operations of ``access``."""
        from .resources.access import AsyncAccessResource

        return AsyncAccessResource(self._connection)

    @cached_property
    def alerts(self) -> AsyncAlertsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .resources.alerts import AsyncAlertsResource

        return AsyncAlertsResource(self._connection)

    @cached_property
    def audit(self) -> AsyncAuditResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .resources.audit import AsyncAuditResource

        return AsyncAuditResource(self._connection)

    @cached_property
    def catalogue(self) -> AsyncCatalogueResource:
        """The plans that are on sale and their prices, for a page of prices."""
        from .resources.catalogue import AsyncCatalogueResource

        return AsyncCatalogueResource(self._connection)

    @cached_property
    def changesets(self) -> AsyncChangesetsResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.changesets import AsyncChangesetsResource

        return AsyncChangesetsResource(self._connection)

    @cached_property
    def entitlement_overrides(self) -> AsyncEntitlementOverridesResource:
        """What a tenant has of each feature, how much of it has been used, and what was agreed
        with it besides.
        """
        from .resources.entitlement_overrides import AsyncEntitlementOverridesResource

        return AsyncEntitlementOverridesResource(self._connection)

    @cached_property
    def entitlements(self) -> AsyncEntitlementsResource:
        """What a tenant has of each feature, how much of it has been used, and what was agreed
        with it besides.
        """
        from .resources.entitlements import AsyncEntitlementsResource

        return AsyncEntitlementsResource(self._connection)

    @cached_property
    def environments(self) -> AsyncEnvironmentsResource:
        """The environments of the project, each with a configuration and data of its own."""
        from .resources.environments import AsyncEnvironmentsResource

        return AsyncEnvironmentsResource(self._connection)

    @cached_property
    def events(self) -> AsyncEventsResource:
        """Everything that has happened in an environment, as a list and as a stream."""
        from .resources.events import AsyncEventsResource

        return AsyncEventsResource(self._connection)

    @cached_property
    def experiments(self) -> AsyncExperimentsResource:
        """Which variation of a flag does better, by what the product reports."""
        from .resources.experiments import AsyncExperimentsResource

        return AsyncExperimentsResource(self._connection)

    @cached_property
    def flags(self) -> AsyncFlagsResource:
        """Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and
        takes reports of what was served.
        """
        from .resources.flags import AsyncFlagsResource

        return AsyncFlagsResource(self._connection)

    @cached_property
    def grants(self) -> AsyncGrantsResource:
        """Lets people of one tenant, such as support staff, act in others, for a time or until
        it is withdrawn.
        """
        from .resources.grants import AsyncGrantsResource

        return AsyncGrantsResource(self._connection)

    @cached_property
    def keys(self) -> AsyncKeysResource:
        """API keys of an environment: creating, rotating and revoking them."""
        from .resources.keys import AsyncKeysResource

        return AsyncKeysResource(self._connection)

    @cached_property
    def me(self) -> AsyncMeResource:
        """What the token of a user is to hold, who it belongs to, and what the roles in it
        grant.
        """
        from .resources.me import AsyncMeResource

        return AsyncMeResource(self._connection)

    @cached_property
    def members(self) -> AsyncMembersResource:
        """Who belongs to a tenant, and with which roles."""
        from .resources.members import AsyncMembersResource

        return AsyncMembersResource(self._connection)

    @cached_property
    def relationships(self) -> AsyncRelationshipsResource:
        """Who is what to which resource of a tenant: the owner of an invoice, the parent of a
        folder.
        """
        from .resources.relationships import AsyncRelationshipsResource

        return AsyncRelationshipsResource(self._connection)

    @cached_property
    def resources(self) -> AsyncResourcesResource:
        """What is live in an environment, by kind and key, and changing one resource without
        files.
        """
        from .resources.resources import AsyncResourcesResource

        return AsyncResourcesResource(self._connection)

    @cached_property
    def revisions(self) -> AsyncRevisionsResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.revisions import AsyncRevisionsResource

        return AsyncRevisionsResource(self._connection)

    @cached_property
    def secrets(self) -> AsyncSecretsResource:
        """Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never
        reading them.
        """
        from .resources.secrets import AsyncSecretsResource

        return AsyncSecretsResource(self._connection)

    @cached_property
    def service_accounts(self) -> AsyncServiceAccountsResource:
        """The programs of a tenant that act in its name, and the roles they hold."""
        from .resources.service_accounts import AsyncServiceAccountsResource

        return AsyncServiceAccountsResource(self._connection)

    @cached_property
    def status(self) -> AsyncStatusResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.status import AsyncStatusResource

        return AsyncStatusResource(self._connection)

    @cached_property
    def tenant_plans(self) -> AsyncTenantPlansResource:
        """Which plan a tenant is on."""
        from .resources.tenant_plans import AsyncTenantPlansResource

        return AsyncTenantPlansResource(self._connection)

    @cached_property
    def tenants(self) -> AsyncTenantsResource:
        """The customer organisations of the product, and what is kept about each."""
        from .resources.tenants import AsyncTenantsResource

        return AsyncTenantsResource(self._connection)

    @cached_property
    def tokens(self) -> AsyncTokensResource:
        """What the token of a user is to hold, who it belongs to, and what the roles in it
        grant.
        """
        from .resources.tokens import AsyncTokensResource

        return AsyncTokensResource(self._connection)

    @cached_property
    def users(self) -> AsyncUsersResource:
        """The people who use the product, known by their id at the identity provider, and the
        roles they hold.
        """
        from .resources.users import AsyncUsersResource

        return AsyncUsersResource(self._connection)

    @cached_property
    def webhooks(self) -> AsyncWebhooksResource:
        """Where events are sent, what became of each delivery, sending it again, and the secrets
        that sign it.
        """
        from .resources.webhooks import AsyncWebhooksResource

        return AsyncWebhooksResource(self._connection)
