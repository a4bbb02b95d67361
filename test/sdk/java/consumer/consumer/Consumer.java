package consumer;

import dev.dream.sdk.Dream;
import dev.dream.sdk.errors.ConnectionException;
import dev.dream.sdk.flags.FlagClient;
import dev.dream.sdk.flags.FlagContext;
import dev.dream.sdk.flags.TestFlagData;
import dev.dream.sdk.params.TenantsCreateBody;
import dev.dream.sdk.webhooks.Webhooks;

/** A program of somebody else, in a module of its own. */
public final class Consumer {

    private Consumer() {}

    public static void main(String[] arguments) {
        String body = "{\"id\": \"evt_1\", \"type\": \"tenant.created\", \"data\": {}}";
        String type = Webhooks.constructEvent(body, Webhooks.signTestEvent(body, "whsec_1"), "whsec_1").type();
        TestFlagData data = TestFlagData.create();
        data.flag("menu").on();
        boolean isOn;
        try (FlagClient flags = data.client()) {
            isOn = flags.booleanVariation("menu", FlagContext.nobody(), false);
        }
        // Nobody listens there: 9 is the port that discards what it is sent, and no machine has it open.
        try (Dream dream = Dream.builder().baseUrl("http://127.0.0.1:9").secretKey("sk_test_1").maxRetries(0).build()) {
            dream.tenants().create(TenantsCreateBody.builder().name("Acme").build());
        } catch (ConnectionException error) {
            System.out.println(error.getClass().getSimpleName() + " " + type + " " + isOn);
        }
    }
}
