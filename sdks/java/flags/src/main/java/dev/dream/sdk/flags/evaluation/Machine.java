package dev.dream.sdk.flags.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the program of a pattern over a text by following all ways at once, so that the time is at most the length of
 * the text times that of the program, whatever either says. Never {@code java.util.regex}, whose time has no such
 * bound.
 */
final class Machine {

    /** Longer texts do not match: even the worst pattern then takes a bounded time. In characters (code points). */
    private static final int LONGEST_TEXT = 8192;

    private static final int OUTSIDE = -1;

    private final Instructions code;
    private final boolean isAnchored;
    /** What the last run remembered with, for the next one; null while a run has it. */
    private final AtomicReference<MachineRun> spare = new AtomicReference<>();

    private Machine(Instructions code) {
        this.code = code;
        this.isAnchored = code.ops()[code.start()] == Instructions.AT && code.or()[code.start()] == 0;
    }

    /** The text matches any one of the patterns. */
    static ValueCheck compileMatches(Map<?, ?> source) {
        List<Machine> machines = new ArrayList<>();
        for (Map<?, ?> program : Fields.objectsIn(source, "programs")) {
            machines.add(new Machine(Instructions.in(program)));
        }
        return value -> {
            if (!(value instanceof String text)) return false;
            for (Machine machine : machines) if (machine.matches(text)) return true;
            return false;
        };
    }

    /** Whether the text matches anywhere. */
    private boolean matches(String text) {
        if (isTooLong(text)) return false;
        MachineRun kept = spare.getAndSet(null);
        MachineRun run = kept == null ? new MachineRun(code) : kept;
        boolean isMatch = matches(text, run);
        spare.set(run);
        return isMatch;
    }

    private boolean matches(String text, MachineRun run) {
        run.begin();
        int previous = OUTSIDE;
        for (int at = 0; ; ) {
            int next = at < text.length() ? characterAt(text, at) : OUTSIDE;
            if (run.goOn(previous, next)) return true;
            if (at == 0 || !isAnchored) {
                if (run.follow(code.start(), previous, next)) return true;
            } else if (!run.isWaiting()) return false;
            if (next == OUTSIDE) return false;
            run.read(next);
            previous = next;
            at += next > 0xffff ? 2 : 1;
        }
    }

    private static boolean isTooLong(String text) {
        if (text.length() <= LONGEST_TEXT) return false;
        return text.length() > LONGEST_TEXT * 2 || text.codePointCount(0, text.length()) > LONGEST_TEXT;
    }

    /** Half of a pair alone is no character; it reads as U+FFFD, as everywhere where texts become bytes. */
    private static int characterAt(String text, int at) {
        int character = text.codePointAt(at);
        return character >= 0xd800 && character <= 0xdfff ? 0xfffd : character;
    }
}
