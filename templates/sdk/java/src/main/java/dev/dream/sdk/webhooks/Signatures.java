package dev.dream.sdk.webhooks;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.DreamException;
import dev.dream.sdk.errors.WebhookSignatureException;
import dev.dream.sdk.internal.Blank;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of {@code <seconds>.<body>}. The key is the secret as it is written, {@code whsec_} included. */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /** By a secret that is not there anybody could sign. */
    static void requireSecrets(Collection<String> secrets) {
        if (secrets == null || secrets.isEmpty()) throw new ConfigurationException("No secret was given");
        for (String secret : secrets) {
            if (secret != null && !Blank.is(secret)) continue;
            throw new ConfigurationException("The secret of the webhook endpoint must be text, and not empty");
        }
    }

    /** In hexadecimal. */
    static String of(byte[] body, String secret, String seconds) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException cause) {
            throw new DreamException("The platform has no HMAC-SHA256", cause);
        }
    }

    /** All are compared with all, so that the time tells nothing of which it was. */
    static void requireMatch(byte[] body, SignatureHeader header, Collection<String> secrets) {
        boolean matches = false;
        for (String secret : secrets) {
            byte[] expected = of(body, secret, header.seconds()).getBytes(StandardCharsets.UTF_8);
            for (String given : header.signatures()) {
                matches |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (matches) return;
        throw new WebhookSignatureException(
            "no-match",
            "No signature matches: the secret is of another endpoint, or the body is not byte for byte what was sent"
        );
    }
}
