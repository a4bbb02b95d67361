import com.acme.dream.*;
import com.acme.dream.Flags;
import com.acme.dream.Permissions;
import dev.dream.sdk.flags.*;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.permissions.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Right uses of what is written for examples/acme. The SDK has a {@code Flags} and a {@code Permissions} too: where all of
 * both packages is imported, the one that is named is meant.
 */
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
        List<Object> managers = new ArrayList<>(List.of("eve", 5));
        UserAttributes other = new UserAttributes().email("ada@acme.com").managers(managers);
        Map<String, Object> told = other.toJson();
        boolean areSame = other.equals(user) && other.hashCode() == user.hashCode() && !other.equals(sent);
        managers.add(7);
        boolean areKept = told.equals(user.toJson()) && !other.equals(user);
        System.out.println(Json.write(List.of(
                engine.key(), engine.defaultValue().equals(FlagValues.SearchEngine.POSTGRES), dark.defaultValue(),
                layout.defaultValue(), Plans.PRO, Permissions.Invoice.READ, Permissions.Expense.READ_OWN,
                Events.INVOICE_SENT, Meters.STORAGE, Workflows.COMMENT_NOTIFICATION,
                EntitlementLevels.Support.COMMUNITY, sent, user.toJson(), missing,
                areSame, areKept, user.toString())));
    }
}
