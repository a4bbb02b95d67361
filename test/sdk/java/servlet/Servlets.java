import dev.dream.sdk.errors.ConflictException;
import dev.dream.sdk.middleware.RequestContext;
import dev.dream.sdk.servlet.ServletMiddleware;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What an application behind the filters may do, by path. */
final class Servlets {

    private static final ConflictException CONFLICT = new ConflictException(
        "seats/taken",
        "Taken.",
        "This seat is taken."
    );

    private Servlets() {}

    /** Answers a request, or throws. */
    @FunctionalInterface
    interface Work {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /** {@code desk} is a filter of its own, behind those of the application. */
    static Map<String, Work> byPath(Filter desk) {
        Map<String, Work> all = new LinkedHashMap<>();
        all.put("/api/me", Servlets::who);
        all.put("/api/desk", (request, response) ->
            desk.doFilter(request, response, (one, other) -> who(request, response))
        );
        all.put("/nobody", Servlets::who);
        all.put("/api/broken", (request, response) -> {
            response.setHeader("ETag", "\"1\"");
            response.setHeader("Content-Encoding", "gzip");
            response.setContentType("text/html");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.addHeader("Vary", "Origin");
            response.addHeader("vary", "Accept");
            response.addCookie(new Cookie("seen", "1"));
            response.getWriter().print("half a page");
            throw new ServletException("the framework", new ServletException("again", CONFLICT));
        });
        all.put("/api/session", (request, response) -> {
            request.getSession(true);
            throw CONFLICT;
        });
        all.put("/api/wrapped", (request, response) -> {
            Throwable inner = new CompletionException(new ServletException(new ExecutionException(CONFLICT)));
            throw new CompletionException(new ServletException(inner));
        });
        all.put("/api/page", (request, response) -> {
            response.getWriter().print("before ");
            request.getRequestDispatcher("/part").include(request, response);
            response.getWriter().print(" after");
        });
        all.put("/part", (request, response) -> response.getWriter().print("hunter2"));
        all.put("/api/begun", (request, response) -> {
            response.getWriter().print("half a page");
            response.flushBuffer();
            throw CONFLICT;
        });
        all.put("/api/unavailable", (request, response) -> {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        });
        all.put("/api/later", (request, response) -> {
            AsyncContext later = request.startAsync();
            later.start(() -> {
                try {
                    who((HttpServletRequest) later.getRequest(), (HttpServletResponse) later.getResponse());
                } catch (IOException broken) {
                    // The test sees no answer.
                } finally {
                    later.complete();
                }
            });
        });
        all.put("/api/astray", (request, response) -> {
            request.startAsync();
            throw new IllegalStateException("hunter2");
        });
        all.put("/api/overflow", (request, response) -> {
            throw new StackOverflowError("hunter2");
        });
        return all;
    }

    /** A servlet that does this for any method. */
    static HttpServlet doing(Work work) {
        return new Doing(work);
    }

    private static final class Doing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient Work work;

        Doing(Work work) {
            this.work = work;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
            work.answer(request, response);
        }
    }

    private static void who(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestContext context = ServletMiddleware.contextOf(request);
        response.getWriter().print(context.user().id() + " of " + context.tenantId() + " in " + context.requestId());
    }
}
