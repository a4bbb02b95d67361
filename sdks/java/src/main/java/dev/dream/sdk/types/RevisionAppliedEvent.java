// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.internal.TypeDecoders;

/**
 * An event of the type {@code revision.applied}.
 *
 * <p>A changeset was applied.
 */
public final class RevisionAppliedEvent extends DreamEvent {

    RevisionAppliedEvent(Object json) {
        super(json);
    }

    /**
     * What it says.
     *
     * @return {@code data}
     */
    public RevisionApplied data() {
        return object("data", TypeDecoders.revisionApplied());
    }
}
