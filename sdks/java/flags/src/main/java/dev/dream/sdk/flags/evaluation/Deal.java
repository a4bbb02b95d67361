package dev.dream.sdk.flags.evaluation;

import java.util.List;

/** Turns units into positions, and shares into the cuts that positions are compared with. */
interface Deal {
    /** The text that is hashed of a value; null where the value is none that can be dealt. */
    String unit(Object value);

    double position(String unit);

    /** By part, the first position that belongs to it no more. */
    double[] cuts(List<DealtPart> parts);

    WithoutUnit withoutUnit();
}
