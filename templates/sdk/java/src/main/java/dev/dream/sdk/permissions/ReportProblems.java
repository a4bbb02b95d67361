package dev.dream.sdk.permissions;

import dev.dream.sdk.types.AccessDecisionsReportResult;
import java.util.List;
import java.util.function.Consumer;

/** What goes wrong with reports, in sentences. */
final class ReportProblems {

    private static final int MOST_TENANTS = 10;

    private final Consumer<String> onProblem;

    ReportProblems(Consumer<String> onProblem) {
        this.onProblem = onProblem;
    }

    /** Too much waited. */
    void leftOut(long count) {
        if (count > 0) onProblem.accept(notReported(count, DecisionSender.MOST_WAITING + " were waiting"));
    }

    /** They will not be sent again. */
    void lost(long count, Throwable thrown) {
        onProblem.accept(notReported(count, messageOf(thrown)));
    }

    /** Closing took too long, or somebody interrupted it. */
    void abandoned(long count) {
        if (count > 0) onProblem.accept(notReported(count, "there was no answer while closing"));
    }

    /** Nor will any others be. */
    void ended(Throwable thrown) {
        onProblem.accept("decisions are not reported any more: " + messageOf(thrown));
    }

    /** Some are not in the log. A source may answer whatever it likes. */
    void unknownTenants(AccessDecisionsReportResult result) {
        Object unknown = result == null ? null : result.raw().get("unknownTenants");
        if (!(unknown instanceof List<?> tenants) || tenants.isEmpty()) return;
        List<String> named = tenants.stream().limit(MOST_TENANTS).map(String::valueOf).toList();
        int more = tenants.size() - named.size();
        String names = String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
        onProblem.accept("decisions were not logged, since there are no such tenants: " + names);
    }

    static String messageOf(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private static String notReported(long count, String why) {
        return (count == 1 ? "1 decision was" : count + " decisions were") + " not reported: " + why;
    }
}
