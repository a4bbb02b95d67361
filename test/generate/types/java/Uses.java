import com.acme.dream.EntitlementLevels;
import com.acme.dream.Events;
import com.acme.dream.FlagValues;
import com.acme.dream.Flags;
import com.acme.dream.InvoiceSentEvent;
import com.acme.dream.Meters;
import com.acme.dream.Permissions;
import com.acme.dream.Plans;
import com.acme.dream.UserAttributes;
import com.acme.dream.Workflows;
import dev.dream.sdk.flags.FlagKey;
import dev.dream.sdk.json.Json;
import java.util.List;

/** Right uses of what is written for examples/acme. */
final class Uses {
    public static void main(String[] none) {
        FlagKey<String> engine = Flags.SEARCH_ENGINE;
        FlagKey<Boolean> dark = Flags.DARK_MODE;
        FlagKey<Object> layout = Flags.CHECKOUT_LAYOUT;
        InvoiceSentEvent sent = new InvoiceSentEvent().invoiceId("a").amount(5).currency("EUR");
        UserAttributes user = new UserAttributes().email("ada@acme.com").managers(List.of("eve", 5));
        String missing = "";
        try {
            new InvoiceSentEvent().amount(5).toJson();
        } catch (IllegalStateException problem) {
            missing = problem.getMessage();
        }
        System.out.println(Json.write(List.of(
                engine.key(), engine.defaultValue().equals(FlagValues.SearchEngine.POSTGRES), dark.defaultValue(),
                layout.defaultValue(), Plans.PRO, Permissions.Invoice.READ, Permissions.Expense.READ_OWN,
                Events.INVOICE_SENT, Meters.STORAGE, Workflows.COMMENT_NOTIFICATION,
                EntitlementLevels.Support.COMMUNITY, sent, user.toJson(), missing)));
    }
}
