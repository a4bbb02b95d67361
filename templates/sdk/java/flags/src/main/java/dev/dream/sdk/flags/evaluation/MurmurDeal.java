package dev.dream.sdk.flags.evaluation;

import java.util.List;

/** Our own way of dealing, and flagd's. */
final class MurmurDeal implements Deal {

    private final Murmur3 hash;
    private final boolean takesEmpty;

    private MurmurDeal(Murmur3 hash, boolean takesEmpty) {
        this.hash = hash;
        this.takesEmpty = takesEmpty;
    }

    /** {@code <salt>.<unit>}, or the unit alone hashed with a seed. */
    static MurmurDeal own(String salt, Double seed) {
        return new MurmurDeal(seed == null ? new Murmur3(salt + ".", 0) : new Murmur3("", Numbers.int32(seed)), true);
    }

    /** flagd's `fractional`: the salt, by default the flag's key, with the unit behind it and nothing between. */
    static MurmurDeal flagd(String salt, Double seed) {
        return new MurmurDeal(seed == null ? new Murmur3(salt, 0) : new Murmur3("", Numbers.int32(seed)), false);
    }

    @Override
    public String unit(Object value) {
        String unit = Units.of(value);
        return takesEmpty || !"".equals(unit) ? unit : null;
    }

    @Override
    public double position(String unit) {
        return hash.hash(unit);
    }

    /** The least hash whose bucket is not below the part's end; exact for whole numbers. */
    @Override
    public double[] cuts(List<DealtPart> parts) {
        return parts
            .stream()
            .mapToDouble(part -> Math.ceil((part.upTo() * 4_294_967_296.0) / Deals.ALL))
            .toArray();
    }

    @Override
    public WithoutUnit withoutUnit() {
        return takesEmpty ? WithoutUnit.ERROR : WithoutUnit.PASSES;
    }
}
