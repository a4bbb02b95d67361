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
import dev.dream.sdk.params.AlertsBacktestBody;
import dev.dream.sdk.params.AlertsFiringsQuery;
import dev.dream.sdk.params.AlertsListQuery;
import dev.dream.sdk.types.Alert;
import dev.dream.sdk.types.AlertFiring;
import dev.dream.sdk.types.AlertFiringPart;
import dev.dream.sdk.types.AlertPage;
import dev.dream.sdk.types.AlertsBacktestResult;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class Alerts extends Resource {

    private static final Operation BACKTEST = new Operation(
        "alerts.backtest",
        "POST",
        "/v1/alerts/backtest",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation FIRINGS = new Operation(
        "alerts.firings",
        "GET",
        "/v1/alerts/firings",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "alerts.list",
        "GET",
        "/v1/alerts",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public Alerts(Connection connection) {
        super(connection);
    }

    /**
     * Try an alert rule on the entries there are.
     *
     * <p>When the rule would have raised its alarm, had it been live all the time. Nothing is raised, and nothing is
     * kept.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code alerts/invalid-rule}, {@code alerts/span-reversed}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AlertsBacktestResult backtest(AlertsBacktestBody body, RequestOptions options) {
        return value(BACKTEST, Input.none().body(body), options, TypeDecoders.alertsBacktestResult());
    }

    /**
     * Try an alert rule on the entries there are.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AlertsBacktestResult backtest(AlertsBacktestBody body) {
        return backtest(body, null);
    }

    /**
     * List the times that alarms were raised, newest first.
     *
     * <p>With {@code X-Tenant-ID}, those of one tenant; without, those of the environment and all its tenants.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AlertFiring, AlertFiringPart> firings(AlertsFiringsQuery query, RequestOptions options) {
        return parts(
            FIRINGS,
            Input.none().query(query),
            options,
            TypeDecoders.alertFiring(),
            TypeDecoders.alertFiringPart()
        );
    }

    /**
     * List the times that alarms were raised, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AlertFiring, AlertFiringPart> firings(RequestOptions options) {
        return firings(null, options);
    }

    /**
     * List the times that alarms were raised, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AlertFiring, AlertFiringPart> firings(AlertsFiringsQuery query) {
        return firings(query, null);
    }

    /**
     * List the times that alarms were raised, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<AlertFiring, AlertFiringPart> firings() {
        return firings(null, null);
    }

    /**
     * List alert rules by key, each with the last time it was raised.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Alert, AlertPage> list(AlertsListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.alert(), TypeDecoders.alertPage());
    }

    /**
     * List alert rules by key, each with the last time it was raised.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Alert, AlertPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List alert rules by key, each with the last time it was raised.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Alert, AlertPage> list(AlertsListQuery query) {
        return list(query, null);
    }

    /**
     * List alert rules by key, each with the last time it was raised.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<Alert, AlertPage> list() {
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

    /** As {@code dream.alerts()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Try an alert rule on the entries there are.
         *
         * <p>When the rule would have raised its alarm, had it been live all the time. Nothing is raised, and nothing
         * is kept.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code alerts/invalid-rule}, {@code alerts/span-reversed}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AlertsBacktestResult> backtest(AlertsBacktestBody body, RequestOptions options) {
            return rawValue(BACKTEST, Input.none().body(body), options, TypeDecoders.alertsBacktestResult());
        }

        /**
         * Try an alert rule on the entries there are.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AlertsBacktestResult> backtest(AlertsBacktestBody body) {
            return backtest(body, null);
        }

        /**
         * List the times that alarms were raised, newest first.
         *
         * <p>With {@code X-Tenant-ID}, those of one tenant; without, those of the environment and all its tenants.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertFiringPart> firings(AlertsFiringsQuery query, RequestOptions options) {
            return rawParts(FIRINGS, Input.none().query(query), options, TypeDecoders.alertFiringPart());
        }

        /**
         * List the times that alarms were raised, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertFiringPart> firings(RequestOptions options) {
            return firings(null, options);
        }

        /**
         * List the times that alarms were raised, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertFiringPart> firings(AlertsFiringsQuery query) {
            return firings(query, null);
        }

        /**
         * List the times that alarms were raised, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertFiringPart> firings() {
            return firings(null, null);
        }

        /**
         * List alert rules by key, each with the last time it was raised.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertPage> list(AlertsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.alertPage());
        }

        /**
         * List alert rules by key, each with the last time it was raised.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List alert rules by key, each with the last time it was raised.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertPage> list(AlertsListQuery query) {
            return list(query, null);
        }

        /**
         * List alert rules by key, each with the last time it was raised.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<AlertPage> list() {
            return list(null, null);
        }
    }
}
