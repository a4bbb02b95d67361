package dev.dream.sdk.flags.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The flags of a ruleset by key, in its order. */
final class CompiledFlags {

    private final Map<String, Object> sources = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    private CompiledFlags() {}

    /** Throws where the ruleset is none; a flag that is none answers so. */
    static Map<String, CompiledFlag> compile(Map<?, ?> ruleset, Sticky sticky) {
        boolean isKnown = ruleset.get("format") instanceof Number format && format.doubleValue() == 1;
        if (!isKnown) throw new Malformed("another format");
        return new CompiledFlags().compileAll(ruleset, sticky);
    }

    private Map<String, CompiledFlag> compileAll(Map<?, ?> ruleset, Sticky sticky) {
        Fields.objectIn(ruleset, "flags").forEach((key, source) -> sources.put(String.valueOf(key), source));
        Surroundings surroundings = Surroundings.of(ruleset, sticky);
        Map<String, String> endless = PrerequisiteChains.withoutEnd(sources);
        Map<String, CompiledFlag> flags = new LinkedHashMap<>();
        sources.forEach((key, source) -> {
            Answer answer = answerOf(key, source, endless.get(key), new Scope(surroundings));
            answers.put(key, answer);
            Outcome invalid = Outcome.failed(key, "INVALID_CONTEXT", "the context is none, or failed");
            // Only a flag that says so itself is told to browsers.
            boolean isClientSide = source instanceof Map<?, ?> flag && Fields.isTrue(flag, "clientSide");
            flags.put(key, new CompiledFlag(key, answer, isClientSide, invalid));
        });
        return flags;
    }

    private Answer answerOf(String key, Object source, String endless, Scope scope) {
        try {
            if (!(source instanceof Map<?, ?> flag)) return broken(key, "it is no object");
            if (endless != null) return broken(key, endless);
            // Looked up when it is asked for: it may stand further down.
            Function<String, Answer> flagOf = other ->
                sources.containsKey(other) ? asked -> answers.get(other).to(asked) : null;
            return FlagCompiler.compile(key, flag, scope, flagOf);
        } catch (Malformed malformed) {
            return broken(key, malformed.getMessage());
        } catch (RuntimeException | StackOverflowError failure) {
            return broken(key, "it failed");
        }
    }

    private static Answer broken(String key, String why) {
        Outcome found = Outcome.failed(key, "PARSE_ERROR", "the flag `" + key + "` cannot be read: " + why);
        return asked -> found;
    }
}
