// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.internal.TypeDecoders;
import java.util.Optional;

/** What the server answers with as {@code EntryActor}. */
public final class EntryActor extends Model {

    private EntryActor(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static EntryActor fromJson(Object json) {
        return new EntryActor(json);
    }

    /**
     * The field {@code type}.
     *
     * @return {@code type}
     */
    public String type() {
        return text("type");
    }

    /**
     * The field {@code id}.
     *
     * @return {@code id}
     */
    public String id() {
        return text("id");
    }

    /**
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code email}.
     *
     * @return {@code email}; empty where there is none
     */
    public Optional<String> email() {
        return optionalText("email");
    }

    /**
     * The field {@code ip}.
     *
     * @return {@code ip}; empty where there is none
     */
    public Optional<String> ip() {
        return optionalText("ip");
    }

    /**
     * What was reported as {@code ip} and is no address.
     *
     * @return {@code invalidIp}; empty where there is none
     */
    public Optional<String> invalidIp() {
        return optionalText("invalidIp");
    }

    /**
     * The field {@code userAgent}.
     *
     * @return {@code userAgent}; empty where there is none
     */
    public Optional<String> userAgent() {
        return optionalText("userAgent");
    }

    /**
     * The field {@code location}.
     *
     * @return {@code location}; empty where there is none
     */
    public Optional<EntryLocation> location() {
        return optionalObject("location", TypeDecoders.entryLocation());
    }
}
