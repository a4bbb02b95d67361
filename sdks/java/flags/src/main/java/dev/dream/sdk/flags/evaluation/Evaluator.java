package dev.dream.sdk.flags.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * One ruleset, compiled. Immutable: an update is another evaluator, so one evaluation sees one version. Never throws;
 * may be asked from any number of threads.
 */
public final class Evaluator {

    /** Unknown flags whose answer is kept; beyond, each is made when it is asked for. */
    private static final int MOST_MISSING = 1000;

    private final LongSupplier clock;
    private final long revision;
    private final Map<String, CompiledFlag> flags;
    private final String problem;
    private final Map<String, Outcome> missing = new ConcurrentHashMap<>();

    private Evaluator(Object ruleset, LongSupplier clock, Map<String, CompiledFlag> flags, String problem) {
        Object number = ruleset instanceof Map<?, ?> map ? map.get("revision") : null;
        this.revision = number instanceof Number given ? given.longValue() : 0;
        this.clock = clock;
        this.flags = flags;
        this.problem = problem;
    }

    /**
     * Compiles a ruleset. Where it is none, every flag answers PARSE_ERROR; where one flag in it is none, that one
     * does.
     *
     * @param ruleset as JSON; may be anything
     * @param clock milliseconds since 1970, asked only by flags whose answer depends on the time
     * @param sticky null where nothing is remembered
     * @return the flags, ready to be asked
     */
    public static Evaluator of(Object ruleset, LongSupplier clock, Sticky sticky) {
        try {
            if (!(ruleset instanceof Map<?, ?> map)) throw new Malformed("no ruleset");
            return new Evaluator(map, clock, CompiledFlags.compile(map, sticky), null);
        } catch (Malformed malformed) {
            return new Evaluator(null, clock, Map.of(), malformed.getMessage());
        } catch (Throwable failure) {
            return new Evaluator(null, clock, Map.of(), "the ruleset failed");
        }
    }

    /** {@return of the environment, that the ruleset was made from} */
    public long revision() {
        return revision;
    }

    /**
     * What a flag answers to a context.
     *
     * @param key of the flag
     * @param context by kind; null for nobody; anything but a map is answered with INVALID_CONTEXT
     * @return the same object for the same outcome
     */
    public Outcome evaluate(String key, Object context) {
        CompiledFlag flag = key == null ? null : flags.get(key);
        return flag == null ? unknown(key == null ? "" : key) : flag.to(context, clock);
    }

    /**
     * What every flag answers to a context, in the order of the ruleset.
     *
     * @param context as for {@link #evaluate}
     * @return the outcomes by key
     */
    public Map<String, Outcome> evaluateAll(Object context) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        long[] moment = { 0 };
        boolean[] hasLooked = { false };
        // All flags see one moment.
        LongSupplier once = () -> {
            if (!hasLooked[0]) moment[0] = clock.getAsLong();
            hasLooked[0] = true;
            return moment[0];
        };
        for (CompiledFlag flag : flags.values()) outcomes.put(flag.key(), flag.to(context, once));
        return outcomes;
    }

    private Outcome unknown(String key) {
        Outcome known = missing.get(key);
        if (known != null) return known;
        Outcome found =
            problem == null
                ? Outcome.failed(key, "FLAG_NOT_FOUND", "there is no flag `" + key + "`")
                : Outcome.failed(key, "PARSE_ERROR", problem);
        if (missing.size() < MOST_MISSING) missing.put(key, found);
        return found;
    }
}
