package dev.dream.sdk.middleware;

import dev.dream.sdk.Dream;
import dev.dream.sdk.DreamOptions;
import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.types.Me;
import dev.dream.sdk.types.Verdict;

/**
 * What a {@link Middleware} needs of a server. Safe for use by many threads. What one throws may have what the server
 * said among its causes: that counts, and what is around it is not told.
 */
public interface MiddlewareSource {
    /**
     * The server of a client.
     *
     * @param client with a publishable key that has the scopes {@code me:read} and {@code access:read}; is not closed
     * @return asks it, as the user; never by a secret key
     * @throws dev.dream.sdk.errors.ConfigurationException where the client has no publishable key
     */
    static MiddlewareSource of(Dream client) {
        // Refused without a publishable key: better now than by the first request.
        client.withOptions(DreamOptions.builder().userToken("nobody").build());
        return new MiddlewareSource() {
            @Override
            public Me me(String userToken, String tenant) {
                return as(userToken, tenant).me().get();
            }

            @Override
            public boolean check(AccessCheckBody question, String userToken, String tenant) {
                Verdict verdict = as(userToken, tenant).access().check(question);
                return verdict != null && Boolean.TRUE.equals(verdict.raw().get("allowed"));
            }

            private Dream as(String userToken, String tenant) {
                return client.withOptions(DreamOptions.builder().userToken(userToken).tenant(tenant).build());
            }
        };
    }

    /**
     * Who somebody is.
     *
     * @param userToken theirs
     * @param tenant the tenant that it is about; {@code null}: that of the token
     * @return what {@code me.get} answers
     */
    Me me(String userToken, String tenant);

    /**
     * Decides.
     *
     * @param question of {@code access.check}, about whoever asks
     * @param userToken theirs
     * @param tenant the tenant that it is about
     * @return whether it is allowed
     */
    boolean check(AccessCheckBody question, String userToken, String tenant);
}
