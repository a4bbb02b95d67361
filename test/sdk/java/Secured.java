import dev.dream.sdk.Dream;
import dev.dream.sdk.EventStream;
import dev.dream.sdk.errors.AbortedException;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.errors.TimeoutException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS: a server with a certificate of its own, one with that of another, one that nobody vouches for, and a silent one.
 */
final class Secured {

    private Secured() {}

    /** Where the four servers are, then the certificates that are trusted, as files. */
    public static void main(String[] arguments) throws Exception {
        trust(arguments[4], arguments[5]);
        try (Dream dream = client(arguments[0]).build()) {
            Hostile.check(dream.tenants().get("acme").id().equals("acme"), "no tenant");
            // The connection is used again.
            Hostile.check(dream.tenants().get("acme").id().equals("acme"), "no tenant");
            System.out.println("answered");
            closed(dream);
            interrupted(dream);
        }
        refused("of another host", arguments[1]);
        refused("untrusted", arguments[2]);
        try (Dream dream = client(arguments[3]).timeout(Duration.ofMillis(200)).build()) {
            Hostile.thrown(TimeoutException.class, () -> dream.tenants().get("acme"));
            System.out.println("silent: given up");
        }
    }

    private static Dream.Builder client(String url) {
        return Dream.builder().baseUrl(url).secretKey(Hostile.KEY).maxRetries(0);
    }

    private static void refused(String what, String url) {
        try (Dream dream = client(url).build()) {
            ConnectionException error = Hostile.thrown(ConnectionException.class, () -> dream.tenants().get("acme"));
            Hostile.check(!error.getMessage().contains(Hostile.KEY), error);
            System.out.println(what + ": refused");
        }
    }

    private static void closed(Dream dream) throws Exception {
        EventStream events = dream.flags().stream();
        CountDownLatch came = new CountDownLatch(1);
        FutureTask<Long> following = HostileEnds.followed(events, came);
        came.await();
        events.close();
        Hostile.check(following.get() == 1, "more than one event");
        System.out.println("stream closed");
    }

    private static void interrupted(Dream dream) throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        FutureTask<Boolean> following = new FutureTask<>(() -> {
            try {
                Hostile.thrown(AbortedException.class, () ->
                    dream
                        .flags()
                        .stream()
                        .forEach(event -> came.countDown())
                );
                return Thread.currentThread().isInterrupted();
            } finally {
                came.countDown();
            }
        });
        Thread thread = new Thread(following);
        thread.start();
        came.await();
        thread.interrupt();
        Hostile.check(following.get(), "not interrupted any more");
        System.out.println("stream interrupted");
    }

    private static void trust(String... files) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (String file : files) {
            try (InputStream input = Files.newInputStream(Path.of(file))) {
                trusted.setCertificateEntry(file, CertificateFactory.getInstance("X.509").generateCertificate(input));
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }
}
