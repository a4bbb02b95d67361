// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.List;
import java.util.Map;

/** What the server answers with as {@code AccessPolicyResult}. */
public final class AccessPolicyResult extends Model {

    private AccessPolicyResult(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static AccessPolicyResult fromJson(Object json) {
        return new AccessPolicyResult(json);
    }

    /**
     * The first number of a token's {@code policyVersion}.
     *
     * @return {@code revision}
     */
    public long revision() {
        return integer("revision");
    }

    /**
     * What each role grants, inherited included, by key.
     *
     * @return {@code roles}
     */
    public Map<String, List<PolicyGrant>> roles() {
        return map("roles", Decoders.list(TypeDecoders.policyGrant()));
    }

    /**
     * The actions of each resource type, by key.
     *
     * @return {@code resourceTypes}
     */
    public Map<String, List<String>> resourceTypes() {
        return map("resourceTypes", Decoders.list(Decoders.TEXT));
    }

    /**
     * The scopes of each resource type that declares any, by key. Others take any name for a scope.
     *
     * @return {@code scopes}
     */
    public Map<String, List<String>> scopes() {
        return map("scopes", Decoders.list(Decoders.TEXT));
    }

    /**
     * The actions that a relation to a resource may allow without a role, by key of its type.
     *
     * @return {@code relationActions}
     */
    public Map<String, List<String>> relationActions() {
        return map("relationActions", Decoders.list(Decoders.TEXT));
    }
}
