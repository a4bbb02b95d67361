package dev.dream.sdk.servlet;

import dev.dream.sdk.middleware.Middleware;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;

/** Lets through what passes a check, and answers the rest itself. */
final class CheckFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Middleware middleware;
    private final transient Consumer<HttpServletRequest> check;

    CheckFilter(Middleware middleware, Consumer<HttpServletRequest> check) {
        this.middleware = middleware;
        this.check = check;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
        try {
            check.accept(request);
        } catch (RuntimeException | Error thrown) {
            if (ErrorWriting.isTooLate(request, response)) throw thrown;
            ErrorWriting.answer(middleware, thrown, request, response);
            return;
        }
        response.setHeader("X-Request-Id", RequestNotes.idOf(middleware, request));
        chain.doFilter(request, response);
    }
}
