package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.AuthenticationException;
import dev.dream.sdk.errors.NotFoundException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.permissions.PermissionAnswer;
import dev.dream.sdk.permissions.ResourceInHand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may do what, and what the server is asked, as one line of JSON. */
public final class DecisionChecks {

    private static final String TOKEN = ScriptedSource.tokenFor(3600);
    private static final ResourceInHand INVOICE = new ResourceInHand("42", Map.of("amount", 5));

    private final ScriptedSource source = new ScriptedSource();
    private final List<Throwable> errors = new ArrayList<>();
    private final MiddlewareBuilder builder = source.middleware().onError((thrown, requestId) -> errors.add(thrown));

    private DecisionChecks() {}

    public static void main(String[] arguments) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("held", new DecisionChecks().held());
        seen.put("asked", new DecisionChecks().asked());
        seen.put("policy", new DecisionChecks().policy());
        seen.put("refused", new DecisionChecks().refused());
        seen.put("wrapped", new DecisionChecks().wrapped());
        seen.put("ended", new DecisionChecks().ended());
        seen.put("inHand", inHand());
        seen.put("ofType", ofType());
        System.out.println(Json.write(seen));
    }

    private String ask(String permission, ResourceInHand resource) {
        return Asking.of(builder.build(), TOKEN)
            .handledBy(context -> context.authorize(permission, resource))
            .answer();
    }

    private List<Object> held() {
        List<Object> answers = new ArrayList<>();
        for (String one : List.of("invoice:read", "invoice:*", "invoice:read:own", "report:*", "*", "invoice", "")) {
            answers.add(ask(one, null));
        }
        answers.add(
            source
                .asked()
                .stream()
                .filter(one -> one.startsWith("check"))
                .count()
        );
        answers.add(errors.stream().map(Throwable::getMessage).toList());
        return answers;
    }

    private List<Object> asked() {
        List<Object> answers = new ArrayList<>();
        for (ResourceInHand resource : Arrays.asList(INVOICE, ResourceInHand.of("7"), null)) {
            for (boolean verdict : List.of(true, false)) {
                source.verdict = verdict;
                answers.add(ask("report:read:own", resource));
            }
        }
        answers.add(
            source
                .asked()
                .stream()
                .filter(one -> one.startsWith("check"))
                .distinct()
                .toList()
        );
        return answers;
    }

    private List<Object> policy() {
        builder.policy = (roles, permission, resource) ->
            !roles.equals(List.of("editor")) || permission.endsWith(":delete")
                ? PermissionAnswer.NO
                : permission.endsWith(":share")
                  ? PermissionAnswer.ASK
                  : PermissionAnswer.YES;
        List<Object> answers = new ArrayList<>();
        for (String one : List.of("report:read", "report:delete", "report:share", "report:*")) {
            answers.add(ask(one, null));
            answers.add(source.asked().size());
        }
        return answers;
    }

    /** A token was good a moment ago; what the server says of it now is about the user, and of the key is not. */
    private List<Object> refused() {
        List<Object> answers = new ArrayList<>();
        for (String code : List.of("auth/expired-token", "auth/revoked-key")) {
            source.verdict = new AuthenticationException(ScriptedSource.wrong(401, code));
            answers.add(ask("report:read", null));
            answers.add(errors.size());
        }
        return answers;
    }

    /** The same, with whatever a source of somebody else puts around what the server said, or threw itself. */
    private List<Object> wrapped() {
        List<Object> answers = new ArrayList<>();
        List<RuntimeException> causes = List.of(
            new AuthenticationException(ScriptedSource.wrong(401, "auth/expired-token")),
            new AuthenticationException(ScriptedSource.wrong(401, "auth/revoked-key")),
            new NotFoundException(ScriptedSource.wrong(404, "tenants/not-found")),
            new AbortedException("interrupted", new InterruptedException()),
            new IllegalStateException("theirs alone")
        );
        for (RuntimeException cause : causes) {
            source.verdict = new IllegalStateException("theirs", new IllegalArgumentException(cause));
            answers.add(List.of(ask("report:read", null), errors.size()));
        }
        return answers;
    }

    /** A wait that was interrupted, one that a closed client ended, and one of the handler's own. */
    private List<Object> ended() {
        List<Object> answers = new ArrayList<>();
        RuntimeException interrupted = new AbortedException("interrupted", new InterruptedException());
        for (RuntimeException thrown : List.of(interrupted, new AbortedException("closed"))) {
            source.verdict = thrown;
            answers.add(ask("report:read", null));
            answers.add(errors.size());
        }
        answers.add(
            Asking.of(builder.build(), TOKEN)
                .handledBy(context -> {
                    throw interrupted;
                })
                .answer()
        );
        answers.add(errors.size());
        return answers;
    }

    /** What is held, what is wanted, whether it is allowed without the server, which here says no. */
    private static List<String> outcomes(List<List<String>> questions, List<ResourceInHand> resources) {
        List<String> answers = new ArrayList<>();
        for (List<String> question : questions) {
            for (ResourceInHand resource : resources) {
                DecisionChecks one = new DecisionChecks();
                one.source.verdict = false;
                one.source.user = Map.of(
                    "id",
                    "ada",
                    "tenantId",
                    "acme",
                    "roles",
                    List.of("r"),
                    "permissions",
                    question.subList(1, question.size())
                );
                String answer = one.ask(question.get(0), resource).substring(0, 3);
                answers.add(question + " " + answer + " " + (one.source.asked().size() - 1));
            }
        }
        return answers.stream().distinct().toList();
    }

    private static List<String> inHand() {
        return outcomes(
            List.of(
                List.of("report:read:own", "report:read:own"),
                List.of("report:read:own", "report:read:*", "report:*:own"),
                List.of("report:*:own", "report:*:own"),
                List.of("report:read:own", "report:read:own", "report:read"),
                List.of("report:read:own", "report:*"),
                List.of("report:read:own", "*")
            ),
            List.of(ResourceInHand.of("42"), ResourceInHand.of(""), new ResourceInHand(null, Map.of("by", "bob")))
        );
    }

    private static List<String> ofType() {
        return outcomes(
            List.of(
                List.of("report:read:own", "report:read:own"),
                List.of("report:read:own", "report:read:*"),
                List.of("report:read", "report:read:own")
            ),
            Arrays.asList(null, ResourceInHand.of(null), new ResourceInHand(null, Map.of()))
        );
    }
}
