/**
 * Flags, evaluated in this process with the rules of one environment, which are brought up to date in the background.
 *
 * <pre>{@code
 * try (FlagClient flags = FlagClient.builder()
 *         .secretKey(System.getenv("DREAM_SECRET_KEY"))
 *         .baseUrl(System.getenv("DREAM_BASE_URL"))
 *         .build()) {
 *     flags.ready(Duration.ofSeconds(3));
 *     FlagContext context = FlagContext.multi(
 *             FlagContext.user("ada", Map.of("role", "admin")),
 *             FlagContext.tenant("acme", Map.of("plan", "pro")));
 *     if (flags.booleanVariation("express-checkout", context, false)) {
 *         System.out.println(flags.booleanDetail("express-checkout", context, false).reason());
 *     }
 * }
 * }</pre>
 *
 * <p>One {@link dev.dream.sdk.flags.FlagClient} for a process. For tests, {@link dev.dream.sdk.flags.TestFlagData} sets
 * flags in code.
 */
package dev.dream.sdk.flags;
