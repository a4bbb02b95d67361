package dev.dream.sdk.servlet;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.middleware.Middleware;
import dev.dream.sdk.middleware.RequestContext;
import dev.dream.sdk.permissions.ResourceInHand;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/**
 * The filters of a {@link Middleware}; threads may share them. They work in requests that are answered asynchronously,
 * too, where they are registered as such.
 */
public final class ServletMiddleware {

    private final Middleware middleware;

    private ServletMiddleware(Middleware middleware) {
        this.middleware = middleware;
    }

    /**
     * The filters of a middleware.
     *
     * @param middleware decides
     * @return makes filters
     * @throws ConfigurationException where there is none
     */
    public static ServletMiddleware of(Middleware middleware) {
        if (middleware == null) throw new ConfigurationException("The filters need a middleware");
        return new ServletMiddleware(middleware);
    }

    /**
     * Who is asking, as the filter says that looked at the request last.
     *
     * @param request that came through a filter
     * @return who it is
     * @throws ConfigurationException where no filter has looked at the request
     */
    public static RequestContext contextOf(ServletRequest request) {
        return RequestNotes.latest(request).orElseThrow(() ->
            new ConfigurationException(
                "No filter has looked at this request: put withTenant() or requirePermission() before"
            )
        );
    }

    /**
     * Only lets through who is signed in; {@link #contextOf} says who that is, and about which tenant they ask.
     *
     * @return a filter
     */
    public Filter withTenant() {
        return new CheckFilter(middleware, request -> RequestNotes.admitted(middleware, request));
    }

    /**
     * Only lets through who may do this to resources of the type.
     *
     * @param permission {@code invoice:approve}
     * @return a filter
     * @throws ConfigurationException where it is no permission
     */
    public Filter requirePermission(String permission) {
        return requirePermission(permission, request -> null);
    }

    /**
     * Only lets through who may do this.
     *
     * @param permission {@code invoice:approve}
     * @param resource what the request is about, or {@code null}; asked after the user is known
     * @return a filter
     * @throws ConfigurationException where it is no permission
     */
    public Filter requirePermission(String permission, Function<HttpServletRequest, ResourceInHand> resource) {
        Middleware.requireForm(permission);
        if (resource == null) throw new ConfigurationException("resource must be a function");
        return new CheckFilter(middleware, request -> {
            RequestContext context = RequestNotes.admitted(middleware, request);
            context.authorize(permission, resource.apply(request));
        });
    }

    /**
     * Answers what filters and servlets behind it throw; it comes first. What has begun to be answered, and what is
     * answered asynchronously, is left to the container, as is what they answer by {@code sendError}. What is thrown in
     * what a page includes goes through that page to the filter that is around it.
     *
     * @return a filter
     */
    public Filter errorHandler() {
        return new ErrorFilter(middleware);
    }
}
