package dev.dream.sdk.permissions;

import dev.dream.sdk.errors.ConfigurationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What {@code access.policy} answers, read.
 *
 * @param relationActions {@code null}: the server does not say, so every resource may have some
 */
record PolicyPayload(
    long revision,
    Map<String, List<RoleGrant>> roles,
    Map<String, Set<String>> resourceTypes,
    Map<String, Set<String>> scopes,
    Map<String, Set<String>> relationActions
) {
    /** Throws a ConfigurationException where it is no policy: half of one would refuse, or allow, what the whole does not. */
    static PolicyPayload read(Object json) {
        if (!(json instanceof Map<?, ?> fields)) throw notOne("it is no object");
        if (!(fields.get("revision") instanceof Number revision)) throw notOne("it has no revision");
        boolean hasScopes = fields.containsKey("scopes") && fields.get("scopes") != null;
        return new PolicyPayload(
            revision.longValue(),
            entries("roles", fields.get("roles"), PolicyPayload::grants),
            names("resourceTypes", fields.get("resourceTypes")),
            hasScopes ? names("scopes", fields.get("scopes")) : Map.of(),
            fields.containsKey("relationActions") ? names("relationActions", fields.get("relationActions")) : null
        );
    }

    private static List<RoleGrant> grants(Object value) {
        List<GrantedPermission> granted = new ArrayList<>();
        for (Object one : list("roles", value)) granted.add(grant(one));
        return granted.stream().flatMap(RoleGrant::of).toList();
    }

    private static GrantedPermission grant(Object value) {
        if (!(value instanceof Map<?, ?> grant)) throw notOne("a grant is no object");
        if (!(grant.get("permission") instanceof String permission)) throw notOne("a grant has no permission");
        if (!grant.containsKey("condition")) return new GrantedPermission(permission, Optional.empty());
        // Never taken for none: what applies under a condition would apply always.
        if (!(grant.get("condition") instanceof String condition)) throw notOne("a condition is no text");
        return new GrantedPermission(permission, Optional.of(condition));
    }

    private static Map<String, Set<String>> names(String field, Object value) {
        return entries(field, value, entry -> {
            Set<String> names = new HashSet<>();
            for (Object one : list(field, entry)) {
                if (!(one instanceof String name)) throw notOne(field + " has a name that is no text");
                names.add(name);
            }
            return names;
        });
    }

    private static <T> Map<String, T> entries(String field, Object value, Function<Object, T> read) {
        if (!(value instanceof Map<?, ?> entries)) throw notOne("it has no " + field);
        Map<String, T> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> all.put(String.valueOf(key), read.apply(entry)));
        return all;
    }

    private static List<?> list(String field, Object value) {
        if (value instanceof List<?> list) return list;
        throw notOne(field + " has an entry that is no list");
    }

    private static ConfigurationException notOne(String why) {
        return new ConfigurationException("This is no policy: " + why);
    }
}
