package dev.dream.sdk;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.ToJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sent: an object of a body, or the parameters of a query. */
public abstract class Params implements ToJson {

    private final Map<String, Object> fields;

    /**
     * What a builder has gathered.
     *
     * @param builder the builder; what is done with it later changes nothing here
     * @throws ConfigurationException with the names of all that is missing
     */
    protected Params(Builder<?> builder) {
        builder.requireFields();
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    }

    /**
     * The fields that were set.
     *
     * @return what {@link Json#write(Object)} takes, by name; cannot be changed
     */
    @Override
    public final Map<String, Object> toJson() {
        return fields;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Params params && getClass() == params.getClass() && fields.equals(params.fields);
    }

    @Override
    public final int hashCode() {
        return fields.hashCode();
    }

    /** The name of the class with the names of the fields: their values may be secrets. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + fields.keySet();
    }

    /**
     * Gathers the fields.
     *
     * @param <B> the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {

        private final Class<B> type;
        private final String what;
        private final List<String> required;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        /**
         * A builder with nothing set.
         *
         * @param type of the builder itself
         * @param what is built, for messages
         * @param required the fields that must be set
         */
        protected Builder(Class<B> type, String what, String... required) {
            this.type = type;
            this.what = what;
            this.required = List.of(required);
        }

        /**
         * Sets a field by its name in JSON: one that this SDK has not heard of, or to {@code null}.
         *
         * @param name as it stands in JSON
         * @param value what {@link Json#write(Object)} takes, of which a copy is kept; {@code Optional.empty()} leaves it out
         * @return this builder
         */
        public final B put(String name, Object value) {
            if (value instanceof Optional<?> optional && optional.isEmpty()) fields.remove(name);
            // What is done to it afterwards must change neither what is sent nor where a set or a map looks for it.
            else fields.put(name, Json.copy(value));
            return type.cast(this);
        }

        /**
         * Sets a field.
         *
         * @param name as it stands in JSON
         * @param value what it is; {@code null} leaves it out
         * @return this builder
         */
        protected final B set(String name, Object value) {
            return put(name, value == null ? Optional.empty() : value);
        }

        private void requireFields() {
            List<String> missing = required
                .stream()
                .filter(name -> !fields.containsKey(name))
                .toList();
            if (missing.isEmpty()) return;
            String verb = missing.size() == 1 ? " is required" : " are required";
            throw new ConfigurationException(what + ": " + String.join(", ", missing) + verb);
        }
    }
}
