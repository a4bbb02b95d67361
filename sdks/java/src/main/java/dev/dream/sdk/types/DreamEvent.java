// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that has happened. Its class tells what its data is, and its type what has happened.
 *
 * <p>To an endpoint with {@code thin} only {@code id} and {@code type} are sent.
 */
public abstract sealed class DreamEvent
    extends Model
    permits AlarmEvent, ResourceChangeEvent, BeforeAndAfterEvent, RevisionAppliedEvent, UnknownEvent
{

    DreamEvent(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return an instance of the class that its type tells of, whichever fields it has
     */
    public static DreamEvent fromJson(Object json) {
        Object type = json instanceof Map<?, ?> fields ? fields.get("type") : null;
        return switch (String.valueOf(type)) {
            case "alert.fired" -> new AlarmEvent(json);
            case "alert_rule.created" -> new ResourceChangeEvent(json);
            case "alert_rule.deleted" -> new ResourceChangeEvent(json);
            case "alert_rule.updated" -> new ResourceChangeEvent(json);
            case "audit-stream.replayed" -> new BeforeAndAfterEvent(json);
            case "audit.archive_removed" -> new BeforeAndAfterEvent(json);
            case "audit.pruned" -> new BeforeAndAfterEvent(json);
            case "audit.restore_ended" -> new BeforeAndAfterEvent(json);
            case "audit.restored" -> new BeforeAndAfterEvent(json);
            case "audit_stream.created" -> new ResourceChangeEvent(json);
            case "audit_stream.deleted" -> new ResourceChangeEvent(json);
            case "audit_stream.updated" -> new ResourceChangeEvent(json);
            case "context_kind.created" -> new ResourceChangeEvent(json);
            case "context_kind.deleted" -> new ResourceChangeEvent(json);
            case "context_kind.updated" -> new ResourceChangeEvent(json);
            case "cross_tenant_grant.set" -> new BeforeAndAfterEvent(json);
            case "cross_tenant_grant.withdrawn" -> new BeforeAndAfterEvent(json);
            case "entitlement.created" -> new ResourceChangeEvent(json);
            case "entitlement.deleted" -> new ResourceChangeEvent(json);
            case "entitlement.override_removed" -> new BeforeAndAfterEvent(json);
            case "entitlement.override_set" -> new BeforeAndAfterEvent(json);
            case "entitlement.updated" -> new ResourceChangeEvent(json);
            case "environment.created" -> new BeforeAndAfterEvent(json);
            case "environment.mode_changed" -> new BeforeAndAfterEvent(json);
            case "event_schema.created" -> new ResourceChangeEvent(json);
            case "event_schema.deleted" -> new ResourceChangeEvent(json);
            case "event_schema.updated" -> new ResourceChangeEvent(json);
            case "flag.archived" -> new ResourceChangeEvent(json);
            case "flag.created" -> new ResourceChangeEvent(json);
            case "flag.deleted" -> new ResourceChangeEvent(json);
            case "flag.updated" -> new ResourceChangeEvent(json);
            case "identity_provider.created" -> new ResourceChangeEvent(json);
            case "identity_provider.deleted" -> new ResourceChangeEvent(json);
            case "identity_provider.updated" -> new ResourceChangeEvent(json);
            case "key.created" -> new BeforeAndAfterEvent(json);
            case "key.revoked" -> new BeforeAndAfterEvent(json);
            case "key.rotated" -> new BeforeAndAfterEvent(json);
            case "member.added" -> new BeforeAndAfterEvent(json);
            case "member.removed" -> new BeforeAndAfterEvent(json);
            case "member.roles_changed" -> new BeforeAndAfterEvent(json);
            case "meter.created" -> new ResourceChangeEvent(json);
            case "meter.deleted" -> new ResourceChangeEvent(json);
            case "meter.updated" -> new ResourceChangeEvent(json);
            case "personal.erased" -> new BeforeAndAfterEvent(json);
            case "plan.created" -> new ResourceChangeEvent(json);
            case "plan.deleted" -> new ResourceChangeEvent(json);
            case "plan.updated" -> new ResourceChangeEvent(json);
            case "relationship.created" -> new BeforeAndAfterEvent(json);
            case "relationship.deleted" -> new BeforeAndAfterEvent(json);
            case "resource_type.created" -> new ResourceChangeEvent(json);
            case "resource_type.deleted" -> new ResourceChangeEvent(json);
            case "resource_type.updated" -> new ResourceChangeEvent(json);
            case "retention_policy.created" -> new ResourceChangeEvent(json);
            case "retention_policy.deleted" -> new ResourceChangeEvent(json);
            case "retention_policy.updated" -> new ResourceChangeEvent(json);
            case "revision.applied" -> new RevisionAppliedEvent(json);
            case "role.created" -> new ResourceChangeEvent(json);
            case "role.deleted" -> new ResourceChangeEvent(json);
            case "role.updated" -> new ResourceChangeEvent(json);
            case "secret.removed" -> new BeforeAndAfterEvent(json);
            case "secret.set" -> new BeforeAndAfterEvent(json);
            case "segment.created" -> new ResourceChangeEvent(json);
            case "segment.deleted" -> new ResourceChangeEvent(json);
            case "segment.updated" -> new ResourceChangeEvent(json);
            case "service_account.created" -> new BeforeAndAfterEvent(json);
            case "service_account.deleted" -> new BeforeAndAfterEvent(json);
            case "service_account.roles_changed" -> new BeforeAndAfterEvent(json);
            case "template.created" -> new ResourceChangeEvent(json);
            case "template.deleted" -> new ResourceChangeEvent(json);
            case "template.updated" -> new ResourceChangeEvent(json);
            case "tenancy.created" -> new ResourceChangeEvent(json);
            case "tenancy.deleted" -> new ResourceChangeEvent(json);
            case "tenancy.updated" -> new ResourceChangeEvent(json);
            case "tenant.created" -> new BeforeAndAfterEvent(json);
            case "tenant.deleted" -> new BeforeAndAfterEvent(json);
            case "tenant.plan_changed" -> new BeforeAndAfterEvent(json);
            case "tenant.updated" -> new BeforeAndAfterEvent(json);
            case "topic.created" -> new ResourceChangeEvent(json);
            case "topic.deleted" -> new ResourceChangeEvent(json);
            case "topic.updated" -> new ResourceChangeEvent(json);
            case "user.created" -> new BeforeAndAfterEvent(json);
            case "user.deleted" -> new BeforeAndAfterEvent(json);
            case "user.updated" -> new BeforeAndAfterEvent(json);
            case "webhook.disabled" -> new BeforeAndAfterEvent(json);
            case "webhook.enabled" -> new BeforeAndAfterEvent(json);
            case "webhook.replayed" -> new BeforeAndAfterEvent(json);
            case "webhook.secretRotated" -> new BeforeAndAfterEvent(json);
            case "webhook_endpoint.created" -> new ResourceChangeEvent(json);
            case "webhook_endpoint.deleted" -> new ResourceChangeEvent(json);
            case "webhook_endpoint.updated" -> new ResourceChangeEvent(json);
            case "workflow.created" -> new ResourceChangeEvent(json);
            case "workflow.deleted" -> new ResourceChangeEvent(json);
            case "workflow.updated" -> new ResourceChangeEvent(json);
            default -> new UnknownEvent(json);
        };
    }

    /**
     * {@code evt_…}: the same event has the same id wherever it is told.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * {@code flag.updated}
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * Null: of the environment as a whole.
     *
     * @return {@code tenantId}; empty where there is none
     */
    public Optional<String> tenantId() {
        return optionalText("tenantId");
    }

    /**
     * What it happened to: {@code Flag/checkout}.
     *
     * @return {@code subject}
     */
    public String subject() {
        return text("subject");
    }

    /**
     * The field {@code createdAt}.
     *
     * @return {@code createdAt}
     */
    public Instant createdAt() {
        return instant("createdAt");
    }
}
