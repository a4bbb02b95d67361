package dev.dream.sdk.internal;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.DreamException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** The headers that say who is asking. Somebody who is signed in goes before the secret key. */
final class Credentials {

    private static final String NO_KEY =
        "The client has no key: give secretKey on a server, publishableKey in an app, or set DREAM_SECRET_KEY or " +
        "DREAM_PUBLISHABLE_KEY";

    private Credentials() {}

    /** Of a function it is seen later what it gives. */
    static void check(Supplier<String> userToken, Settings settings) {
        if (userToken == null) return;
        if (settings.publishableKey() == null) {
            throw new ConfigurationException("A user token goes with a publishable key: give publishableKey too");
        }
        if (userToken instanceof UserToken known) KeyForm.requireUserToken(known.get());
    }

    static Map<String, String> headers(Settings settings, Supplier<String> userToken, Deadline deadline)
        throws IOException, InterruptedException {
        if (userToken == null && settings.secretKey() != null) {
            return Map.of("Authorization", "Bearer " + settings.secretKey());
        }
        if (settings.publishableKey() == null) throw new ConfigurationException(NO_KEY);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Publishable-Key", settings.publishableKey());
        String token = userToken == null ? null : ask(userToken, deadline);
        // A function that gives none never falls back to the secret key: what was meant for a user would run as the
        // server.
        if (token == null) return headers;
        KeyForm.requireUserToken(token);
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }

    private static String ask(Supplier<String> userToken, Deadline deadline) throws IOException, InterruptedException {
        if (userToken instanceof UserToken known) return known.get();
        try {
            return Race.run(deadline, userToken::get);
        } catch (ExecutionException thrown) {
            throw new DreamException("The function that gets the user token failed", thrown.getCause());
        }
    }
}
