package dev.dream.sdk.webhooks;

import dev.dream.sdk.errors.WebhookSignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code t=<seconds>,v1=<hex>}, with any number of {@code v1}. Other schemes are passed over. The seconds are as they
 * were written, since that was signed.
 */
record SignatureHeader(String seconds, List<String> signatures) {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    static SignatureHeader read(String header) {
        List<String> times = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        for (String part : header.split(",")) {
            int sign = part.indexOf('=');
            String name = (sign < 0 ? part : part.substring(0, sign)).strip();
            String value = sign < 0 ? "" : part.substring(sign + 1).strip();
            if (name.equals("t")) times.add(value);
            if (name.equals("v1")) signatures.add(value.toLowerCase(Locale.ROOT));
        }
        if (times.size() == 1 && SECONDS.matcher(times.get(0)).matches()) {
            return new SignatureHeader(times.get(0), List.copyOf(signatures));
        }
        throw new WebhookSignatureException(
            "malformed-signature",
            "The signature is not of the form t=<seconds>,v1=<hex>"
        );
    }
}
