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
import dev.dream.sdk.params.CataloguePlansQuery;
import dev.dream.sdk.types.PublicPlan;
import dev.dream.sdk.types.PublicPlanPage;
import java.util.Set;

/** The plans that are on sale and their prices, for a page of prices. */
public final class Catalogue extends Resource {

    private static final Operation PLANS = new Operation(
        "catalogue.plans",
        "GET",
        "/v1/catalogue/plans",
        Set.of(Auth.SECRET, Auth.PUBLISHABLE, Auth.USER),
        false,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Catalogue(Connection connection) {
        super(connection);
    }

    /**
     * List the plans that are on sale.
     *
     * <p>Those that are {@code public} and {@code active}, lowest rank first.
     *
     * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of
     * the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<PublicPlan, PublicPlanPage> plans(CataloguePlansQuery query, RequestOptions options) {
        return pages(
            PLANS,
            Input.none().query(query),
            options,
            TypeDecoders.publicPlan(),
            TypeDecoders.publicPlanPage()
        );
    }

    /**
     * List the plans that are on sale.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<PublicPlan, PublicPlanPage> plans(RequestOptions options) {
        return plans(null, options);
    }

    /**
     * List the plans that are on sale.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<PublicPlan, PublicPlanPage> plans(CataloguePlansQuery query) {
        return plans(query, null);
    }

    /**
     * List the plans that are on sale.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<PublicPlan, PublicPlanPage> plans() {
        return plans(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.catalogue()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List the plans that are on sale.
         *
         * <p>Those that are {@code public} and {@code active}, lowest rank first.
         *
         * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant:
         * that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<PublicPlanPage> plans(CataloguePlansQuery query, RequestOptions options) {
            return rawPages(PLANS, Input.none().query(query), options, TypeDecoders.publicPlanPage());
        }

        /**
         * List the plans that are on sale.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<PublicPlanPage> plans(RequestOptions options) {
            return plans(null, options);
        }

        /**
         * List the plans that are on sale.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<PublicPlanPage> plans(CataloguePlansQuery query) {
            return plans(query, null);
        }

        /**
         * List the plans that are on sale.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<PublicPlanPage> plans() {
            return plans(null, null);
        }
    }
}
