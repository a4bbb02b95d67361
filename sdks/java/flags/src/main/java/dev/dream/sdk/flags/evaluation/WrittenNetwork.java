package dev.dream.sdk.flags.evaluation;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

/** An IP address with or without the length of a prefix: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, {@code 192.0.2.7}. */
public final class WrittenNetwork {

    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final Address address;
    private final int prefix;

    private WrittenNetwork(Address address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /**
     * A network as it is written.
     *
     * @param text whatever somebody wrote
     * @return null where it is none
     */
    public static WrittenNetwork read(String text) {
        int slash = text.indexOf('/');
        Address address = Address.read(slash < 0 ? text : text.substring(0, slash));
        if (address == null) return null;
        int bits = address.isLong() ? 128 : 32;
        if (slash < 0) return new WrittenNetwork(address, bits);
        String written = text.substring(slash + 1);
        int prefix = PREFIX.matcher(written).matches() ? Integer.parseInt(written) : bits + 1;
        return prefix > bits ? null : new WrittenNetwork(address, prefix);
    }

    /** {@return its first and its last address in hexadecimal, 8 digits or 32} */
    public Map<String, Object> toJson() {
        int bits = address.isLong() ? 128 : 32;
        BigInteger value = BigInteger.ZERO;
        for (long part : address.parts()) value = value.shiftLeft(32).or(BigInteger.valueOf(part));
        int free = bits - prefix;
        BigInteger first = value.shiftRight(free).shiftLeft(free);
        BigInteger last = first.or(BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE));
        return Map.of("first", hexadecimal(first, bits / 4), "last", hexadecimal(last, bits / 4));
    }

    private static String hexadecimal(BigInteger value, int digits) {
        String text = value.toString(16);
        return "0".repeat(digits - text.length()) + text;
    }
}
