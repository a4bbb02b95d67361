package dev.dream.sdk.internal;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a request, whatever the case of their letters. */
final class HeaderFields {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Of ASCII: the HTTP client of the JDK writes a question mark for anything else. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    /** Those of the connection, which only it can know. */
    private static final Set<String> OF_CONNECTION = Set.of(
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade"
    );

    private final Map<String, Field> fields = new LinkedHashMap<>();

    HeaderFields() {}

    HeaderFields(HeaderFields others) {
        fields.putAll(others.fields);
    }

    /** One field. */
    record Field(String name, String value) {}

    Iterable<Field> all() {
        return fields.values();
    }

    boolean has(String name) {
        return fields.containsKey(lower(name));
    }

    /** The value, or {@code null}. */
    String get(String name) {
        Field field = fields.get(lower(name));
        return field == null ? null : field.value();
    }

    /** {@code null} takes it away. No message says the value, which may be a secret. */
    void set(String name, String value) {
        if (name == null || !NAME.matcher(name).matches() || (value != null && !VALUE.matcher(value).matches())) {
            throw refused(name, "or its value has characters that no header can have");
        }
        if (value == null) fields.remove(lower(name));
        else if (OF_CONNECTION.contains(lower(name))) throw refused(name, "is for the connection to set");
        else fields.put(lower(name), new Field(name, value.strip()));
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static ConfigurationException refused(String name, String what) {
        return new ConfigurationException("The header " + Json.write(name) + " " + what);
    }
}
