package dev.dream.sdk.flags.evaluation;

import java.util.List;

/**
 * Unleash: {@code <group>:<unit>}. Without a seed as its rollout strategies do, in hundred buckets; with one as its
 * variants do, in thousand, or in as many as their weights are together.
 */
final class UnleashDeal implements Deal {

    private final Murmur3 hash;
    private final int buckets;

    UnleashDeal(String salt, Double seed, Integer buckets) {
        double given = seed == null ? 0 : seed;
        this.hash = new Murmur3(salt + ":", Numbers.int32(given));
        this.buckets = buckets == null ? (given == 0 ? 100 : 1000) : buckets;
    }

    @Override
    public String unit(Object value) {
        String unit = Units.of(value);
        return "".equals(unit) ? null : unit;
    }

    @Override
    public double position(String unit) {
        return hash.hash(unit) % buckets;
    }

    /** A share of three decimals is near enough to the sum of weights that it stands for. */
    @Override
    public double[] cuts(List<DealtPart> parts) {
        return parts
            .stream()
            .mapToDouble(part -> Math.ceil(((part.upTo() - 0.5) * buckets) / Deals.ALL))
            .toArray();
    }

    @Override
    public WithoutUnit withoutUnit() {
        return WithoutUnit.PASSES;
    }
}
