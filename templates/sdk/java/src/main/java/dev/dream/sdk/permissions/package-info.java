/**
 * What roles may do, answered in this process by the policy of an environment; the server is asked where only it can
 * know, and told in batches what was answered here. For servers: it takes a secret key. The rest of the SDK does not need
 * it.
 *
 * <pre>{@code
 * try (PermissionClient permissions = PermissionClient.builder(dream).build()) {
 *     permissions.ready();
 *     RoleHolder who = RoleHolder.roles("accountant");
 *     switch (permissions.can(who, "invoice:approve")) {
 *         case YES -> approve();
 *         case NO -> refuse();
 *         case ASK -> askTheServer();
 *     }
 * }
 * }</pre>
 */
package dev.dream.sdk.permissions;
