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
import dev.dream.sdk.params.RevisionsCreateBody;
import dev.dream.sdk.params.RevisionsListQuery;
import dev.dream.sdk.params.RevisionsRollbackBody;
import dev.dream.sdk.types.Changeset;
import dev.dream.sdk.types.Revision;
import dev.dream.sdk.types.RevisionSummary;
import dev.dream.sdk.types.RevisionSummaryPage;
import dev.dream.sdk.types.RevisionsCreateResult;
import dev.dream.sdk.types.RevisionsRollbackResult;
import java.util.Set;

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
public final class Revisions extends Resource {

    private static final Operation COMPARE = new Operation(
        "revisions.compare",
        "GET",
        "/v1/revisions/{from}/changes/{to}",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation CREATE = new Operation(
        "revisions.create",
        "POST",
        "/v1/revisions",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "revisions.get",
        "GET",
        "/v1/revisions/{number}",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "revisions.list",
        "GET",
        "/v1/revisions",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation ROLLBACK = new Operation(
        "revisions.rollback",
        "POST",
        "/v1/revisions/{number}/rollback",
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
    public Revisions(Connection connection) {
        super(connection);
    }

    /**
     * Compare two revisions.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code revisions/not-found}.
     *
     * @param from Number of a revision; 0 is the empty environment.
     * @param to Number of a revision; 0 is the empty environment.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Changeset compare(long from, long to, RequestOptions options) {
        return value(COMPARE, Input.none().path("from", from).path("to", to), options, TypeDecoders.changeset());
    }

    /**
     * Compare two revisions.
     *
     * @param from Number of a revision; 0 is the empty environment.
     * @param to Number of a revision; 0 is the empty environment.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Changeset compare(long from, long to) {
        return compare(from, to, null);
    }

    /**
     * Apply the desired state, or a changeset computed earlier.
     *
     * <p>All or nothing, in one transaction. {@code dryRun} does everything and takes it back.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public RevisionsCreateResult create(RevisionsCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().body(body), options, TypeDecoders.revisionsCreateResult());
    }

    /**
     * Apply the desired state, or a changeset computed earlier.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public RevisionsCreateResult create(RevisionsCreateBody body) {
        return create(body, null);
    }

    /**
     * Get a revision with its changeset.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code revisions/not-found}.
     *
     * @param number Number of the revision, from 1.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public Revision get(long number, RequestOptions options) {
        return value(GET, Input.none().path("number", number), options, TypeDecoders.revision());
    }

    /**
     * Get a revision with its changeset.
     *
     * @param number Number of the revision, from 1.
     * @return what the server answered; {@code null} where that is nothing
     */
    public Revision get(long number) {
        return get(number, null);
    }

    /**
     * List revisions, newest first.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<RevisionSummary, RevisionSummaryPage> list(RevisionsListQuery query, RequestOptions options) {
        return pages(
            LIST,
            Input.none().query(query),
            options,
            TypeDecoders.revisionSummary(),
            TypeDecoders.revisionSummaryPage()
        );
    }

    /**
     * List revisions, newest first.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<RevisionSummary, RevisionSummaryPage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List revisions, newest first.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<RevisionSummary, RevisionSummaryPage> list(RevisionsListQuery query) {
        return list(query, null);
    }

    /**
     * List revisions, newest first.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<RevisionSummary, RevisionSummaryPage> list() {
        return list(null, null);
    }

    /**
     * Apply, as a new revision, the state of an earlier one.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code revisions/not-found}.
     *
     * @param number Number of the revision, from 1.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public RevisionsRollbackResult rollback(long number, RevisionsRollbackBody body, RequestOptions options) {
        return value(
            ROLLBACK,
            Input.none().path("number", number).body(body),
            options,
            TypeDecoders.revisionsRollbackResult()
        );
    }

    /**
     * Apply, as a new revision, the state of an earlier one.
     *
     * @param number Number of the revision, from 1.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public RevisionsRollbackResult rollback(long number, RevisionsRollbackBody body) {
        return rollback(number, body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.revisions()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Compare two revisions.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code revisions/not-found}.
         *
         * @param from Number of a revision; 0 is the empty environment.
         * @param to Number of a revision; 0 is the empty environment.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Changeset> compare(long from, long to, RequestOptions options) {
            return rawValue(COMPARE, Input.none().path("from", from).path("to", to), options, TypeDecoders.changeset());
        }

        /**
         * Compare two revisions.
         *
         * @param from Number of a revision; 0 is the empty environment.
         * @param to Number of a revision; 0 is the empty environment.
         * @return the answer, with what came around it
         */
        public RawAnswer<Changeset> compare(long from, long to) {
            return compare(from, to, null);
        }

        /**
         * Apply the desired state, or a changeset computed earlier.
         *
         * <p>All or nothing, in one transaction. {@code dryRun} does everything and takes it back.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<RevisionsCreateResult> create(RevisionsCreateBody body, RequestOptions options) {
            return rawValue(CREATE, Input.none().body(body), options, TypeDecoders.revisionsCreateResult());
        }

        /**
         * Apply the desired state, or a changeset computed earlier.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<RevisionsCreateResult> create(RevisionsCreateBody body) {
            return create(body, null);
        }

        /**
         * Get a revision with its changeset.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code revisions/not-found}.
         *
         * @param number Number of the revision, from 1.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<Revision> get(long number, RequestOptions options) {
            return rawValue(GET, Input.none().path("number", number), options, TypeDecoders.revision());
        }

        /**
         * Get a revision with its changeset.
         *
         * @param number Number of the revision, from 1.
         * @return the answer, with what came around it
         */
        public RawAnswer<Revision> get(long number) {
            return get(number, null);
        }

        /**
         * List revisions, newest first.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RevisionSummaryPage> list(RevisionsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.revisionSummaryPage());
        }

        /**
         * List revisions, newest first.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RevisionSummaryPage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List revisions, newest first.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<RevisionSummaryPage> list(RevisionsListQuery query) {
            return list(query, null);
        }

        /**
         * List revisions, newest first.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<RevisionSummaryPage> list() {
            return list(null, null);
        }

        /**
         * Apply, as a new revision, the state of an earlier one.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code revisions/not-found}.
         *
         * @param number Number of the revision, from 1.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<RevisionsRollbackResult> rollback(
            long number,
            RevisionsRollbackBody body,
            RequestOptions options
        ) {
            return rawValue(
                ROLLBACK,
                Input.none().path("number", number).body(body),
                options,
                TypeDecoders.revisionsRollbackResult()
            );
        }

        /**
         * Apply, as a new revision, the state of an earlier one.
         *
         * @param number Number of the revision, from 1.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<RevisionsRollbackResult> rollback(long number, RevisionsRollbackBody body) {
            return rollback(number, body, null);
        }
    }
}
