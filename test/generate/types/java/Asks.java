import static com.acme.dream.Flags.*;
import static org.many.Flags.*;

import dev.dream.sdk.flags.FlagContext;
import dev.dream.sdk.flags.Flags;

/** The SDK's {@code Flags} beside the constants of classes of that name, be they more than one class file has room for. */
final class Asks {
    static boolean isDark(Flags flags) {
        return flags.value(DARK_MODE, FlagContext.nobody()) || flags.value(FLAG_6999, null);
    }
}
