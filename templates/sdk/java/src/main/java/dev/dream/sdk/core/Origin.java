package dev.dream.sdk.core;

import dev.dream.sdk.errors.ConfigurationException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server is.
 *
 * @param baseUrl the scheme, host and port, with what goes before every route; without a slash at its end
 */
public record Origin(String baseUrl) {
    /** Not that of {@link URI}, which knows no host beyond ASCII. */
    private static final Pattern AUTHORITY = Pattern.compile(
        "(?:\\[([0-9A-Fa-f:.]+)\\]|([^:\\[\\]@]+))(?::([0-9]{0,5}))?"
    );

    /**
     * Of an address as a program gives it.
     *
     * @param text {@code https://api.acme.com}, or {@code null}
     * @return it
     * @throws ConfigurationException where it cannot be meant; the text is not said, which may hold a password
     */
    public static Origin read(String text) {
        if (text == null) {
            throw new ConfigurationException(
                "Where is the server? Give baseUrl, or set DREAM_BASE_URL in the environment"
            );
        }
        try {
            // White space is refused here, at the ends too: who has it in a setting has perhaps lost something else.
            URI uri = new URI(text).normalize();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isPlain =
                isEmpty(uri.getRawQuery()) && isEmpty(uri.getRawFragment()) && uri.getRawAuthority() != null;
            if (isPlain && (scheme.equals("http") || scheme.equals("https"))) return of(scheme, uri);
        } catch (URISyntaxException cause) {
            // Below; its own message would say what was given, and so perhaps a password.
        }
        throw refused();
    }

    private static Origin of(String scheme, URI uri) throws URISyntaxException {
        Matcher parts = AUTHORITY.matcher(uri.getRawAuthority());
        if (!parts.matches()) throw refused();
        int usual = scheme.equals("https") ? 443 : 80;
        int port = isEmpty(parts.group(3)) ? usual : Integer.parseInt(parts.group(3));
        if (port > 65_535) throw refused();
        String host = (parts.group(1) == null ? ascii(parts.group(2)) : parts.group(1)).toLowerCase(Locale.ROOT);
        String named = parts.group(1) == null ? host : "[" + host + "]";
        String path = uri.getRawPath() == null ? "" : URI.create(uri.getRawPath()).toASCIIString();
        String authority = port == usual ? named : named + ":" + port;
        URI whole = new URI(scheme + "://" + authority + path.replaceAll("/+$", ""));
        // The HTTP client knows no other: one with an underscore, for instance, is none to it.
        if (whole.getHost() == null) throw refused();
        return new Origin(whole.toString());
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException cause) {
            throw refused();
        }
    }

    private static boolean isEmpty(String part) {
        return part == null || part.isEmpty();
    }

    private static ConfigurationException refused() {
        return new ConfigurationException("baseUrl must be an http(s) address without user, query and fragment");
    }
}
