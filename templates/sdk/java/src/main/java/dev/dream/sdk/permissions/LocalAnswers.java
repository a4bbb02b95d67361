package dev.dream.sdk.permissions;

import dev.dream.sdk.params.Subject;

/** Reports what was answered without the server, where it is known whom it is about. */
final class LocalAnswers {

    private final DecisionReporter reporter;

    LocalAnswers(DecisionReporter reporter) {
        this.reporter = reporter;
    }

    /** The answer, reported. What does not know whom it is about names neither a subject nor claims. */
    PermissionAnswer told(PermissionAnswer answer, PermissionQuestion question, RolePolicy policy) {
        if (answer == PermissionAnswer.ASK) return answer;
        try {
            LocalDecision decision = decision(question, answer == PermissionAnswer.YES, policy.revision());
            if (decision != null) reporter.report(decision);
        } catch (Throwable failure) {
            // Claims may throw whatever they like, when they are read again too; the answer holds.
        }
        return answer;
    }

    void flush() {
        reporter.flush();
    }

    void close() {
        reporter.close();
    }

    /** {@code null} where it is about nobody, or about what is no tenant. */
    private static LocalDecision decision(PermissionQuestion question, boolean isAllowed, long revision) {
        TokenClaims claims = question.who().claims();
        Subject subject = question.subject();
        if (subject == null && claims != null) subject = claims.subject();
        if (subject == null) return null;
        Object tenant = question.tenant();
        if (tenant == null && claims != null) tenant = claims.tenantId();
        if (tenant != null && !(tenant instanceof String)) return null;
        return new LocalDecision(
            subject,
            question.permission(),
            question.resource(),
            (String) tenant,
            isAllowed,
            revision
        );
    }
}
