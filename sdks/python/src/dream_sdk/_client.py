# Written by dream generate sdk; do not edit.
"""``Dream``"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core.sync_client import SyncClient

if TYPE_CHECKING:
    from .resources.access import AccessResource
    from .resources.alerts import AlertsResource
    from .resources.audit import AuditResource
    from .resources.catalogue import CatalogueResource
    from .resources.changesets import ChangesetsResource
    from .resources.entitlement_overrides import EntitlementOverridesResource
    from .resources.entitlements import EntitlementsResource
    from .resources.environments import EnvironmentsResource
    from .resources.events import EventsResource
    from .resources.experiments import ExperimentsResource
    from .resources.flags import FlagsResource
    from .resources.grants import GrantsResource
    from .resources.keys import KeysResource
    from .resources.me import MeResource
    from .resources.members import MembersResource
    from .resources.relationships import RelationshipsResource
    from .resources.resources import ResourcesResource
    from .resources.revisions import RevisionsResource
    from .resources.secrets import SecretsResource
    from .resources.service_accounts import ServiceAccountsResource
    from .resources.status import StatusResource
    from .resources.tenant_plans import TenantPlansResource
    from .resources.tenants import TenantsResource
    from .resources.tokens import TokensResource
    from .resources.users import UsersResource
    from .resources.webhooks import WebhooksResource


class Dream(SyncClient):
    """A client of Dream. Its methods give what the server answered. Threads may share it."""

    @cached_property
    def access(self) -> AccessResource:
        """Operations of ``access``."""
        from .resources.access import AccessResource

        return AccessResource(self._connection)

    @cached_property
    def alerts(self) -> AlertsResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .resources.alerts import AlertsResource

        return AlertsResource(self._connection)

    @cached_property
    def audit(self) -> AuditResource:
        """Adds entries to the record, searches, exports and proves it, and looks after alarms,
        streams, archives and erasure.
        """
        from .resources.audit import AuditResource

        return AuditResource(self._connection)

    @cached_property
    def catalogue(self) -> CatalogueResource:
        """The plans that are on sale and their prices, for a page of prices."""
        from .resources.catalogue import CatalogueResource

        return CatalogueResource(self._connection)

    @cached_property
    def changesets(self) -> ChangesetsResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.changesets import ChangesetsResource

        return ChangesetsResource(self._connection)

    @cached_property
    def entitlement_overrides(self) -> EntitlementOverridesResource:
        """What a tenant has of each feature, how much of it has been used, and what was agreed
        with it besides.
        """
        from .resources.entitlement_overrides import EntitlementOverridesResource

        return EntitlementOverridesResource(self._connection)

    @cached_property
    def entitlements(self) -> EntitlementsResource:
        """What a tenant has of each feature, how much of it has been used, and what was agreed
        with it besides.
        """
        from .resources.entitlements import EntitlementsResource

        return EntitlementsResource(self._connection)

    @cached_property
    def environments(self) -> EnvironmentsResource:
        """The environments of the project, each with a configuration and data of its own."""
        from .resources.environments import EnvironmentsResource

        return EnvironmentsResource(self._connection)

    @cached_property
    def events(self) -> EventsResource:
        """Everything that has happened in an environment, as a list and as a stream."""
        from .resources.events import EventsResource

        return EventsResource(self._connection)

    @cached_property
    def experiments(self) -> ExperimentsResource:
        """Which variation of a flag does better, by what the product reports."""
        from .resources.experiments import ExperimentsResource

        return ExperimentsResource(self._connection)

    @cached_property
    def flags(self) -> FlagsResource:
        """Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and
        takes reports of what was served.
        """
        from .resources.flags import FlagsResource

        return FlagsResource(self._connection)

    @cached_property
    def grants(self) -> GrantsResource:
        """Lets people of one tenant, such as support staff, act in others, for a time or until
        it is withdrawn.
        """
        from .resources.grants import GrantsResource

        return GrantsResource(self._connection)

    @cached_property
    def keys(self) -> KeysResource:
        """API keys of an environment: creating, rotating and revoking them."""
        from .resources.keys import KeysResource

        return KeysResource(self._connection)

    @cached_property
    def me(self) -> MeResource:
        """What the token of a user is to hold, who it belongs to, and what the roles in it
        grant.
        """
        from .resources.me import MeResource

        return MeResource(self._connection)

    @cached_property
    def members(self) -> MembersResource:
        """Who belongs to a tenant, and with which roles."""
        from .resources.members import MembersResource

        return MembersResource(self._connection)

    @cached_property
    def relationships(self) -> RelationshipsResource:
        """Who is what to which resource of a tenant: the owner of an invoice, the parent of a
        folder.
        """
        from .resources.relationships import RelationshipsResource

        return RelationshipsResource(self._connection)

    @cached_property
    def resources(self) -> ResourcesResource:
        """What is live in an environment, by kind and key, and changing one resource without
        files.
        """
        from .resources.resources import ResourcesResource

        return ResourcesResource(self._connection)

    @cached_property
    def revisions(self) -> RevisionsResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.revisions import RevisionsResource

        return RevisionsResource(self._connection)

    @cached_property
    def secrets(self) -> SecretsResource:
        """Secrets that files name as `${secrets.NAME}`: setting, naming and removing them, never
        reading them.
        """
        from .resources.secrets import SecretsResource

        return SecretsResource(self._connection)

    @cached_property
    def service_accounts(self) -> ServiceAccountsResource:
        """The programs of a tenant that act in its name, and the roles they hold."""
        from .resources.service_accounts import ServiceAccountsResource

        return ServiceAccountsResource(self._connection)

    @cached_property
    def status(self) -> StatusResource:
        """Computes changesets, applies them, rolls back, and tells what was applied and how all
        of it is doing.
        """
        from .resources.status import StatusResource

        return StatusResource(self._connection)

    @cached_property
    def tenant_plans(self) -> TenantPlansResource:
        """Which plan a tenant is on."""
        from .resources.tenant_plans import TenantPlansResource

        return TenantPlansResource(self._connection)

    @cached_property
    def tenants(self) -> TenantsResource:
        """The customer organisations of the product, and what is kept about each."""
        from .resources.tenants import TenantsResource

        return TenantsResource(self._connection)

    @cached_property
    def tokens(self) -> TokensResource:
        """What the token of a user is to hold, who it belongs to, and what the roles in it
        grant.
        """
        from .resources.tokens import TokensResource

        return TokensResource(self._connection)

    @cached_property
    def users(self) -> UsersResource:
        """The people who use the product, known by their id at the identity provider, and the
        roles they hold.
        """
        from .resources.users import UsersResource

        return UsersResource(self._connection)

    @cached_property
    def webhooks(self) -> WebhooksResource:
        """Where events are sent, what became of each delivery, sending it again, and the secrets
        that sign it.
        """
        from .resources.webhooks import WebhooksResource

        return WebhooksResource(self._connection)
