package dev.dream.sdk.flags.evaluation;

/** What a machine remembers while it runs. For one run at a time; made anew for none. */
final class MachineRun {

    private final Instructions code;
    /** Instructions that wait for the next character. */
    private final int[] waiting;

    private int waitingCount;
    /** Where those that have read it go on. */
    private final int[] going;

    private int goingCount;
    private final int[] stack;
    /** By instruction: the step at which it was last met, so that none is followed twice in one step. */
    private final long[] metAt;

    private long step;

    MachineRun(Instructions code) {
        int count = code.ops().length;
        this.code = code;
        this.waiting = new int[count];
        this.going = new int[count];
        this.stack = new int[count * 2 + 1];
        this.metAt = new long[count];
    }

    void begin() {
        goingCount = 0;
    }

    boolean isWaiting() {
        return waitingCount > 0;
    }

    /** The next step, with those that have read the last character; true when one reaches the match. */
    boolean goOn(int previous, int next) {
        step += 1;
        waitingCount = 0;
        for (int index = 0; index < goingCount; index += 1) if (follow(going[index], previous, next)) return true;
        return false;
    }

    /** Follows an instruction up to those that wait for a character; true when it reaches the match. */
    boolean follow(int from, int previous, int next) {
        int height = 0;
        stack[height++] = from;
        while (height > 0) {
            int at = stack[--height];
            if (metAt[at] == step) continue;
            metAt[at] = step;
            byte kind = code.ops()[at];
            if (kind == Instructions.MATCH) return true;
            if (kind == Instructions.CHAR) waiting[waitingCount++] = at;
            else if (kind == Instructions.SPLIT) {
                if (metAt[code.or()[at]] != step) stack[height++] = code.or()[at];
                stack[height++] = code.to()[at];
            } else if (isPlace(code.or()[at], previous, next)) stack[height++] = code.to()[at];
        }
        return false;
    }

    /** Lets those that wait read a character. */
    void read(int character) {
        goingCount = 0;
        for (int index = 0; index < waitingCount; index += 1) {
            int at = waiting[index];
            if (code.reads(at, character)) going[goingCount++] = code.to()[at];
        }
    }

    private static boolean isPlace(int place, int previous, int next) {
        switch (place) {
            case 0:
                return previous < 0;
            case 1:
                return next < 0;
            case 2:
                return previous < 0 || previous == '\n';
            case 3:
                return next < 0 || next == '\n';
            default:
                return (isWord(previous) != isWord(next)) == (place == 4);
        }
    }

    /** Of ASCII, as RE2 has it. */
    private static boolean isWord(int character) {
        return Version.isDigit(character) || Version.isLetter(character) || character == '_';
    }
}
