package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether an address lies within networks. */
final class NetworkTests {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{8}|[0-9a-fA-F]{32}");

    private NetworkTests() {}

    /** First and last address, each in parts of 32 bits: one for IPv4, four for IPv6. */
    private record Network(long[] first, long[] last) {
        boolean holds(long[] address) {
            return compare(address, first) >= 0 && compare(address, last) <= 0;
        }
    }

    /**
     * The text is an address within one of the networks. An IPv4 address written as IPv6 ({@code ::ffff:10.0.0.1}, as
     * servers that listen on both report it) lies in the networks of either kind that hold it.
     */
    static ValueCheck compile(Map<?, ?> source) {
        List<Network> shorter = new ArrayList<>();
        List<Network> longer = new ArrayList<>();
        for (Map<?, ?> one : Fields.objectsIn(source, "networks")) {
            long[] first = partsOf(Fields.textIn(one, "first"));
            long[] last = partsOf(Fields.textIn(one, "last"));
            if (first.length != last.length) throw new Malformed("a network of two kinds");
            (first.length == 1 ? shorter : longer).add(new Network(first, last));
        }
        return value -> {
            Address address = value instanceof String text ? Address.read(text) : null;
            if (address == null) return false;
            long[] parts = address.parts();
            return (
                (address.isShort() && isInAny(shorter, Arrays.copyOfRange(parts, 3, 4))) ||
                (address.isLong() && isInAny(longer, parts))
            );
        };
    }

    private static boolean isInAny(List<Network> networks, long[] address) {
        for (Network network : networks) if (network.holds(address)) return true;
        return false;
    }

    private static long[] partsOf(String hexadecimal) {
        if (!HEXADECIMAL.matcher(hexadecimal).matches()) throw new Malformed("no address: " + hexadecimal);
        long[] parts = new long[hexadecimal.length() / 8];
        for (int part = 0; part < parts.length; part += 1) {
            parts[part] = Long.parseLong(hexadecimal.substring(part * 8, part * 8 + 8), 16);
        }
        return parts;
    }

    private static int compare(long[] one, long[] other) {
        for (int part = 0; part < other.length; part += 1) {
            int order = Long.compare(one[part], other[part]);
            if (order != 0) return order;
        }
        return 0;
    }
}
