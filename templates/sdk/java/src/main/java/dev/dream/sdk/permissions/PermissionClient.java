package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.errors.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What roles may do, answered in this process by the policy of the environment, which is brought up to date in the
 * background; the server is asked where only it can know. For servers. One for a process; thread-safe; close it at the
 * end. Local answers about somebody who is known are reported in batches, and stand in the decision log a little later.
 */
public final class PermissionClient implements AutoCloseable {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final PermissionSource source;
    private final PolicyKeeper keeper;
    /** {@code null} where nothing is reported. */
    private final LocalAnswers reports;
    private final Duration maxAge;
    private final Duration leastPause;
    private final LongSupplier nanoTime;
    private final Clock clock;
    /** By {@link #nanoTime}, because of claims; {@code null} before. */
    private final AtomicReference<Long> refreshedAt = new AtomicReference<>();

    PermissionClient(PermissionClientBuilder options) {
        source = options.source;
        maxAge = options.maxAge;
        leastPause = options.leastPause;
        nanoTime = options.nanoTime;
        clock = options.clock;
        boolean isTooShort = options.refreshInterval.compareTo(leastPause) < 0;
        Duration interval = isTooShort ? leastPause : options.refreshInterval;
        keeper = new PolicyKeeper(source, interval, options.onProblem, nanoTime);
        reports = reports(options);
        keeper.start(options.isStreaming);
    }

    /**
     * A client of a server, to be set up.
     *
     * @param client with a secret key; is not closed by this
     * @return a builder with nothing said
     */
    public static PermissionClientBuilder builder(Dream client) {
        return builder(PermissionSource.of(client));
    }

    /**
     * A client of something else, to be set up.
     *
     * @param source safe for use by many threads
     * @return a builder with nothing said
     */
    public static PermissionClientBuilder builder(PermissionSource source) {
        return new PermissionClientBuilder(source);
    }

    /**
     * The policy that is in force as far as is known.
     *
     * @return empty before the server was heard of
     */
    public Optional<RolePolicy> policy() {
        return Optional.ofNullable(keeper.policy());
    }

    /**
     * Waits until there is a policy, for five seconds at most. Never throws.
     *
     * @return as for {@link #ready(Duration)}
     */
    public boolean ready() {
        return ready(USUAL_WAIT);
    }

    /**
     * Waits until there is a policy. Never throws; an interruption ends it, and is kept.
     *
     * @param timeout waits no longer; {@code null}: five seconds
     * @return whether there is one; false once this is closed
     */
    public boolean ready(Duration timeout) {
        return keeper.ready(timeout == null ? USUAL_WAIT : timeout);
    }

    /**
     * Whether somebody may do something to resources of the type. Answers at once, and never throws.
     *
     * @param who has which roles
     * @param permission {@code invoice:approve}
     * @return as for {@link #can(RoleHolder, String, ResourceInHand)}
     */
    public PermissionAnswer can(RoleHolder who, String permission) {
        return can(who, permission, null);
    }

    /**
     * Whether somebody may do something. Answers at once, and never throws.
     *
     * @param who has which roles
     * @param permission {@code invoice:approve}
     * @param resource what it is wanted of, or {@code null}
     * @return {@code ASK} where only the server can know, or the policy is not known to be in force
     */
    public PermissionAnswer can(RoleHolder who, String permission, ResourceInHand resource) {
        return answer(new PermissionQuestion(who, permission, null, resource, null, null));
    }

    /**
     * Whether it is allowed. The server is asked where {@link #can} says so.
     *
     * @param question what is asked
     * @return whether it is
     * @throws dev.dream.sdk.errors.DreamException what {@code access.check} throws; then nothing is known, so nothing is
     *     allowed
     */
    public boolean check(PermissionQuestion question) {
        return check(question, null);
    }

    /**
     * Whether it is allowed. The server is asked where {@link #can} says so.
     *
     * @param question what is asked
     * @param options of that call, or {@code null}
     * @return whether it is
     * @throws ConfigurationException where there is no question
     * @throws dev.dream.sdk.errors.DreamException what {@code access.check} throws; then nothing is known, so nothing is
     *     allowed
     */
    public boolean check(PermissionQuestion question, RequestOptions options) {
        if (question == null) throw new ConfigurationException("check must be asked a question");
        PermissionAnswer answer = answer(question);
        if (answer != PermissionAnswer.ASK) return answer == PermissionAnswer.YES;
        return source.check(question.body(), options);
    }

    /** Asks for the policy now, and waits until that is over. Throws nothing; an interruption ends the wait, and is kept. */
    public void refresh() {
        keeper.refresh();
    }

    /** Reports what waits, and waits until that is over. Throws nothing; an interruption ends the wait, and is kept. */
    public void flush() {
        if (reports != null) reports.flush();
    }

    /**
     * Ends all of it, after what is still to be reported was sent once, for five seconds at most; {@link #can} answers
     * {@code ASK} from now on. The client that was given stays open.
     */
    @Override
    public void close() {
        keeper.close();
        if (reports != null) reports.close();
    }

    private PermissionAnswer answer(PermissionQuestion question) {
        RolePolicy policy = keeper.policyWithin(maxAge);
        PermissionAnswer answer = answer(question, policy);
        return reports == null ? answer : reports.told(answer, question, policy);
    }

    private PermissionAnswer answer(PermissionQuestion question, RolePolicy policy) {
        RoleHolder who = question.who();
        if (policy == null || who == null) return PermissionAnswer.ASK;
        try {
            if (who.claims() != null && !isInForce(who.claims(), policy)) return PermissionAnswer.ASK;
            return policy.can(who.roles(), question.permission(), question.resource());
        } catch (Throwable failure) {
            // A list or a map of the program's own may throw whatever it likes; then nothing is known here.
            return PermissionAnswer.ASK;
        }
    }

    /** {@code null}: none. */
    private static LocalAnswers reports(PermissionClientBuilder options) {
        DecisionLog log = options.isReporting ? options.source.decisions().orElse(null) : null;
        if (log == null) return null;
        DecisionReporterBuilder reporter = DecisionReporter.builder(log).interval(options.reportInterval);
        reporter.clock = options.clock;
        return new LocalAnswers(reporter.onProblem(options.onProblem).build());
    }

    private boolean isInForce(TokenClaims claims, RolePolicy policy) {
        if (claims.isOver(clock.millis())) return false;
        if (claims.isKnownTo(policy.revision())) return true;
        // The token knows of an apply that was not heard of here; or it is of elsewhere, and will for ever.
        Long last = refreshedAt.get();
        long now = nanoTime.getAsLong();
        boolean isDue = last == null || now - last >= leastPause.toNanos();
        if (isDue && refreshedAt.compareAndSet(last, now)) keeper.want();
        return false;
    }
}
