import dev.dream.sdk.errors.ResponseException;
import dev.dream.sdk.types.AlarmEvent;
import dev.dream.sdk.types.BeforeAndAfterEvent;
import dev.dream.sdk.types.DreamEvent;
import dev.dream.sdk.types.ResourceChangeEvent;
import dev.dream.sdk.types.RevisionAppliedEvent;
import dev.dream.sdk.types.UnknownEvent;
import dev.dream.sdk.webhooks.Webhooks;

/** What is made of events: for each that is an argument, a line that only its class could tell. */
final class ReceivedEvents {

    private ReceivedEvents() {}

    public static void main(String[] bodies) {
        for (String body : bodies) {
            DreamEvent event = Webhooks.constructEvent(body, Webhooks.signTestEvent(body, "whsec_1"), "whsec_1");
            System.out.println(told(event) + " of " + event.raw().size());
        }
    }

    private static String told(DreamEvent event) {
        try {
            if (event instanceof AlarmEvent alarm) return event.type() + ": " + alarm.data().rule();
            if (event instanceof BeforeAndAfterEvent changed) return event.id() + ": " + changed.data().author();
            if (event instanceof ResourceChangeEvent changed) {
                return changed.data().key() + ", before " + changed.data().renamedFrom() + changed.data().raw().get("more");
            }
            if (event instanceof RevisionAppliedEvent applied) return "revision " + applied.data().revision();
            if (event instanceof UnknownEvent later) return "unknown: " + later.data();
            return "no class";
        } catch (ResponseException missing) {
            return missing.getMessage();
        }
    }
}
