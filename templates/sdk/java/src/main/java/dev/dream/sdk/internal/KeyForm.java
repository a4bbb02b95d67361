package dev.dream.sdk.internal;

import dev.dream.sdk.errors.ConfigurationException;
import java.util.regex.Pattern;

/** What keys and tokens look like. No message holds any of one, not even of one that was mistyped. */
final class KeyForm {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private KeyForm() {}

    /** The key, where it is of its kind; {@code null} stays what it is. */
    static String require(String setting, String prefix, String key) {
        if (key == null) return null;
        String other = prefix.equals("sk_") ? "pk_" : "sk_";
        String must = setting + " must be a key that begins with " + prefix;
        if (key.startsWith(other)) throw new ConfigurationException(must + "; this one begins with " + other);
        if (!key.startsWith(prefix)) throw new ConfigurationException(must);
        if (isToken(key)) return key;
        throw new ConfigurationException(setting + " has white space or other characters no key has");
    }

    static void requireUserToken(String token) {
        if (token.startsWith("sk_") || token.startsWith("pk_")) {
            throw new ConfigurationException("userToken must be the token of a user; this is a key");
        }
        if (isToken(token)) return;
        throw new ConfigurationException("userToken is empty, or has characters that no token has");
    }

    private static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
