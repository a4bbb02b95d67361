package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.HeaderReader;
import dev.dream.sdk.middleware.Middleware;
import dev.dream.sdk.middleware.RequestContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What filters have found out about a request, in its attributes: whatever wraps it, and wherever it is sent on to. */
final class RequestNotes {

    private static final String LATEST = "dev.dream.sdk.servlet.latest";
    private static final String REQUEST_ID = "dev.dream.sdk.servlet.requestId";

    private RequestNotes() {}

    /**
     * What one middleware knows; each asks for itself: another client, or another way to get at the tenant, lets in
     * somebody else.
     *
     * @param before of the others, or {@code null}
     */
    private record Note(Middleware middleware, RequestContext context, Note before) {}

    static Optional<RequestContext> latest(ServletRequest request) {
        return Optional.ofNullable(noteOf(request)).map(Note::context);
    }

    /** One id for a request, whoever asks for it. */
    static String idOf(Middleware middleware, HttpServletRequest request) {
        if (request.getAttribute(REQUEST_ID) instanceof String known) return known;
        String requestId = middleware.requestIdOf(headerOf(request));
        request.setAttribute(REQUEST_ID, requestId);
        return requestId;
    }

    /** A middleware looks at a request once, whatever stands in its way afterwards. */
    static RequestContext admitted(Middleware middleware, HttpServletRequest request) {
        RequestContext known = known(middleware, request);
        RequestContext context = known == null ? middleware.admit(headerOf(request), idOf(middleware, request)) : known;
        request.setAttribute(LATEST, new Note(middleware, context, noteOf(request)));
        return context;
    }

    private static RequestContext known(Middleware middleware, ServletRequest request) {
        for (Note note = noteOf(request); note != null; note = note.before()) {
            if (note.middleware() == middleware) return note.context();
        }
        return null;
    }

    private static Note noteOf(ServletRequest request) {
        return request.getAttribute(LATEST) instanceof Note note ? note : null;
    }

    /** Of a header that came several times all, so that what can only be meant once is refused. */
    private static HeaderReader headerOf(HttpServletRequest request) {
        return name -> {
            List<String> values = Collections.list(request.getHeaders(name));
            return values.isEmpty() ? null : String.join(", ", values);
        };
    }
}
