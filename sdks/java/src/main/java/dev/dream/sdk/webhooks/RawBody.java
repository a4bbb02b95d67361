package dev.dream.sdk.webhooks;

import dev.dream.sdk.errors.WebhookSignatureException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body as it came. What is taken for one often is none: frameworks parse JSON before anybody asks. */
final class RawBody {

    private static final String PARSED = """
    The raw body is needed, byte for byte as it came, as byte[] or text: something has parsed it before. How to get it:
      Spring: a parameter `@RequestBody byte[] body` of the method, in place of an object
      Jakarta REST (Quarkus, Jersey): a parameter `byte[] body` of the method
      Servlets: request.getInputStream().readAllBytes(), before anything reads a parameter
      Micronaut: a parameter `@Body byte[] body` of the method
      Javalin: context.bodyAsBytes()
      Vert.x: BodyHandler on this route; then context.body().buffer().getBytes()""";

    private RawBody() {}

    static byte[] bytes(Object body) {
        if (body instanceof byte[] bytes) return bytes;
        if (body instanceof CharSequence text) return text.toString().getBytes(StandardCharsets.UTF_8);
        if (!(body instanceof ByteBuffer buffer)) throw new WebhookSignatureException("body-was-parsed", PARSED);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
