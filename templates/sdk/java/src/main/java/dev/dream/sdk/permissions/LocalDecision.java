package dev.dream.sdk.permissions;

import dev.dream.sdk.params.Subject;

/**
 * What a program decided by itself, for {@link DecisionReporter#report}. What is {@code null} is not given.
 *
 * @param subject whom it is about, of which type and id are told
 * @param permission {@code invoice:approve}
 * @param resource what it was wanted of, of which the id alone is told
 * @param tenant the tenant that it is about; {@code null}: that of the client
 * @param allowed whether it was
 * @param policyRevision the revision of the policy that decided
 */
public record LocalDecision(
    Subject subject,
    String permission,
    ResourceInHand resource,
    String tenant,
    boolean allowed,
    long policyRevision
) {
    /**
     * A decision about a user with nothing said but this.
     *
     * @param user id of the user
     * @param permission {@code invoice:approve}
     * @param allowed whether it was
     * @param policyRevision the revision of the policy that decided
     * @return it
     */
    public static LocalDecision of(String user, String permission, boolean allowed, long policyRevision) {
        Subject subject = user == null ? null : Subject.builder().id(user).build();
        return new LocalDecision(subject, permission, null, null, allowed, policyRevision);
    }

    /**
     * The same, of somebody.
     *
     * @param other who that is
     * @return another decision
     */
    public LocalDecision subject(Subject other) {
        return new LocalDecision(other, permission, resource, tenant, allowed, policyRevision);
    }

    /**
     * The same, of a resource.
     *
     * @param other what it was wanted of
     * @return another decision
     */
    public LocalDecision resource(ResourceInHand other) {
        return new LocalDecision(subject, permission, other, tenant, allowed, policyRevision);
    }

    /**
     * The same, about a tenant.
     *
     * @param other its id
     * @return another decision
     */
    public LocalDecision tenant(String other) {
        return new LocalDecision(subject, permission, resource, other, allowed, policyRevision);
    }
}
