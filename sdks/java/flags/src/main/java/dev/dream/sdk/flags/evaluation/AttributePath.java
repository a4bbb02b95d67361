package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands in a context, written {@code user.address.city}. A name that has a dot, a space or {@code =} in
 * it stands in double quotes, in which {@code "} and {@code \} have a {@code \} before them:
 * {@code user."app.version"}.
 *
 * @param kind of the context
 * @param path the names from there, at least one in a ruleset
 */
public record AttributePath(String kind, List<String> path) {
    /** As `\s` of ECMAScript has it, which is more than Java's. */
    private static final String SPACE =
        "\\s\\u000b\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private static final Pattern PLAIN = Pattern.compile("[^.\"" + SPACE + "=][^." + SPACE + "=]*");
    private static final Pattern NAME = Pattern.compile("\\.(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^.]*))", Pattern.DOTALL);

    /** The path of an {@code AttributePath} of a ruleset. */
    static AttributePath in(java.util.Map<?, ?> source) {
        AttributePath found = new AttributePath(Fields.textIn(source, "kind"), Fields.textsIn(source, "path"));
        if (found.path.isEmpty()) throw new Malformed("`path` is empty");
        return found;
    }

    /**
     * What {@link #toString()} wrote, or somebody in its way.
     *
     * @param text with dots between the names
     * @return its parts, without quotes
     */
    public static AttributePath read(String text) {
        int dot = text.indexOf('.');
        String kind = dot < 0 ? text : text.substring(0, dot);
        List<String> path = new ArrayList<>();
        Matcher names = NAME.matcher(text).region(kind.length(), text.length());
        while (names.find()) {
            String quoted = names.group(1);
            path.add(quoted == null ? names.group(2) : unescaped(quoted));
        }
        return new AttributePath(kind, path);
    }

    /** {@return the attribute as people write it; always the same text for the same attribute} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind);
        for (String name : path) text.append('.').append(PLAIN.matcher(name).matches() ? name : quoted(name));
        return text.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unescaped(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < quoted.length(); at += 1) {
            if (quoted.charAt(at) == '\\' && at + 1 < quoted.length()) at += 1;
            text.append(quoted.charAt(at));
        }
        return text.toString();
    }
}
