package dev.dream.sdk.permissions;

import dev.dream.sdk.params.Subject;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The claims of a token that was verified, of which only those about roles, and about whose they are, are read. */
record TokenClaims(Map<String, ?> claims) {
    private static final Pattern REVISION = Pattern.compile("([0-9]{1,15})(?:\\..*)?", Pattern.DOTALL);

    /** {@code null} where they are no list. */
    Collection<?> roles() {
        return claims.get("roleSlugs") instanceof Collection<?> roles ? roles : null;
    }

    /** {@code null} where they name nobody. */
    Subject subject() {
        return claims.get("sub") instanceof String user ? Subject.builder().id(user).build() : null;
    }

    /** {@code null} where they name none; may be no tenant. */
    Object tenantId() {
        return claims.get("tenantId");
    }

    /** Whether what they say has ended, or when is not to be told. */
    boolean isOver(long nowMilliseconds) {
        if (!claims.containsKey("accessUntil")) return false;
        boolean isAhead =
            claims.get("accessUntil") instanceof Number until && until.doubleValue() * 1000 > nowMilliseconds;
        return !isAhead;
    }

    /** Whether a policy of this revision is as new as they are. */
    boolean isKnownTo(long revision) {
        if (!claims.containsKey("policyVersion")) return true;
        Matcher version = REVISION.matcher(String.valueOf(claims.get("policyVersion")));
        return version.matches() && Long.parseLong(version.group(1)) <= revision;
    }
}
