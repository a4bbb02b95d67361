package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.ErrorResponse;
import dev.dream.sdk.middleware.Middleware;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an error in place of what was to be answered. */
final class ErrorWriting {

    private ErrorWriting() {}

    /**
     * Whether it is too late for another answer: what has begun, only the container can break off, and what is included
     * in a page is no answer of its own, of which neither the status nor the headers would count.
     */
    static boolean isTooLate(HttpServletRequest request, HttpServletResponse response) {
        return response.isCommitted() || request.getDispatcherType() == DispatcherType.INCLUDE;
    }

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
        kept.forEach((name, values) -> put(response, name, values));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.bytes();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** In place of what the container kept or put back by itself, and of the same name in letters of another case. */
    private static void put(HttpServletResponse response, String name, List<String> values) {
        boolean isFirst = true;
        for (String value : values) {
            if (isFirst) response.setHeader(name, value);
            else response.addHeader(name, value);
            isFirst = false;
        }
    }
}
