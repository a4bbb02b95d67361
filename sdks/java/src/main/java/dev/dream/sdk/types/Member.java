// Written by dream generate sdk; do not edit.
package dev.dream.sdk.types;

import dev.dream.sdk.Model;
import dev.dream.sdk.core.Decoders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the server answers with as {@code Member}. */
public final class Member extends Model {

    private Member(Object json) {
        super(json);
    }

    /**
     * Reads one.
     *
     * @param json as {@link dev.dream.sdk.json.Json} reads it
     * @return it, whichever fields it has
     */
    public static Member fromJson(Object json) {
        return new Member(json);
    }

    /**
     * The field {@code userId}.
     *
     * @return {@code userId}
     */
    public String userId() {
        return text("userId");
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
     * The field {@code name}.
     *
     * @return {@code name}; empty where there is none
     */
    public Optional<String> name() {
        return optionalText("name");
    }

    /**
     * The field {@code roles}.
     *
     * @return {@code roles}
     */
    public List<String> roles() {
        return list("roles", Decoders.TEXT);
    }

    /**
     * The field {@code since}.
     *
     * @return {@code since}
     */
    public Instant since() {
        return instant("since");
    }
}
