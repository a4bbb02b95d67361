package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.Middleware;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
            // What has begun to be answered, only the container can break off; what goes on elsewhere, it must end.
            if (response.isCommitted() || request.isAsyncStarted()) throw thrown;
            ErrorWriting.answer(middleware, cause(thrown), request, response);
        }
    }

    /** Frameworks put what a handler threw into an exception of servlets. */
    private static Throwable cause(Throwable thrown) {
        Throwable inner = thrown;
        for (int count = 0; count < MOST_WRAPPERS; count += 1) {
            if (!(inner instanceof ServletException servlets) || servlets.getRootCause() == null) break;
            inner = servlets.getRootCause();
        }
        return inner;
    }
}
