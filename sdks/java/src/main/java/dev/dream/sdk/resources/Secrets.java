// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.SecretsListQuery;
import dev.dream.sdk.params.SecretsSetBody;
import dev.dream.sdk.types.SecretName;
import dev.dream.sdk.types.SecretNamePage;
import java.util.Set;

/**
 * Secrets that files name as <code>$&#123;secrets.NAME&#125;</code>: setting, naming and removing them, never reading
 * them.
 */
public final class Secrets extends Resource {

    private static final Operation LIST = new Operation(
        "secrets.list",
        "GET",
        "/v1/secrets",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation REMOVE = new Operation(
        "secrets.remove",
        "DELETE",
        "/v1/secrets/{name}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation SET = new Operation(
        "secrets.set",
        "PUT",
        "/v1/secrets/{name}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Secrets(Connection connection) {
        super(connection);
    }

    /**
     * List the names of secrets.
     *
     * <p>Names, and who set them when. No operation returns a value.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SecretName, SecretNamePage> list(SecretsListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.secretName(),
            TypeDecoders.secretNamePage()
        );
    }

    /**
     * List the names of secrets.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SecretName, SecretNamePage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List the names of secrets.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SecretName, SecretNamePage> list(SecretsListQuery query) {
        return list(query, null);
    }

    /**
     * List the names of secrets.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<SecretName, SecretNamePage> list() {
        return list(null, null);
    }

    /**
     * Remove a secret.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code secrets/not-found}.
     *
     * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
     * @param options of this call, or {@code null}
     */
    public void remove(String name, RequestOptions options) {
        nothing(REMOVE, Input.none().path("name", name), options);
    }

    /**
     * Remove a secret.
     *
     * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
     */
    public void remove(String name) {
        remove(name, null);
    }

    /**
     * Set a secret.
     *
     * <p>Keeps the value sealed, in place of an earlier one.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code secrets/no-master-key}.
     *
     * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public SecretName set(String name, SecretsSetBody body, RequestOptions options) {
        return value(SET, Input.none().path("name", name).body(body), options, TypeDecoders.secretName());
    }

    /**
     * Set a secret.
     *
     * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public SecretName set(String name, SecretsSetBody body) {
        return set(name, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.secrets()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the names of secrets.
         *
         * <p>Names, and who set them when. No operation returns a value.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SecretNamePage> list(SecretsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.secretNamePage());
        }

        /**
         * List the names of secrets.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SecretNamePage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List the names of secrets.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<SecretNamePage> list(SecretsListQuery query) {
            return list(query, null);
        }

        /**
         * List the names of secrets.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<SecretNamePage> list() {
            return list(null, null);
        }

        /**
         * Remove a secret.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code secrets/not-found}.
         *
         * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String name, RequestOptions options) {
            return rawNothing(REMOVE, Input.none().path("name", name), options);
        }

        /**
         * Remove a secret.
         *
         * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
         * @return the answer, with what came around it
         */
        public RawAnswer<Void> remove(String name) {
            return remove(name, null);
        }

        /**
         * Set a secret.
         *
         * <p>Keeps the value sealed, in place of an earlier one.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code secrets/no-master-key}.
         *
         * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<SecretName> set(String name, SecretsSetBody body, RequestOptions options) {
            return rawValue(SET, Input.none().path("name", name).body(body), options, TypeDecoders.secretName());
        }

        /**
         * Set a secret.
         *
         * @param name As configuration writes it: <code>$&#123;secrets.NAME&#125;</code>.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<SecretName> set(String name, SecretsSetBody body) {
            return set(name, body, null);
        }
    }
}
