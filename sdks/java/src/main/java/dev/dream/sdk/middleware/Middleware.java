package dev.dream.sdk.middleware;

import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.ErrorAnswer;
import dev.dream.sdk.errors.ValidationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.permissions.LocalDecision;
import dev.dream.sdk.permissions.PermissionAnswer;
import dev.dream.sdk.permissions.PermissionQuestion;
import dev.dream.sdk.permissions.Permissions;
import dev.dream.sdk.permissions.ResourceInHand;
import dev.dream.sdk.permissions.RoleHolder;
import dev.dream.sdk.types.Me;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Who is asking an application, what they may do, and how its errors look; for any framework. One for a process;
 * thread-safe.
 */
public final class Middleware {

    /** What may stand in a log and in a header. */
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w.-]{1,128}");

    /** What no tenant can be called would not even go into a header, and be the application's mistake then. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final MiddlewareSource source;
    private final MiddlewareBuilder.Policy policy;
    private final Supplier<OptionalLong> revision;
    /** {@code null}: nobody is told. */
    private final Consumer<LocalDecision> decisions;
    private final Function<HeaderReader, String> tokenOf;
    private final Function<HeaderReader, String> tenantOf;
    private final BiConsumer<Throwable, String> onError;
    private final ToIntFunction<Throwable> statusOf;
    private final Clock clock;
    private final KnownUsers users;

    Middleware(MiddlewareBuilder options) {
        source = options.source;
        policy = options.policy;
        revision = options.revision;
        decisions = options.decisions;
        tokenOf = options.tokenOf;
        tenantOf = options.tenantOf;
        onError = options.onError;
        statusOf = options.statusOf;
        clock = options.clock;
        users = new KnownUsers(options);
    }

    /**
     * A middleware before a server, to be set up.
     *
     * @param client with a publishable key that has the scopes {@code me:read} and {@code access:read}; is not closed
     * @return a builder with nothing said
     */
    public static MiddlewareBuilder builder(Dream client) {
        return builder(MiddlewareSource.of(client));
    }

    /**
     * A middleware before something else, to be set up.
     *
     * @param source safe for use by many threads
     * @return a builder with nothing said
     */
    public static MiddlewareBuilder builder(MiddlewareSource source) {
        return new MiddlewareBuilder(source);
    }

    /**
     * The permission, where it is one: nobody could ever have another.
     *
     * @param permission {@code invoice:read}
     * @return the same
     * @throws ConfigurationException where it is none
     */
    public static String requireForm(String permission) {
        // Whatever is a permission covers itself, and nothing else does.
        if (Permissions.matches(permission, permission)) return permission;
        throw new ConfigurationException(Json.write(permission) + " is no permission, such as invoice:read");
    }

    /**
     * What the log calls a request.
     *
     * @param header of the request
     * @return its {@code X-Request-Id}, where that may stand in a log and in a header, else a new one
     */
    public String requestIdOf(HeaderReader header) {
        String given = header.read("x-request-id");
        if (given != null && REQUEST_ID.matcher(given).matches()) return given;
        return "req_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Who is asking, and about which tenant; the server says.
     *
     * @param header of the request
     * @param requestId of {@link #requestIdOf}
     * @return who it is
     * @throws NotAdmittedException with what says why not, for {@link #answerTo}
     */
    public RequestContext admit(HeaderReader header, String requestId) {
        try {
            String token = tokenOf.apply(header);
            RequestToken.check(token, clock.millis());
            String tenant = tenant(tenantOf.apply(header));
            return new RequestContext(users.of(token, tenant), requestId, (user, permission, resource) -> {
                requireForm(permission);
                if (!mayDo(token, user, permission, resource)) throw denied(permission);
            });
        } catch (RuntimeException thrown) {
            throw new NotAdmittedException(thrown);
        }
    }

    /**
     * An error as it is answered; who asked for it by {@code onError} is told of what nobody did on purpose.
     *
     * @param thrown anything
     * @param requestId of {@link #requestIdOf}
     * @return what is answered; never throws
     */
    public ErrorResponse answerTo(Throwable thrown, String requestId) {
        ErrorResponse answer = AnsweredError.of(thrown, statusOf).response(requestId);
        if (answer.status() < 500 || AnsweredError.isInterrupted(thrown)) return answer;
        try {
            onError.accept(AnsweredError.causeOf(thrown), requestId);
        } catch (Throwable theirs) {
            // Whoever wants to be told must be able to listen.
        }
        return answer;
    }

    private boolean mayDo(String token, Me user, String permission, ResourceInHand resource) {
        List<String> held = user.permissions();
        boolean isInHand = resource != null && resource.isInHand();
        // Whether one resource is within a scope, only the server can judge.
        List<String> counted = isInHand ? held.stream().filter(Middleware::isWithoutScope).toList() : held;
        boolean isHeld = Permissions.hasAny(counted, List.of(permission));
        // No question to the server can be about a wildcard.
        if (isHeld || permission.contains("*")) {
            return told(isHeld, OptionalLong.empty(), token, user, permission, resource);
        }
        PermissionAnswer answer = policy.can(user.roles(), permission, resource);
        if (answer != PermissionAnswer.ASK) {
            return told(answer == PermissionAnswer.YES, revision.get(), token, user, permission, resource);
        }
        var question = PermissionQuestion.of(RoleHolder.roles(user.roles()), permission).resource(resource);
        try {
            return source.check(question.body(), token, user.tenantId());
        } catch (RuntimeException thrown) {
            DreamException said = SaidError.within(thrown);
            // The token was good a moment ago: it is about the user all the same. So is a wait that was ended.
            boolean isAboutUser = said instanceof AuthenticationException || said instanceof AbortedException;
            if (isAboutUser) throw new NotAdmittedException(said);
            throw said == null ? thrown : said;
        }
    }

    /** Whether it is allowed, told with the revision that decided; where that is not known, with the token's. */
    private boolean told(
        boolean isAllowed,
        OptionalLong by,
        String token,
        Me user,
        String permission,
        ResourceInHand resource
    ) {
        if (decisions == null) return isAllowed;
        OptionalLong known = by.isPresent() ? by : RequestToken.revision(token);
        known.ifPresent(policyRevision -> {
            LocalDecision decision = LocalDecision.of(user.id(), permission, isAllowed, policyRevision);
            decisions.accept(decision.resource(resource).tenant(user.tenantId()));
        });
        return isAllowed;
    }

    /** {@code type:action:scope} alone has two colons. */
    private static boolean isWithoutScope(String permission) {
        return permission == null || permission.indexOf(':') == permission.lastIndexOf(':');
    }

    /** {@code null} where none is named. */
    private static String tenant(String named) {
        if (named == null || named.isEmpty()) return null;
        if (TENANT.matcher(named).matches()) return named;
        throw new ValidationException(
            ErrorAnswer.of(
                400,
                "auth/malformed-tenant",
                "This can be the id of no tenant.",
                "This request is not as it must be."
            ).param("X-Tenant-ID")
        );
    }

    private static AuthorizationException denied(String permission) {
        return new AuthorizationException(
            "access/permission-denied",
            "The user may not do this: " + permission + ".",
            "You do not have access to this."
        );
    }
}
