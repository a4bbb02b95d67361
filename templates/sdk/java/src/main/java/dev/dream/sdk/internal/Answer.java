package dev.dream.sdk.internal;

import java.io.InputStream;
import java.util.Map;

/**
 * The head of an answer, by names in lower case, with its body as it comes. Closing the body lets the connection go.
 */
record Answer(int status, Map<String, String> headers, InputStream body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** What the header says, or {@code otherwise}. */
    String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    String requestId() {
        return headers.get("x-request-id");
    }
}
