package dev.dream.sdk.middleware;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether the server refused the application rather than its user. */
final class RefusedKey {

    /** Codes of 400 and 403 that are about the key, or the settings, of whoever asks the server. */
    private static final Set<String> OF_KEYS = Set.of(
        "auth/environment-headers",
        "auth/environment-mismatch",
        "auth/key-type-not-allowed",
        "auth/repeated-header",
        "auth/scope-missing",
        "auth/secret-key-in-browser"
    );

    /** {@code auth/expired-token}, {@code auth/token-signature}, and those that say whence a token is or how far its sign-in got. */
    private static final Pattern ABOUT_TOKEN = Pattern.compile(
        "auth/(?:(?:.+-)?token(?:-.+)?|unknown-issuer|pending-session)"
    );

    private RefusedKey() {}

    /**
     * With 401 that is so unless the code is about a token and the token is the user's: what neither says is never held
     * against somebody who signed in.
     */
    static boolean isAboutApplication(int status, String code, boolean isAboutUser) {
        return status == 401 ? !(isAboutUser && ABOUT_TOKEN.matcher(code).matches()) : OF_KEYS.contains(code);
    }
}
