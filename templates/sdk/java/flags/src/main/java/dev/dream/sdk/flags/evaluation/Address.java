package dev.dream.sdk.flags.evaluation;

import java.util.Arrays;

/**
 * An IP address, in four parts of 32 bits; one of IPv4 stands in the last. Not {@code InetAddress}, which takes
 * half-written ones and asks name servers for the rest.
 *
 * @param parts the first part first
 * @param isShort it is one of IPv4, or one written as IPv6
 * @param isLong it is written as IPv6
 */
record Address(long[] parts, boolean isShort, boolean isLong) {
    /** With all its groups and an IPv4 address at the end. */
    private static final int LONGEST = 45;

    /** Null where the text is none. */
    static Address read(String text) {
        if (text.length() < 2 || text.length() > LONGEST) return null;
        long only = readShort(text, 0);
        if (only >= 0) return new Address(new long[] { 0, 0, 0, only }, true, false);
        int[] groups = readGroups(text);
        if (groups == null) return null;
        long[] parts = new long[4];
        for (int part = 0; part < 4; part += 1) parts[part] = groups[part * 2] * 0x10000L + groups[part * 2 + 1];
        return new Address(parts, parts[0] == 0 && parts[1] == 0 && parts[2] == 0xffff, true);
    }

    /** Four numbers to 255 from {@code from} to the end, none with a zero in front; −1 for anything else. */
    private static long readShort(String text, int from) {
        long address = 0;
        int at = from;
        for (int part = 0; part < 4; part += 1) {
            if (part > 0) {
                if (codeAt(text, at) != '.') return -1;
                at += 1;
            }
            int begin = at;
            int number = 0;
            for (; at < begin + 3 && Version.isDigit(codeAt(text, at)); at += 1) number =
                number * 10 + text.charAt(at) - '0';
            if (at == begin || number > 255 || (at > begin + 1 && text.charAt(begin) == '0')) return -1;
            address = address * 256 + number;
        }
        return at == text.length() ? address : -1;
    }

    /** Eight groups of four hexadecimal digits, {@code ::} once for as many zeros as are missing, IPv4 for the last two. */
    private static int[] readGroups(String text) {
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.charAt(0) == ':') {
            if (text.charAt(1) != ':') return null;
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            if (count == 8) return null;
            int begin = at;
            int group = 0;
            for (int digit = digitAt(text, at); digit >= 0 && at < begin + 4; digit = digitAt(text, at)) {
                group = group * 16 + digit;
                at += 1;
            }
            if (codeAt(text, at) == '.') {
                long rest = count <= 6 ? readShort(text, begin) : -1;
                if (rest < 0) return null;
                groups[count] = (int) (rest >> 16);
                groups[count + 1] = (int) (rest & 0xffff);
                return spread(groups, count + 2, gap);
            }
            if (at == begin) return null;
            groups[count] = group;
            count += 1;
            if (at == text.length()) break;
            if (text.charAt(at) != ':') return null;
            at += 1;
            if (codeAt(text, at) == ':') {
                if (gap >= 0) return null;
                gap = count;
                at += 1;
            } else if (at == text.length()) return null;
        }
        return spread(groups, count, gap);
    }

    /** Moves what stands behind the gap to the end. */
    private static int[] spread(int[] groups, int count, int gap) {
        if (gap < 0) return count == 8 ? groups : null;
        if (count > 7) return null;
        int end = 8 - (count - gap);
        System.arraycopy(groups, gap, groups, end, count - gap);
        Arrays.fill(groups, gap, end, 0);
        return groups;
    }

    private static int codeAt(String text, int at) {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private static int digitAt(String text, int at) {
        int code = codeAt(text, at);
        if (Version.isDigit(code)) return code - '0';
        int letter = code | 32;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
