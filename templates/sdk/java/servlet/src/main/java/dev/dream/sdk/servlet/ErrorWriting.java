package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.ErrorResponse;
import dev.dream.sdk.middleware.Middleware;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an error in place of what was to be answered. */
final class ErrorWriting {

    private ErrorWriting() {}

    /** Of a response that has not begun. */
    static void answer(
        Middleware middleware,
        Throwable thrown,
        HttpServletRequest request,
        HttpServletResponse response
    ) throws IOException {
        ErrorResponse answer = middleware.answerTo(thrown, RequestNotes.idOf(middleware, request));
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            if (!ErrorResponse.replaces(name)) kept.put(name, List.copyOf(response.getHeaders(name)));
        }
        // Nothing less takes away a header, or the writer that somebody got.
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.bytes();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
