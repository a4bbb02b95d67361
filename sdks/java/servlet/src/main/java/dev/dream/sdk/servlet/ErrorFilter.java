package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.Middleware;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Answers what is thrown behind it. */
final class ErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Whoever wraps one in the other more often than this has something else in mind. */
    private static final int MOST_WRAPPERS = 10;

    private final transient Middleware middleware;

    ErrorFilter(Middleware middleware) {
        this.middleware = middleware;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            // What goes on elsewhere, the container must end.
            if (ErrorWriting.isTooLate(request, response) || request.isAsyncStarted()) throw thrown;
            ErrorWriting.answer(middleware, cause(thrown), request, response);
        }
    }

    /** Frameworks put what a handler threw into an exception of servlets, and futures into one of theirs. */
    private static Throwable cause(Throwable thrown) {
        Throwable inner = thrown;
        for (int count = 0; count < MOST_WRAPPERS; count += 1) {
            Throwable next = within(inner);
            if (next == null) break;
            inner = next;
        }
        return inner;
    }

    /** {@code null} of what is put around nothing. */
    private static Throwable within(Throwable thrown) {
        if (thrown instanceof ServletException servlets) return servlets.getRootCause();
        boolean isOfFuture = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return isOfFuture ? thrown.getCause() : null;
    }
}
