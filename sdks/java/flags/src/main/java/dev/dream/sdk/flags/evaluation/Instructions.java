package dev.dream.sdk.flags.evaluation;

import java.util.List;
import java.util.Map;

/**
 * The instructions of a program as columns, the way the machine reads them.
 *
 * @param or the other way of a split; the place that is asked for
 * @param ranges by instruction that reads a character: from and to of each of its ranges
 */
record Instructions(int start, byte[] ops, int[] to, int[] or, int[][] ranges) {
    static final byte SPLIT = 0;
    static final byte CHAR = 1;
    static final byte AT = 2;
    static final byte MATCH = 3;

    static final Map<String, Integer> PLACES = Map.of(
        "text-begin",
        0,
        "text-end",
        1,
        "line-begin",
        2,
        "line-end",
        3,
        "boundary",
        4,
        "no-boundary",
        5
    );

    /** Beyond this a program is a mistake or an attack: a text of 8,192 characters would meet 80 million instructions. */
    private static final int LONGEST = 10_000;

    static Instructions in(Map<?, ?> program) {
        List<Map<?, ?>> code = Fields.objectsIn(program, "code");
        int count = code.size();
        if (count == 0 || count > LONGEST) throw new Malformed("no pattern, or too long a one");
        byte[] ops = new byte[count];
        int[] to = new int[count];
        int[] or = new int[count];
        int[][] ranges = new int[count][];
        for (int index = 0; index < count; index += 1) {
            Map<?, ?> instruction = code.get(index);
            String name = Fields.textIn(instruction, "op");
            ops[index] = opOf(name);
            if (ops[index] == MATCH) continue;
            to[index] = targetIn(instruction, "to", count);
            if (ops[index] == SPLIT) or[index] = targetIn(instruction, "or", count);
            if (ops[index] == AT) or[index] = Fields.choiceIn(instruction, "place", PLACES);
            if (ops[index] == CHAR) ranges[index] = rangesIn(instruction);
        }
        return new Instructions(targetIn(program, "start", count), ops, to, or, ranges);
    }

    /** Whether an instruction reads a character. */
    boolean reads(int at, int character) {
        int[] own = ranges[at];
        for (int index = 0; index < own.length; index += 2) {
            if (character >= own[index] && character <= own[index + 1]) return true;
        }
        return false;
    }

    private static byte opOf(String name) {
        switch (name) {
            case "split":
                return SPLIT;
            case "char":
                return CHAR;
            case "at":
                return AT;
            case "match":
                return MATCH;
            default:
                throw new Malformed("there is no instruction `" + name + "`");
        }
    }

    private static int targetIn(Map<?, ?> holder, String name, int count) {
        return Fields.wholeIn(holder, name, 0, count - 1);
    }

    private static int[] rangesIn(Map<?, ?> instruction) {
        List<?> bounds = Fields.listIn(instruction, "ranges");
        int[] ranges = new int[bounds.size()];
        for (int place = 0; place < ranges.length; place += 1) {
            double bound = bounds.get(place) instanceof Number number ? number.doubleValue() : Double.NaN;
            if (bound != Math.rint(bound) || Double.isInfinite(bound)) throw new Malformed("`ranges` are no pairs");
            ranges[place] = Numbers.int32(bound);
        }
        if (ranges.length % 2 != 0) throw new Malformed("`ranges` are no pairs");
        return ranges;
    }
}
