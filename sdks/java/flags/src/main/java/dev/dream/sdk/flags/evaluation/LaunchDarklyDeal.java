package dev.dream.sdk.flags.evaluation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** LaunchDarkly: SHA-1 of {@code <salt>.<unit>}, the salt being its key and salt, or of {@code <seed>.<unit>}. */
final class LaunchDarklyDeal implements Deal {

    /** 2^60 − 1, of which a double makes 2^60. */
    private static final double WHOLE = 0x1p60;

    private final byte[] prefix;

    LaunchDarklyDeal(String salt, Double seed) {
        this.prefix = Utf8.of((seed == null || seed == 0 ? salt : Numbers.text(seed)) + ".");
    }

    @Override
    public String unit(Object value) {
        if (value instanceof String text) return text;
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        return number == Math.rint(number) ? Units.of(number) : null;
    }

    @Override
    public double position(String unit) {
        byte[] hash = sha1().digest(Utf8.joined(prefix, Utf8.of(unit)));
        // The first 60 bits, as the nearest number that a double can hold.
        return (ByteBuffer.wrap(hash).getLong() >>> 4) / WHOLE;
    }

    /** Added up in floating point as it does there: the sums are not always the nearest to the fraction they stand for. */
    @Override
    public double[] cuts(List<DealtPart> parts) {
        double[] cuts = new double[parts.size()];
        double sum = 0;
        int from = 0;
        for (int place = 0; place < cuts.length; place += 1) {
            int upTo = parts.get(place).upTo();
            sum += (upTo - from) / (double) Deals.ALL;
            from = upTo;
            cuts[place] = sum;
        }
        return cuts;
    }

    @Override
    public WithoutUnit withoutUnit() {
        return WithoutUnit.FIRST;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-1", cause);
        }
    }
}
