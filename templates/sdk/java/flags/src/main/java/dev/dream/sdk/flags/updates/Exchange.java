package dev.dream.sdk.flags.updates;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One question and its answer, of which nothing is left open once it is ended, from whatever thread. */
final class Exchange {

    private final Background background;
    private final double timeout;
    private boolean isOver;
    private CompletableFuture<HttpResponse<InputStream>> waiting;
    private InputStream body;
    private volatile long heardAt = System.nanoTime();
    private volatile double patience;
    private Runnable timer = () -> {};

    /** {@code timeout}: milliseconds of silence until the head of the answer. */
    Exchange(Background background, double timeout) {
        this.background = background;
        this.timeout = timeout;
        this.patience = timeout;
    }

    HttpResponse<InputStream> send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        synchronized (this) {
            if (isOver) throw new IOException("ended before it began");
            heardAt = System.nanoTime();
            waiting = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        }
        watch(timeout);
        try {
            HttpResponse<InputStream> response = waiting.get();
            synchronized (this) {
                body = response.body();
            }
            if (isOver()) end();
            return response;
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    /** The other side is there. From now on it may be silent for so many milliseconds. */
    void heard(double silence) {
        heardAt = System.nanoTime();
        if (patience == silence) return;
        patience = silence;
        watch(silence);
    }

    synchronized boolean isOver() {
        return isOver;
    }

    /** Lets the connection go. Whoever reads from it reads no further. */
    void end() {
        CompletableFuture<HttpResponse<InputStream>> asked;
        InputStream read;
        synchronized (this) {
            isOver = true;
            timer.run();
            asked = waiting;
            read = body;
        }
        if (asked != null) asked.cancel(true);
        try {
            if (read != null) read.close();
        } catch (IOException failure) {
            // It was closed by the other side before.
        }
    }

    private synchronized void watch(double milliseconds) {
        timer.run();
        if (!isOver) timer = background.after(milliseconds, this::look);
    }

    /** One timer, however many pieces come: it is set anew only when it goes off too early. */
    private void look() {
        double left = patience - (System.nanoTime() - heardAt) / 1e6;
        if (left <= 0) end();
        else watch(left);
    }
}
