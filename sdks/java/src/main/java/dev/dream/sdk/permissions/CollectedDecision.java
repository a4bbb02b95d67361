package dev.dream.sdk.permissions;

import dev.dream.sdk.params.ReportedDecision;
import dev.dream.sdk.params.ResourceOfDecision;
import dev.dream.sdk.params.Subject;
import dev.dream.sdk.params.SubjectOfDecision;
import dev.dream.sdk.types.SubjectType;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A decision that waits to be reported. The server would refuse a whole call for the sake of one that it cannot take,
 * and ids come from requests: so what it would refuse is none.
 *
 * @param since when it began to wait, by {@code System.nanoTime()}
 * @param subjectType {@code null}: a user
 * @param resourceId {@code null}: it is about the type
 * @param tenant {@code null}: that of the client
 */
record CollectedDecision(
    long since,
    Instant decidedAt,
    String subjectType,
    String subjectId,
    String action,
    String resourceType,
    String resourceId,
    String tenant,
    boolean allowed,
    long policyRevision
) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ACTION = 128;
    /** The largest whole number that JSON of every language has. */
    private static final long LARGEST_REVISION = (1L << 53) - 1;

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** {@code null} for what is no decision. */
    static CollectedDecision of(LocalDecision decision, Instant decidedAt) {
        if (decision == null || decision.subject() == null || decision.permission() == null) return null;
        Map<String, Object> subject = decision.subject().toJson();
        String[] parts = decision.permission().split(":", 2);
        String action = parts.length == 2 ? parts[1] : "";
        String resource = decision.resource() == null ? null : decision.resource().id();
        String tenant = decision.tenant();
        boolean isOne =
            isName(subject.get("id"), LONGEST_NAME) &&
            isTypeOfSubject(subject.get("type")) &&
            isName(parts[0], LONGEST_NAME) &&
            isName(action, LONGEST_ACTION) &&
            (resource == null || isName(resource, LONGEST_NAME)) &&
            (tenant == null || TENANT.matcher(tenant).matches()) &&
            decision.policyRevision() >= 0 &&
            decision.policyRevision() <= LARGEST_REVISION;
        if (!isOne) return null;
        return new CollectedDecision(
            System.nanoTime(),
            decidedAt,
            (String) subject.get("type"),
            (String) subject.get("id"),
            action,
            parts[0],
            resource,
            tenant,
            decision.allowed(),
            decision.policyRevision()
        );
    }

    /** The most bytes that it can be as JSON: names, six for each of their characters, and what stands around them. */
    int size() {
        int names = subjectId.length() + action.length() + resourceType.length();
        return 400 + 6 * (names + (resourceId == null ? 0 : resourceId.length()));
    }

    ReportedDecision toParams() {
        SubjectType type = subjectType == null ? null : SubjectType.of(subjectType);
        return ReportedDecision.builder()
            .decidedAt(decidedAt)
            .tenant(tenant)
            .subject(SubjectOfDecision.builder().type(type).id(subjectId).build())
            .action(action)
            .resource(ResourceOfDecision.builder().type(resourceType).id(resourceId).build())
            .allowed(allowed)
            .policyRevision(policyRevision)
            .build();
    }

    /** Whether it is a text of 1 to so many characters, all of which a database can hold. */
    private static boolean isName(Object value, int most) {
        if (!(value instanceof String text) || text.isEmpty()) return false;
        if (text.length() > most && text.codePointCount(0, text.length()) > most) return false;
        for (int at = 0; at < text.length(); at += 1) {
            int point = text.codePointAt(at);
            if (point == 0 || Character.getType(point) == Character.SURROGATE) return false;
            if (Character.isSupplementaryCodePoint(point)) at += 1;
        }
        return true;
    }

    private static boolean isTypeOfSubject(Object type) {
        return type == null || (type instanceof String text && SubjectType.of(text).isKnown());
    }
}
