/**
 * Who is asking an application, what they may do, and how its errors look; for any framework. For servers, with a
 * publishable key: every question is asked as the user whose token came with the request. The filter of servlets is an
 * artifact of its own, {@code dream-sdk-servlet}. The rest of the SDK does not need this.
 *
 * <pre>{@code
 * Middleware middleware = Middleware.builder(dream).build();
 *
 * String requestId = middleware.requestIdOf(header);
 * try {
 *     RequestContext context = middleware.admit(header, requestId);
 *     context.authorize("invoice:read");
 *     …
 * } catch (RuntimeException thrown) {
 *     ErrorResponse answer = middleware.answerTo(thrown, requestId);
 *     …
 * }
 * }</pre>
 */
package dev.dream.sdk.middleware;
