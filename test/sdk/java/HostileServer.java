import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Writes the next of its answers for each request, byte for byte, on one connection after the other or on many. */
final class HostileServer implements AutoCloseable {

    /** An answer that is none: the connection is closed. */
    static final String CUT = "";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Deque<String> answers;
    /** Of the requests in turn. */
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    HostileServer(List<String> answers) throws IOException {
        this.answers = new ArrayDeque<>(answers);
        daemon(this::accept);
    }

    static HostileServer of(String... answers) throws IOException {
        return new HostileServer(List.of(answers));
    }

    /** A whole answer with a length. */
    static String answer(String status, String body, String... lines) {
        return "HTTP/1.1 " + status + "\r\n" + headers(lines) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The beginning of one whose rest never comes. */
    static String begun(String status, String body, String... lines) {
        return "HTTP/1.1 " + status + "\r\n" + headers(lines) + "Content-Length: 1000000\r\n\r\n" + body;
    }

    private static String headers(String... lines) {
        return lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    synchronized int unusedAnswers() {
        return answers.size();
    }

    /** What requests said of who makes them. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Waits until a request came. */
    void awaitRequest() throws InterruptedException {
        asked.await();
    }

    /** Waits until a client closed a connection. */
    void awaitLeave() throws InterruptedException {
        left.await();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            asked.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader lines = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII)
            );
            OutputStream output = connection.getOutputStream();
            while (readRequest(lines)) {
                String answer = next();
                asked.countDown();
                if (answer.equals(CUT)) return;
                output.write(answer.getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        } catch (IOException broken) {
            // What the client broke off is what a test may wait for.
        } finally {
            left.countDown();
        }
    }

    private synchronized String next() {
        return answers.isEmpty() ? CUT : answers.remove();
    }

    private boolean readRequest(BufferedReader lines) throws IOException {
        int length = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) length = Integer.parseInt(line.split(":")[1].trim());
            if (line.startsWith("Authorization: ")) authorizations.add(line.substring("Authorization: ".length()));
            if (!line.isEmpty()) continue;
            // Each is a byte; to skip may end before its end.
            while (length > 0 && lines.read() >= 0) length -= 1;
            return length == 0;
        }
        return false;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
