package dev.dream.sdk.flags.evaluation;

import java.util.List;

/**
 * GrowthBook: FNV-1a over UTF-16 code units, from 0 to 1 in steps of a thousandth (first version) or a ten-thousandth
 * (second). With steps as coarse as that, units lie exactly on the cuts, so those are added up in floating point the
 * way GrowthBook does it.
 */
final class GrowthBookDeal implements Deal {

    private final String salt;
    private final boolean isSecond;

    GrowthBookDeal(String salt, boolean isSecond) {
        this.salt = salt;
        this.isSecond = isSecond;
    }

    /** Zero, false and the empty text are no unit there. */
    @Override
    public String unit(Object value) {
        boolean isZero = value instanceof Number number && number.doubleValue() == 0;
        return isZero || Boolean.FALSE.equals(value) || "".equals(value) ? null : Units.of(value);
    }

    @Override
    public double position(String unit) {
        if (!isSecond) return (fnv1a(unit + salt) % 1000) / 1000.0;
        return (fnv1a(Long.toString(fnv1a(salt + unit))) % 10_000) / 10_000.0;
    }

    /** A gap behind a part is what the coverage leaves over of that part's weight. */
    @Override
    public double[] cuts(List<DealtPart> parts) {
        double[] cuts = new double[parts.size()];
        double start = 0;
        int from = 0;
        for (int place = 0; place < cuts.length; place += 1) {
            DealtPart part = parts.get(place);
            int upTo = part.upTo();
            boolean isBeforeGap = !part.isGap() && place + 1 < cuts.length && parts.get(place + 1).isGap();
            int end = isBeforeGap ? parts.get(place + 1).upTo() : upTo;
            double weight = (end - from) / (double) Deals.ALL;
            if (end != upTo) {
                cuts[place] = start + ((upTo - from) / (double) (end - from)) * weight;
                continue;
            }
            start += weight;
            from = upTo;
            cuts[place] = start;
        }
        return cuts;
    }

    @Override
    public WithoutUnit withoutUnit() {
        return WithoutUnit.PASSES;
    }

    private static long fnv1a(String text) {
        int hash = 0x811c9dc5;
        for (int at = 0; at < text.length(); at += 1) hash = (hash ^ text.charAt(at)) * 0x01000193;
        return hash & 0xffffffffL;
    }
}
