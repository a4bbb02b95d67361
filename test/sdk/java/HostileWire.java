import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConnectionException;
import java.time.Duration;
import java.util.List;

/** Answers that are not quite HTTP: none of them is taken for one. */
final class HostileWire {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n";

    private HostileWire() {}

    static void malformed() throws Exception {
        List<String> answers = List.of(
            "HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 099 OK\r\nContent-Length: 2\r\n\r\n{}",
            OK + "Content-Length: 0x2\r\n\r\n{}",
            OK + "Content-Length: 99999999999999999999\r\n\r\n{}",
            OK + "Content-Length : 2\r\nno colon\r\n\r\n{}",
            CHUNKED + "\r\n-2\r\n{}\r\n0\r\n\r\n",
            CHUNKED + "\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
            CHUNKED + "\r\n2\r\n{} \r\n0\r\n\r\n",
            CHUNKED + "\r\n2;" + "x".repeat(100_000) + "\r\n{}\r\n0\r\n\r\n",
            OK + "X-Long: " + "x".repeat(1_000_000) + "\r\nContent-Length: 2\r\n\r\n{}",
            OK + "X-Many: 1\r\n".repeat(100_000) + "Content-Length: 2\r\n\r\n{}",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"
        );
        for (String answer : answers) {
            try (HostileServer server = HostileServer.of(answer); Dream dream = client(server)) {
                Hostile.thrown(ConnectionException.class, () -> dream.tenants().get("acme"));
            } catch (AssertionError taken) {
                throw new AssertionError(answer.substring(0, Math.min(100, answer.length())), taken);
            }
        }
    }

    /** Unusual answers that are HTTP all the same. */
    static void unusual() throws Exception {
        List<String> answers = List.of(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + HostileServer.answer("200 OK", Hostile.TENANT),
            "HTTP/1.1 100 Continue\r\n\r\n".repeat(5) + HostileServer.answer("200 OK", Hostile.TENANT),
            HostileServer.answer("200 ", Hostile.TENANT, "x-empty:", "X-Space:  \t a  "),
            CHUNKED.toLowerCase().replace("http", "HTTP") +
                "\r\nE ; a=\"b\"\r\n" +
                Hostile.TENANT +
                "\r\n0\r\nX-Late: 1\r\n\r\n",
            OK + "Content-Length: 14\r\nContent-Length: 14\r\n\r\n" + Hostile.TENANT
        );
        for (String answer : answers) {
            try (
                HostileServer server = HostileServer.of(answer, HostileServer.answer("200 OK", "{\"id\": \"second\"}"));
                Dream dream = client(server)
            ) {
                Hostile.check(dream.tenants().get("acme").id().equals("acme"), answer);
                Hostile.check(dream.tenants().get("second").id().equals("second"), answer);
            }
        }
    }

    private static Dream client(HostileServer server) {
        return Hostile.client(server).maxRetries(0).timeout(Duration.ofSeconds(20)).build();
    }
}
