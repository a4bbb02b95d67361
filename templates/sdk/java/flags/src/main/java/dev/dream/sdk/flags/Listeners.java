package dev.dream.sdk.flags;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Those who want to hear of something, in the order in which they came. */
final class Listeners<T> {

    private final Map<Long, Consumer<? super T>> listeners = new ConcurrentSkipListMap<>();
    private final AtomicLong next = new AtomicLong();
    private final Notices notices;

    Listeners(Notices notices) {
        this.notices = notices;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** The same function may be added several times; each is told, and each is taken away by itself. */
    Subscription add(Consumer<? super T> listener) {
        long number = next.getAndIncrement();
        if (listener != null) listeners.put(number, listener);
        return () -> listeners.remove(number);
    }

    /** Those who listen at this moment will be told; one that is taken away meanwhile is not. */
    void notice(T told) {
        for (Long number : listeners.keySet()) {
            notices.add(() -> {
                Consumer<? super T> listener = listeners.get(number);
                if (listener != null) listener.accept(told);
            });
        }
    }
}
