package dev.dream.sdk.middleware;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An error as it is answered.
 *
 * @param status of HTTP, from 400 to 599
 * @param headers by name; {@code Content-Type} is among them
 * @param body JSON of the form that the server's own errors have
 */
public record ErrorResponse(int status, Map<String, String> headers, String body) {
    private static final Set<String> ABOUT_BODY = Set.of("etag", "last-modified", "trailer", "transfer-encoding");

    /**
     * The body as it is sent.
     *
     * @return in UTF-8
     */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a header that was set before goes: it is about another body, and would make this one unreadable, or be
     * kept as it.
     *
     * @param header its name, in letters of either case
     * @return false for what goes for any answer
     */
    public static boolean replaces(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        // What pages may load goes for errors as well.
        if (name.startsWith("content-")) return !name.startsWith("content-security-policy") && name.length() > 8;
        return ABOUT_BODY.contains(name);
    }
}
