package dev.dream.sdk.permissions;

import dev.dream.sdk.Dream;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.params.EventsStreamQuery;
import dev.dream.sdk.types.AccessPolicyResult;
import java.util.Optional;

/** What a {@link PermissionClient} needs of a server. Safe for use by many threads. */
public interface PermissionSource {
    /**
     * The server of a client.
     *
     * @param client with a secret key; is not closed
     * @return asks it
     */
    static PermissionSource of(Dream client) {
        return new PermissionSource() {
            @Override
            public RawAnswer<AccessPolicyResult> policy(RequestOptions options) {
                return client.access().withRaw().policy(options);
            }

            @Override
            public boolean check(AccessCheckBody question, RequestOptions options) {
                return client.access().check(question, options).allowed();
            }

            @Override
            public EventStream events(String types, RequestOptions options) {
                return client.events().stream(EventsStreamQuery.builder().types(types).build(), options);
            }

            @Override
            public Optional<DecisionLog> decisions() {
                return Optional.of(DecisionLog.of(client));
            }
        };
    }

    /**
     * What every role grants.
     *
     * @param options with {@code If-None-Match}, once there is something to compare with
     * @return what {@link RolePolicy#of} reads; nothing with status 304
     */
    RawAnswer<?> policy(RequestOptions options);

    /**
     * Decides.
     *
     * @param question of {@code access.check}
     * @param options of this call, or {@code null}
     * @return whether it is allowed
     */
    boolean check(AccessCheckBody question, RequestOptions options);

    /**
     * Follows what happens.
     *
     * @param types {@code revision.applied}
     * @param options with what ends it
     * @return opens when it is iterated over
     */
    EventStream events(String types, RequestOptions options);

    /**
     * Where local answers are reported. Asked once.
     *
     * @return empty unless it is overridden: they are reported nowhere
     */
    default Optional<DecisionLog> decisions() {
        return Optional.empty();
    }
}
