// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.internal.TypeDecoders;

/**
 * An event of one of the types {@code audit-stream.replayed}, {@code audit.archive_removed}, {@code audit.pruned},
 * {@code audit.restore_ended}, {@code audit.restored}, {@code cross_tenant_grant.set},
 * {@code cross_tenant_grant.withdrawn}, {@code entitlement.override_removed}, {@code entitlement.override_set},
 * {@code environment.created}, {@code environment.mode_changed}, {@code key.created}, {@code key.revoked},
 * {@code key.rotated}, {@code member.added}, {@code member.removed}, {@code member.roles_changed},
 * {@code personal.erased}, {@code relationship.created}, {@code relationship.deleted}, {@code secret.removed},
 * {@code secret.set}, {@code service_account.created}, {@code service_account.deleted},
 * {@code service_account.roles_changed}, {@code tenant.created}, {@code tenant.deleted}, {@code tenant.plan_changed},
 * {@code tenant.updated}, {@code user.created}, {@code user.deleted}, {@code user.updated}, {@code webhook.disabled},
 * {@code webhook.enabled}, {@code webhook.replayed}, {@code webhook.secretRotated}.
 */
public final class BeforeAndAfterEvent extends DreamEvent {

    BeforeAndAfterEvent(Object json) {
        super(json);
    }

    /**
     * What it says.
     *
     * @return {@code data}
     */
    public BeforeAndAfter data() {
        return object("data", TypeDecoders.beforeAndAfter());
    }
}
