import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads each line's text as JSON and writes it again; `-` for what is none. Lines are base64 of UTF-16, so any text
 * fits.
 */
final class JsonLines {

    private JsonLines() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(answer(text(Base64.getDecoder().decode(line))));
        }
    }

    /** Not by a decoder, which would replace half a pair. */
    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 2) text.append(
            (char) ((bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8))
        );
        return text.toString();
    }

    private static String answer(String text) {
        try {
            String written = Json.write(Json.parse(text));
            // What was written is UTF-8, whatever was read.
            byte[] utf8 = written.getBytes(StandardCharsets.UTF_8);
            if (!Json.write(Json.parse(utf8)).equals(written)) throw new AssertionError(written);
            return Base64.getEncoder().encodeToString(utf8);
        } catch (JsonException none) {
            return "-";
        }
    }
}
