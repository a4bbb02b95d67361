package dev.dream.sdk.webhooks;

import dev.dream.sdk.errors.ConfigurationException;
import dev.dream.sdk.errors.WebhookSignatureException;
import dev.dream.sdk.json.Json;
import dev.dream.sdk.json.JsonException;
import dev.dream.sdk.types.DreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;

/** Verifies events, and signs some for tests. */
public final class Webhooks {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private Webhooks() {}

    /**
     * Verifies that Dream sent this in the last five minutes, and gives the event.
     *
     * @param rawBody the body byte for byte as it came: {@code byte[]}, {@link java.nio.ByteBuffer} or text
     * @param signature the header {@code X-Platform-Signature}; {@code null} where there is none
     * @param secret of the webhook endpoint, {@code whsec_} included
     * @return the event
     * @throws WebhookSignatureException where it is not to be believed; its {@code code} says why
     */
    public static DreamEvent constructEvent(Object rawBody, String signature, String secret) {
        return constructEvent(rawBody, signature, secret, TOLERANCE);
    }

    /**
     * Verifies that Dream sent this, and gives the event.
     *
     * @param rawBody the body byte for byte as it came: {@code byte[]}, {@link java.nio.ByteBuffer} or text
     * @param signature the header {@code X-Platform-Signature}; {@code null} where there is none
     * @param secret of the webhook endpoint, {@code whsec_} included
     * @param tolerance how far the signature may be away from now, to either side; {@link Duration#ZERO} turns the
     *     check off
     * @return the event
     * @throws WebhookSignatureException where it is not to be believed; its {@code code} says why
     */
    public static DreamEvent constructEvent(Object rawBody, String signature, String secret, Duration tolerance) {
        return constructEvent(rawBody, signature, Collections.singletonList(secret), tolerance);
    }

    /**
     * Verifies that Dream sent this, while secrets are being exchanged, and gives the event.
     *
     * @param rawBody the body byte for byte as it came: {@code byte[]}, {@link java.nio.ByteBuffer} or text
     * @param signature the header {@code X-Platform-Signature}; {@code null} where there is none
     * @param secrets of the webhook endpoint, {@code whsec_} included; any of them may match
     * @param tolerance how far the signature may be away from now, to either side; {@link Duration#ZERO} turns the
     *     check off
     * @return the event
     * @throws WebhookSignatureException where it is not to be believed; its {@code code} says why
     */
    public static DreamEvent constructEvent(
        Object rawBody,
        String signature,
        Collection<String> secrets,
        Duration tolerance
    ) {
        Signatures.requireSecrets(secrets);
        if (tolerance == null || tolerance.isNegative()) {
            throw new ConfigurationException("tolerance must be 0 seconds or more");
        }
        if (signature == null || signature.isBlank()) {
            throw new WebhookSignatureException(
                "missing-signature",
                "There is no signature: pass the header X-Platform-Signature"
            );
        }
        SignatureHeader header = SignatureHeader.read(signature);
        byte[] body = RawBody.bytes(rawBody);
        Signatures.requireMatch(body, header, secrets);
        requireRecent(Instant.ofEpochSecond(Long.parseLong(header.seconds())), tolerance);
        return event(body);
    }

    /**
     * The header {@code X-Platform-Signature} as Dream would send it now, for tests of what receives webhooks.
     *
     * @param rawBody the body: {@code byte[]}, {@link java.nio.ByteBuffer} or text
     * @param secret of the webhook endpoint
     * @return {@code t=<seconds>,v1=<hex>}
     */
    public static String signTestEvent(Object rawBody, String secret) {
        return signTestEvent(rawBody, secret, Instant.now());
    }

    /**
     * The header {@code X-Platform-Signature} as Dream would have sent it, for tests of what receives webhooks.
     *
     * @param rawBody the body: {@code byte[]}, {@link java.nio.ByteBuffer} or text
     * @param secret of the webhook endpoint
     * @param timestamp when it is said to have been signed
     * @return {@code t=<seconds>,v1=<hex>}
     */
    public static String signTestEvent(Object rawBody, String secret, Instant timestamp) {
        Signatures.requireSecrets(Collections.singletonList(secret));
        if (timestamp == null || timestamp.getEpochSecond() < 0) {
            throw new ConfigurationException("timestamp must be an instant since 1970");
        }
        String seconds = String.valueOf(timestamp.getEpochSecond());
        return "t=" + seconds + ",v1=" + Signatures.of(RawBody.bytes(rawBody), secret, seconds);
    }

    private static void requireRecent(Instant signed, Duration tolerance) {
        Duration age = Duration.between(signed, Instant.now());
        if (tolerance.isZero() || age.abs().compareTo(tolerance) <= 0) return;
        String where = age.isNegative() ? " seconds from now, and " : " seconds ago, and ";
        throw new WebhookSignatureException(
            age.isNegative() ? "too-new" : "too-old",
            "It was signed " +
                age.abs().toSeconds() +
                where +
                tolerance.toSeconds() +
                " are tolerated: is it sent again, or a clock wrong?"
        );
    }

    private static DreamEvent event(byte[] body) {
        try {
            if (Json.parse(body) instanceof Map<?, ?> fields) return DreamEvent.fromJson(fields);
        } catch (JsonException cause) {
            // Below, as for JSON that is no object.
        }
        throw new WebhookSignatureException("malformed-body", "The body is signed, but no JSON object");
    }
}
