package dev.dream.sdk.flags;

import java.util.List;
import java.util.Map;

/** Calls of test data, each a list of a name and its arguments; those of a flag follow the call that names it. */
final class DataCalls {
    private DataCalls() {}

    static void run(TestFlagData data, List<?> calls) {
        TestFlag flag = null;
        for (Object one : calls) {
            List<?> call = (List<?>) one;
            String first = call.size() > 1 && call.get(1) instanceof String text ? text : null;
            switch ((String) call.get(0)) {
                case "flag":
                    flag = data.flag(first);
                    break;
                case "remove":
                    data.remove(first);
                    break;
                case "segment":
                    data.segment(first, Told.members(call.get(2)));
                    break;
                case "tenant":
                    data.tenant(first, Told.members(call.get(2)));
                    break;
                case "entitlement":
                    data.entitlement(first, (String) call.get(2), texts((List<?>) call.get(3)));
                    break;
                default:
                    set(flag, call, first);
            }
        }
    }

    private static void set(TestFlag flag, List<?> call, String first) {
        switch ((String) call.get(0)) {
            case "on":
                flag.on();
                break;
            case "off":
                flag.off();
                break;
            case "value":
                flag.value(call.get(1));
                break;
            case "variations":
                flag.variations(Told.members(call.get(1)));
                break;
            case "fallthrough":
                flag.fallthrough(first);
                break;
            case "offVariation":
                flag.offVariation(first);
                break;
            case "target":
                flag.target(first, (String) call.get(2), (String) call.get(3));
                break;
            case "rule":
                if (call.size() == 4) flag.rule(Told.members(call.get(1)), (String) call.get(2), (String) call.get(3));
                else flag.rule(Told.members(call.get(1)), (String) call.get(2));
                break;
            case "rollout":
                flag.rollout(weights(call.get(1)));
                break;
            case "rules":
                flag.rules(Told.members(call.get(1)));
                break;
            default:
                throw new IllegalArgumentException("no such call: " + call.get(0));
        }
    }

    private static Map<String, Number> weights(Object told) {
        Map<String, Number> weights = new java.util.HashMap<>();
        Told.members(told).forEach((name, weight) -> weights.put(name, (Number) weight));
        return weights;
    }

    private static List<String> texts(List<?> told) {
        return told.stream().map((one) -> (String) one).toList();
    }
}
