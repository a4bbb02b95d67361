package dev.dream.sdk.flags.evaluation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the tenant has an entitlement: by special agreement, else by the plan that the context names, else by the
 * plan that the ruleset knows of that tenant.
 */
final class Gate implements Answer {

    private static final Attribute TENANT = Attribute.keyOf("tenant");
    private static final Attribute PLAN = new Attribute(AttributePath.read("tenant.plan"));

    private final String entitlement;
    private final Surroundings surroundings;
    private final Set<String> plans;
    private final Outcome closed;
    private final Outcome withheld;
    private final Outcome unknown;

    Gate(String entitlement, Answers answers, Scope scope) {
        this.entitlement = entitlement;
        this.surroundings = scope.surroundings();
        if (!(surroundings.entitlements().get(entitlement) instanceof Map<?, ?> source)) {
            throw new Malformed("there is no entitlement `" + entitlement + "`");
        }
        this.plans = new HashSet<>(Fields.textsIn(source, "plans"));
        Because because = Because.of("plan_restriction");
        this.closed = answers.off(because.plan(Fields.textOrNull(source, "requiredPlan")));
        this.withheld = answers.off(because);
        this.unknown = answers.error("INVALID_CONTEXT", "`tenant.plan` is absent", because);
    }

    /** Null where the tenant has it. */
    @Override
    public Outcome to(Asked asked) {
        String key = TENANT.unit(asked);
        Map<?, ?> facts = inside(surroundings.tenants(), key);
        Map<?, ?> overrides = inside(facts, "overrides");
        Map<?, ?> agreed = inside(overrides, entitlement);
        if (overrides.get(entitlement) instanceof Map<?, ?> && holds(agreed, asked)) {
            // An agreement withholds it whatever the plan, so that no plan is named.
            return Fields.isTrue(agreed, "granted") ? null : withheld;
        }
        Object named = PLAN.read(asked);
        Object plan = named == null ? Fields.own(facts, "plan") : named;
        // Nobody knows: neither the ruleset, which leaves plans to contexts, nor the context.
        if (plan == Fields.ABSENT && key != null && surroundings.planless()) return unknown;
        return plan instanceof String text && plans.contains(text) ? null : closed;
    }

    private static boolean holds(Map<?, ?> agreed, Asked asked) {
        return !(agreed.get("until") instanceof Number until) || asked.now() < until.doubleValue();
    }

    private static Map<?, ?> inside(Map<?, ?> holder, String name) {
        return name != null && holder.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }
}
