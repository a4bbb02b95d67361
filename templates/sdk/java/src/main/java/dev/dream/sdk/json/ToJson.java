package dev.dream.sdk.json;

/** Something that {@link Json#write(Object)} can write, because it says what it is as JSON. */
@FunctionalInterface
public interface ToJson {
    /**
     * The value as JSON has it.
     *
     * @return anything that {@link Json#write(Object)} takes
     */
    Object toJson();
}
