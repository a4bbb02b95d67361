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
import dev.dream.sdk.params.EnvironmentsListQuery;
import dev.dream.sdk.types.Environment;
import dev.dream.sdk.types.EnvironmentPage;
import java.util.Set;

/** The environments of the project, each with a configuration and data of its own. */
public final class Environments extends Resource {

    private static final Operation LIST = new Operation(
        "environments.list",
        "GET",
        "/v1/environments",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Environments(Connection connection) {
        super(connection);
    }

    /**
     * List the environments of the project.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Environment, EnvironmentPage> list(EnvironmentsListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.environment(),
            TypeDecoders.environmentPage()
        );
    }

    /**
     * List the environments of the project.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Environment, EnvironmentPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List the environments of the project.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Environment, EnvironmentPage> list(EnvironmentsListQuery query) {
        return list(query, null);
    }

    /**
     * List the environments of the project.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Environment, EnvironmentPage> list() {
        return list(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.environments()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the environments of the project.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EnvironmentPage> list(EnvironmentsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.environmentPage());
        }

        /**
         * List the environments of the project.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EnvironmentPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List the environments of the project.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<EnvironmentPage> list(EnvironmentsListQuery query) {
            return list(query, null);
        }

        /**
         * List the environments of the project.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<EnvironmentPage> list() {
            return list(null, null);
        }
    }
}
