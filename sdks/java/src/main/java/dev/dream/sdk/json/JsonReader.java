package dev.dream.sdk.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one text, from its first sign to its last. */
final class JsonReader {

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Object read() {
        Object value = value();
        if (at < text.length()) throw unexpected();
        return value;
    }

    /** A value with the white space around it. */
    private Object value() {
        skipSpace();
        Object value = bareValue();
        skipSpace();
        return value;
    }

    private Object bareValue() {
        char sign = peek();
        switch (sign) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        goIn();
        if (peek() != '}') {
            do {
                skipSpace();
                String name = string();
                skipSpace();
                take(':');
                // Of a name that comes twice the last counts.
                members.put(name, value());
            } while (goesOn());
        }
        take('}');
        depth -= 1;
        return Collections.unmodifiableMap(members);
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        goIn();
        if (peek() != ']') {
            do {
                items.add(value());
            } while (goesOn());
        }
        take(']');
        depth -= 1;
        return Collections.unmodifiableList(items);
    }

    private void goIn() {
        depth += 1;
        if (depth > Json.MAX_DEPTH) throw new JsonException("The JSON is nested more than " + Json.MAX_DEPTH + " deep");
        at += 1;
        skipSpace();
    }

    private boolean goesOn() {
        if (peek() != ',') return false;
        at += 1;
        return true;
    }

    private String string() {
        take('"');
        int from = at;
        while (isPlain(peek())) at += 1;
        String plain = text.substring(from, at);
        return peek() == '"' ? closed(plain) : closed(escaped(plain));
    }

    private static boolean isPlain(char sign) {
        return sign >= ' ' && sign != '"' && sign != '\\';
    }

    private String closed(String value) {
        take('"');
        return value;
    }

    /** The rest of a string that has an escape sign in it. */
    private String escaped(String beginning) {
        StringBuilder value = new StringBuilder(beginning);
        while (peek() != '"') {
            char sign = peek();
            if (sign < ' ') throw unexpected();
            at += 1;
            value.append(sign == '\\' ? escape() : sign);
        }
        return value.toString();
    }

    private char escape() {
        char sign = peek();
        int simple = "\"\\/bfnrt".indexOf(sign);
        if (simple >= 0) {
            at += 1;
            return "\"\\/\b\f\n\r\t".charAt(simple);
        }
        if (sign != 'u') throw unexpected();
        int unit = 0;
        for (int digit = 0; digit < 4; digit += 1) {
            at += 1;
            unit = unit * 16 + hexadecimal(peek());
        }
        at += 1;
        return (char) unit;
    }

    /** Not {@code Character.digit}, which takes the digits of other scripts too. */
    private int hexadecimal(char sign) {
        if (sign >= '0' && sign <= '9') return sign - '0';
        if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
        if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
        throw unexpected();
    }

    private Number number() {
        int end = JsonNumbers.endOf(text, at);
        if (end < 0) throw unexpected();
        Number number = JsonNumbers.read(text.substring(at, end));
        at = end;
        return number;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) throw unexpected();
        at += word.length();
        return value;
    }

    private void take(char sign) {
        if (peek() != sign) throw unexpected();
        at += 1;
    }

    /** The sign at hand; NUL at the end, which no JSON has outside of escapes. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at += 1;
    }

    /** Says where, and nothing of what stands there: it may be a secret. */
    private JsonException unexpected() {
        return new JsonException(
            at >= text.length() ? "The JSON ends too soon" : "The text is no JSON, at its sign " + (at + 1)
        );
    }
}
