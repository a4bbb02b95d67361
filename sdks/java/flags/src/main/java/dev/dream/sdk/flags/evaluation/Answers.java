package dev.dream.sdk.flags.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the answers of one flag, while it is compiled. */
final class Answers {

    private final String flag;
    private final Map<String, Object> variations = new LinkedHashMap<>();
    private final String offVariation;

    Answers(String flag, Map<?, ?> source) {
        this.flag = flag;
        for (Map.Entry<?, ?> one : Fields.objectIn(source, "variations").entrySet()) {
            variations.put(String.valueOf(one.getKey()), FrozenValue.of(one.getValue()));
        }
        this.offVariation = Fields.optional(source, "offVariation", Fields::textIn);
    }

    String flag() {
        return flag;
    }

    Iterable<String> names() {
        return variations.keySet();
    }

    Outcome of(String variation, Because because) {
        if (!variations.containsKey(variation)) throw new Malformed("there is no variation `" + variation + "`");
        return new Outcome(flag, true, variations.get(variation), variation, because);
    }

    /** The off variation; without one, no value. */
    Outcome off(Because because) {
        return offVariation == null ? new Outcome(flag, false, null, null, because) : of(offVariation, because);
    }

    Outcome error(String errorCode, String errorMessage, Because because) {
        return Outcome.failed(flag, errorCode, errorMessage, because.reason("ERROR"));
    }
}
