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
import dev.dream.sdk.params.AccessDecisionsListQuery;
import dev.dream.sdk.params.AccessDecisionsReportBody;
import dev.dream.sdk.types.AccessDecisionsReportResult;
import dev.dream.sdk.types.LoggedDecision;
import dev.dream.sdk.types.LoggedDecisionPart;
import java.util.Set;

/** Asks whether somebody may do something, who may, and what somebody can do, and why. */
public final class AccessDecisions extends Resource {

    private static final Operation LIST = new Operation(
        "access.decisions.list",
        "GET",
        "/v1/access/decisions",
        Set.of(Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation REPORT = new Operation(
        "access.decisions.report",
        "POST",
        "/v1/access/decisions",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );

    /**
     * The operations by a connection of their own.
     *
     * @param connection the client's
     */
    public AccessDecisions(Connection connection) {
        super(connection);
    }

    /**
     * List decisions, newest first.
     *
     * <p>Of every check: who, what, the answer, what it rests on, and the request that asked. Also those that
     * applications have reported.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code access/tenant-mismatch}.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<LoggedDecision, LoggedDecisionPart> list(AccessDecisionsListQuery query, RequestOptions options) {
        return parts(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.loggedDecision(),
            TypeDecoders.loggedDecisionPart()
        );
    }

    /**
     * List decisions, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<LoggedDecision, LoggedDecisionPart> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List decisions, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<LoggedDecision, LoggedDecisionPart> list(AccessDecisionsListQuery query) {
        return list(query, null);
    }

    /**
     * List decisions, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<LoggedDecision, LoggedDecisionPart> list() {
        return list(null, null);
    }

    /**
     * Report up to 1,000 decisions that an application took.
     *
     * <p>Answered when they are in the decision log, where they stand as reported: the word of whoever has the key.
     * Those of tenants that there are not, or that the request is not about, are left out, and the others logged. The
     * record has one entry for the request.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code access/tenant-missing}, {@code tenants/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessDecisionsReportResult report(AccessDecisionsReportBody body, RequestOptions options) {
        return value(REPORT, Input.none().body(body), options, TypeDecoders.accessDecisionsReportResult());
    }

    /**
     * Report up to 1,000 decisions that an application took.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public AccessDecisionsReportResult report(AccessDecisionsReportBody body) {
        return report(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.access().decisions()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * List decisions, newest first.
         *
         * <p>Of every check: who, what, the answer, what it rests on, and the request that asked. Also those that
         * applications have reported.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code access/tenant-mismatch}.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<LoggedDecisionPart> list(AccessDecisionsListQuery query, RequestOptions options) {
            return rawParts(LIST, Input.none().query(query), options, TypeDecoders.loggedDecisionPart());
        }

        /**
         * List decisions, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<LoggedDecisionPart> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List decisions, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<LoggedDecisionPart> list(AccessDecisionsListQuery query) {
            return list(query, null);
        }

        /**
         * List decisions, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<LoggedDecisionPart> list() {
            return list(null, null);
        }

        /**
         * Report up to 1,000 decisions that an application took.
         *
         * <p>Answered when they are in the decision log, where they stand as reported: the word of whoever has the key.
         * Those of tenants that there are not, or that the request is not about, are left out, and the others logged.
         * The record has one entry for the request.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code access/tenant-missing}, {@code tenants/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessDecisionsReportResult> report(AccessDecisionsReportBody body, RequestOptions options) {
            return rawValue(REPORT, Input.none().body(body), options, TypeDecoders.accessDecisionsReportResult());
        }

        /**
         * Report up to 1,000 decisions that an application took.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<AccessDecisionsReportResult> report(AccessDecisionsReportBody body) {
            return report(body, null);
        }
    }
}
