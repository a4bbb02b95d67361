import dev.dream.sdk.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs cases of test/conformance/sdk/ with the SDK for Java: one case per line in, one outcome per line out. */
final class Driver {

    private Driver() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream outcomes = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = cases.readLine(); line != null; line = cases.readLine()) {
            outcomes.print(Json.write(DriverCase.run(DriverValues.object(Json.parse(line)))) + "\n");
            outcomes.flush();
        }
    }
}
