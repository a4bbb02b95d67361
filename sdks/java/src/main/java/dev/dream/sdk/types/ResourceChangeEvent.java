// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.internal.TypeDecoders;

/**
 * An event of one of the types {@code alert_rule.created}, {@code alert_rule.deleted}, {@code alert_rule.updated},
 * {@code audit_stream.created}, {@code audit_stream.deleted}, {@code audit_stream.updated},
 * {@code context_kind.created}, {@code context_kind.deleted}, {@code context_kind.updated},
 * {@code entitlement.created}, {@code entitlement.deleted}, {@code entitlement.updated}, {@code event_schema.created},
 * {@code event_schema.deleted}, {@code event_schema.updated}, {@code flag.archived}, {@code flag.created},
 * {@code flag.deleted}, {@code flag.updated}, {@code identity_provider.created}, {@code identity_provider.deleted},
 * {@code identity_provider.updated}, {@code meter.created}, {@code meter.deleted}, {@code meter.updated},
 * {@code plan.created}, {@code plan.deleted}, {@code plan.updated}, {@code resource_type.created},
 * {@code resource_type.deleted}, {@code resource_type.updated}, {@code retention_policy.created},
 * {@code retention_policy.deleted}, {@code retention_policy.updated}, {@code role.created}, {@code role.deleted},
 * {@code role.updated}, {@code segment.created}, {@code segment.deleted}, {@code segment.updated},
 * {@code template.created}, {@code template.deleted}, {@code template.updated}, {@code tenancy.created},
 * {@code tenancy.deleted}, {@code tenancy.updated}, {@code topic.created}, {@code topic.deleted},
 * {@code topic.updated}, {@code webhook_endpoint.created}, {@code webhook_endpoint.deleted},
 * {@code webhook_endpoint.updated}, {@code workflow.created}, {@code workflow.deleted}, {@code workflow.updated}.
 */
public final class ResourceChangeEvent extends DreamEvent {

    ResourceChangeEvent(Object json) {
        super(json);
    }

    /**
     * What it says.
     *
     * @return {@code data}
     */
    public ResourceChange data() {
        return object("data", TypeDecoders.resourceChange());
    }
}
