package dev.dream.sdk.permissions;

import dev.dream.sdk.params.AccessCheckBody;
import dev.dream.sdk.params.AskedResource;
import dev.dream.sdk.params.Subject;
import java.util.Map;

/**
 * What {@link PermissionClient#check} is asked. What is {@code null} is not given.
 *
 * @param who has which roles
 * @param permission {@code invoice:approve}
 * @param subject who that is, for the server; {@code null}: whoever is signed in with the client
 * @param resource what it is wanted of
 * @param context what conditions may ask of {@code context}: whence and how the request came
 * @param tenant the tenant that it is about; {@code null}: that of the client
 */
public record PermissionQuestion(
    RoleHolder who,
    String permission,
    Subject subject,
    ResourceInHand resource,
    Map<String, ?> context,
    String tenant
) {
    /**
     * A question, of whose context a copy is kept.
     *
     * @param who has which roles
     * @param permission {@code invoice:approve}
     * @param subject who that is, for the server; {@code null}: whoever is signed in with the client
     * @param resource what it is wanted of
     * @param context what conditions may ask of {@code context}: whence and how the request came
     * @param tenant the tenant that it is about; {@code null}: that of the client
     */
    public PermissionQuestion {
        context = ResourceInHand.copy(context);
    }

    /**
     * A question with nothing said but this.
     *
     * @param who has which roles
     * @param permission {@code invoice:approve}
     * @return it
     */
    public static PermissionQuestion of(RoleHolder who, String permission) {
        return new PermissionQuestion(who, permission, null, null, null, null);
    }

    /**
     * The same, of somebody.
     *
     * @param other who that is, for the server
     * @return another question
     */
    public PermissionQuestion subject(Subject other) {
        return new PermissionQuestion(who, permission, other, resource, context, tenant);
    }

    /**
     * The same, of a user.
     *
     * @param id of the user
     * @return another question
     */
    public PermissionQuestion user(String id) {
        return subject(Subject.builder().id(id).build());
    }

    /**
     * The same, of a resource.
     *
     * @param other what it is wanted of
     * @return another question
     */
    public PermissionQuestion resource(ResourceInHand other) {
        return new PermissionQuestion(who, permission, subject, other, context, tenant);
    }

    /**
     * The same, in a context.
     *
     * @param other whence and how the request came
     * @return another question
     */
    public PermissionQuestion context(Map<String, ?> other) {
        return new PermissionQuestion(who, permission, subject, resource, other, tenant);
    }

    /**
     * The same, about a tenant.
     *
     * @param other its id
     * @return another question
     */
    public PermissionQuestion tenant(String other) {
        return new PermissionQuestion(who, permission, subject, resource, context, other);
    }

    /**
     * As the server is asked: its action is what stands behind the first {@code :} of the permission.
     *
     * @return the body of {@code access.check}
     */
    public AccessCheckBody body() {
        String[] parts = String.valueOf(permission).split(":", 2);
        AskedResource.Builder asked = AskedResource.builder().type(parts[0]);
        if (resource != null) asked.id(resource.id()).properties(resource.properties());
        return AccessCheckBody.builder()
            .action(parts.length == 2 ? parts[1] : "")
            .resource(asked.build())
            .subject(subject)
            .context(context)
            .tenant(tenant)
            .build();
    }
}
