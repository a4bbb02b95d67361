package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.AuthorizationException;
import dev.dream.sdk.errors.ConflictException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.ErrorAnswer;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.errors.PlatformException;
import dev.dream.sdk.errors.RateLimitException;
import dev.dream.sdk.errors.ServerException;
import dev.dream.sdk.errors.ValidationException;
import dev.dream.sdk.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** How what a handler throws is answered, as one line of JSON. */
public final class ErrorChecks {

    private final List<Throwable> errors = new ArrayList<>();
    private final Middleware middleware = new ScriptedSource()
        .middleware()
        .onError((thrown, requestId) -> {
            errors.add(thrown);
            throw new IllegalStateException("whoever is told fails");
        })
        .statusOf(thrown -> thrown instanceof NumberFormatException ? 422 : thrown instanceof Odd ? 302 : 0)
        .build();

    private ErrorChecks() {}

    /** What cannot even be looked at. */
    static final class Odd extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("not to be read");
        }
    }

    /** Says what no error may. */
    private static final class Lying extends PlatformException {

        private static final long serialVersionUID = 1L;

        private final String what;

        Lying(String what) {
            super(ErrorAnswer.of(404, "a/b", "hunter2", "hunter2"));
            this.what = what;
        }

        @Override
        public String code() {
            return what.equals("code") ? null : super.code();
        }

        @Override
        public String userMessage() {
            if (what.equals("userMessage")) throw new IllegalStateException("not to be read");
            return super.userMessage();
        }

        @Override
        public String message() {
            return what.equals("message") ? null : super.message();
        }

        @Override
        public Optional<String> param() {
            return what.equals("param") ? null : super.param();
        }
    }

    public static void main(String[] arguments) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("whole", new ErrorChecks().whole());
        seen.put("classes", new ErrorChecks().classes());
        seen.put("ofServer", new ErrorChecks().ofServer());
        seen.put("others", new ErrorChecks().others());
        seen.put("statuses", new ErrorChecks().statuses());
        seen.put("waits", new ErrorChecks().waits());
        seen.put("odd", new ErrorChecks().odd());
        seen.put("headers", headers());
        System.out.println(Json.write(seen));
    }

    private ErrorResponse answer(Throwable thrown) {
        return middleware.answerTo(thrown, "r1");
    }

    /** Status and code, and how many were told of it. */
    private String brief(Throwable thrown) {
        ErrorResponse answer = answer(thrown);
        String code = answer.body().replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1");
        boolean isShown = answer.body().contains("hunter2") || answer.body().contains("developers");
        return answer.status() + " " + code + " " + errors.size() + (isShown ? " and shows it" : "");
    }

    private List<Object> whole() {
        ErrorAnswer fields = ErrorAnswer.of(404, "users/not-found", "User 7 not found.", "No such user.");
        ErrorResponse answer = answer(new NotFoundException(fields.param("id").retryAfter(2.5)));
        return List.of(answer.status(), answer.headers(), Json.parse(answer.body()), errors.size());
    }

    private List<String> classes() {
        List<PlatformException> all = List.of(
            new ValidationException("a/b", "m", "u"),
            new AuthenticationException("a/b", "m", "u"),
            new AuthorizationException("a/b", "m", "u"),
            new NotFoundException("a/b", "m", "u"),
            new ConflictException("a/b", "m", "u"),
            new RateLimitException("a/b", "m", "u"),
            new ServerException("a/b", "m", "u")
        );
        return all.stream().map(this::brief).toList();
    }

    private List<Object> ofServer() {
        List<PlatformException> all = List.of(
            new NotFoundException(ScriptedSource.wrong(404, "tenants/not-found")),
            new AuthenticationException(ScriptedSource.wrong(401, "auth/revoked-key")),
            new AuthenticationException(ScriptedSource.wrong(401, "auth/expired-token")),
            new AuthorizationException(ScriptedSource.wrong(403, "auth/scope-missing")),
            new ServerException(ScriptedSource.wrong(500, "server/internal"))
        );
        List<Object> answers = new ArrayList<>();
        for (PlatformException one : all) answers.add(brief(one));
        answers.add(brief(new ConnectionException("hunter2")));
        answers.add(errors.stream().map(Throwable::getClass).map(Class::getSimpleName).toList());
        return answers;
    }

    private List<String> others() {
        Throwable own = new ConflictException("seats/taken", "Taken.", "This seat is taken.");
        List<Throwable> all = new ArrayList<>();
        all.add(new IllegalStateException("hunter2"));
        all.add(new StackOverflowError("hunter2"));
        all.add(null);
        all.add(new NumberFormatException("hunter2"));
        all.add(new CompletionException(new ExecutionException(own)));
        all.add(new CompletionException(new IllegalStateException("hunter2")));
        all.add(new NotAdmittedException(own));
        return all.stream().map(this::brief).toList();
    }

    private List<String> statuses() {
        List<String> answers = new ArrayList<>();
        for (int status : List.of(0, 204, 302, 399, 400, 499, 500, 599, 600)) {
            answers.add(status + ": " + brief(new PlatformException(ErrorAnswer.of(status, "a/b", "m", "u"))));
        }
        return answers;
    }

    private List<Object> waits() {
        List<Object> answers = new ArrayList<>();
        for (double wait : List.of(Double.NaN, -1.0, Double.POSITIVE_INFINITY, 0.0, 3.0, 0.25)) {
            ErrorResponse answer = answer(
                new RateLimitException(ErrorAnswer.of(429, "a/b", "m", "u").retryAfter(wait))
            );
            String said = answer.body().replaceFirst(".*\"retryAfter\":([^},]*).*", "$1");
            answers.add(said.startsWith("{") ? "none" : said + " " + answer.headers().get("Retry-After"));
            if (said.startsWith("{")) answers.add(answer.headers().get("Retry-After"));
        }
        return answers;
    }

    private List<String> odd() {
        List<Throwable> all = new ArrayList<>();
        for (String what : List.of("code", "userMessage", "message", "param")) all.add(new Lying(what));
        all.add(new Odd());
        all.add(new CompletionException(new Odd()));
        return all.stream().map(this::brief).toList();
    }

    private static List<String> headers() {
        List<String> names = List.of(
            "Content-Type",
            "content-length",
            "Content-Security-Policy",
            "Content-Security-Policy-Report-Only",
            "ETag",
            "Last-Modified",
            "Transfer-Encoding",
            "trailer",
            "Vary",
            "Set-Cookie",
            "Content-"
        );
        return names.stream().filter(ErrorResponse::replaces).toList();
    }
}
