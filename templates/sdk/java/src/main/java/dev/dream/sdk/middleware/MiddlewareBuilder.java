package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.permissions.DecisionReporter;
import dev.dream.sdk.permissions.LocalDecision;
import dev.dream.sdk.permissions.PermissionAnswer;
import dev.dream.sdk.permissions.PermissionClient;
import dev.dream.sdk.permissions.ResourceInHand;
import dev.dream.sdk.permissions.RoleHolder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** How a {@link Middleware} works. What is not said is as is usual. Not for several threads at once. */
public final class MiddlewareBuilder {

    /** A hundred years: sums of those fit wherever they go. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    final MiddlewareSource source;
    Policy policy = (roles, permission, resource) -> PermissionAnswer.ASK;
    /** Of what {@link #policy} goes by. */
    Supplier<OptionalLong> revision = OptionalLong::empty;
    Consumer<LocalDecision> decisions;
    Function<HeaderReader, String> tokenOf = header -> RequestToken.bearer(header.read("authorization"));
    Function<HeaderReader, String> tenantOf = header -> header.read("x-tenant-id");
    Duration timeToLive = Duration.ofSeconds(5);
    BiConsumer<Throwable, String> onError = (thrown, requestId) -> {};
    ToIntFunction<Throwable> statusOf = thrown -> 0;
    LongSupplier nanoTime = System::nanoTime;
    Clock clock = Clock.systemUTC();

    MiddlewareBuilder(MiddlewareSource source) {
        this.source = source;
    }

    /** What roles may do, as far as it is known without the server. */
    @FunctionalInterface
    interface Policy {
        /** {@code resource} may be {@code null}. */
        PermissionAnswer can(List<String> roles, String permission, ResourceInHand resource);
    }

    /**
     * Spares questions about what roles grant under a condition.
     *
     * @param client is not closed by this; {@code null}: the server is asked, as where nothing is said
     * @return this builder
     */
    public MiddlewareBuilder permissions(PermissionClient client) {
        policy =
            client == null
                ? (roles, permission, resource) -> PermissionAnswer.ASK
                : (roles, permission, resource) -> client.can(RoleHolder.roles(roles), permission, resource);
        revision = client == null ? OptionalLong::empty : () -> revisionOf(client);
        return this;
    }

    /**
     * Who is told of each permission that is decided here, where it is known by which revision of the policy.
     *
     * @param reporter is not closed by this; {@code null}: nobody, as where nothing is said
     * @return this builder
     */
    public MiddlewareBuilder decisions(DecisionReporter reporter) {
        decisions = reporter == null ? null : reporter::report;
        return this;
    }

    /**
     * Where the token stands.
     *
     * @param function gives {@code null} where there is none; absent: {@code Authorization: Bearer …}
     * @return this builder
     */
    public MiddlewareBuilder tokenOf(Function<HeaderReader, String> function) {
        tokenOf = required("tokenOf", function);
        return this;
    }

    /**
     * Which tenant a request is about; the server says whether the user may act there.
     *
     * @param function gives {@code null} for that of the token; absent: {@code X-Tenant-ID}
     * @return this builder
     */
    public MiddlewareBuilder tenantOf(Function<HeaderReader, String> function) {
        tenantOf = required("tenantOf", function);
        return this;
    }

    /**
     * For how long it counts what the server said of a token in a tenant.
     *
     * @param time five seconds unless it is said
     * @return this builder
     * @throws ConfigurationException where it is less than 0
     */
    public MiddlewareBuilder timeToLive(Duration time) {
        if (time == null || time.isNegative()) throw new ConfigurationException("timeToLive must be 0 or more");
        timeToLive = time.compareTo(LONGEST) < 0 ? time : LONGEST;
        return this;
    }

    /**
     * Who is told what was answered with a status of 500 or above, but for waits that somebody interrupted.
     *
     * @param listener gets what was thrown and the id of the request; what it throws itself changes nothing
     * @return this builder
     */
    public MiddlewareBuilder onError(BiConsumer<Throwable, String> listener) {
        onError = required("onError", listener);
        return this;
    }

    /**
     * Which status it has what a framework throws of a request that it cannot read. Of such an exception, the message is
     * not shown.
     *
     * @param function gives 400 to 499, or 0 for all that is nothing of the kind; absent: nothing is
     * @return this builder
     */
    public MiddlewareBuilder statusOf(ToIntFunction<Throwable> function) {
        statusOf = required("statusOf", function);
        return this;
    }

    /**
     * Makes it. Nothing is asked.
     *
     * @return one middleware for a process
     */
    public Middleware build() {
        return new Middleware(this);
    }

    private static OptionalLong revisionOf(PermissionClient client) {
        return client
            .policy()
            .map(held -> OptionalLong.of(held.revision()))
            .orElseGet(OptionalLong::empty);
    }

    private static <T> T required(String name, T value) {
        if (value == null) throw new ConfigurationException(name + " must be a function");
        return value;
    }
}
