package dev.dream.sdk.middleware;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads headers of a request. */
@FunctionalInterface
public interface HeaderReader {
    /**
     * One header.
     *
     * @param name in lower case
     * @return its value; of one that came several times, all with a comma between them; {@code null} where there is none
     */
    String read(String name);

    /**
     * Reads headers that are at hand as a map, as the server of the JDK, JAX-RS and Spring have them.
     *
     * @param headers values by name, in letters of either case; what is done with the map later changes nothing
     * @return reads them
     */
    static HeaderReader of(Map<String, List<String>> headers) {
        Map<String, String> values = new HashMap<>();
        headers.forEach((name, all) -> {
            // Some say by an entry without a name what the first line of the request was.
            if (name == null || all == null) return;
            String known = name.toLowerCase(Locale.ROOT);
            for (String value : all) if (value != null) values.merge(known, value, (one, next) -> one + ", " + next);
        });
        return values::get;
    }
}
