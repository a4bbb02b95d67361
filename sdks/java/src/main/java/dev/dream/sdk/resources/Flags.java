// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.EventStream;
import dev.dream.sdk.Paged;
import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.FlagsArchiveBody;
import dev.dream.sdk.params.FlagsCreateBody;
import dev.dream.sdk.params.FlagsDeleteQuery;
import dev.dream.sdk.params.FlagsEvaluateBody;
import dev.dream.sdk.params.FlagsListQuery;
import dev.dream.sdk.params.FlagsReportBody;
import dev.dream.sdk.params.FlagsUpdateBody;
import dev.dream.sdk.params.FlagsUsageQuery;
import dev.dream.sdk.types.FlagsArchiveResult;
import dev.dream.sdk.types.FlagsCreateResult;
import dev.dream.sdk.types.FlagsDeleteResult;
import dev.dream.sdk.types.FlagsEvaluateResult;
import dev.dream.sdk.types.FlagsReportResult;
import dev.dream.sdk.types.FlagsUpdateResult;
import dev.dream.sdk.types.FlagsUsageResult;
import dev.dream.sdk.types.ResourcePage;
import dev.dream.sdk.types.VersionedRuleset;
import java.util.Set;

/**
 * Evaluates flags for whoever asks, tells SDKs of the rules and of their changes, and takes reports of what was served.
 */
public final class Flags extends Resource {

    private static final Operation ARCHIVE = new Operation(
        "flags.archive",
        "POST",
        "/v1/flags/{key}/archive",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation CREATE = new Operation(
        "flags.create",
        "POST",
        "/v1/flags",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation DELETE = new Operation(
        "flags.delete",
        "DELETE",
        "/v1/flags/{key}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation EVALUATE = new Operation(
        "flags.evaluate",
        "POST",
        "/v1/flag-evaluations",
        Set.of(Auth.PUBLISHABLE, Auth.USER, Auth.SECRET),
        false,
        true,
        "cursor"
    );
    private static final Operation GET = new Operation(
        "flags.get",
        "GET",
        "/v1/flags/{key}",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation LIST = new Operation(
        "flags.list",
        "GET",
        "/v1/flags",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation REPORT = new Operation(
        "flags.report",
        "POST",
        "/v1/flag-reports",
        Set.of(Auth.SECRET, Auth.PUBLISHABLE, Auth.USER),
        true,
        true,
        "cursor"
    );
    private static final Operation RULESET = new Operation(
        "flags.ruleset",
        "GET",
        "/v1/flag-ruleset",
        Set.of(Auth.SECRET),
        false,
        false,
        "cursor"
    );
    private static final Operation STREAM = new Operation(
        "flags.stream",
        "GET",
        "/v1/flag-ruleset/stream",
        Set.of(Auth.SECRET, Auth.PUBLISHABLE, Auth.USER),
        false,
        true,
        "cursor"
    );
    private static final Operation UPDATE = new Operation(
        "flags.update",
        "PUT",
        "/v1/flags/{key}",
        Set.of(Auth.SECRET),
        true,
        false,
        "cursor"
    );
    private static final Operation USAGE = new Operation(
        "flags.usage",
        "GET",
        "/v1/flag-usage",
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
    public Flags(Connection connection) {
        super(connection);
    }

    /**
     * Archive a flag.
     *
     * <p>It answers as one that is off from then on, and is kept. Doing it twice is the same as once.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param key Key of the Flag.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsArchiveResult archive(String key, FlagsArchiveBody body, RequestOptions options) {
        return value(ARCHIVE, Input.none().path("key", key).body(body), options, TypeDecoders.flagsArchiveResult());
    }

    /**
     * Archive a flag.
     *
     * @param key Key of the Flag.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsArchiveResult archive(String key, FlagsArchiveBody body) {
        return archive(key, body, null);
    }

    /**
     * Create a flag.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/exists}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsCreateResult create(FlagsCreateBody body, RequestOptions options) {
        return value(CREATE, Input.none().body(body), options, TypeDecoders.flagsCreateResult());
    }

    /**
     * Create a flag.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsCreateResult create(FlagsCreateBody body) {
        return create(body, null);
    }

    /**
     * Delete a flag that the API created.
     *
     * <p>Code that still asks for it gets its own default. To keep the answers of a flag, archive it.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param key Key of the Flag.
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsDeleteResult delete(String key, FlagsDeleteQuery query, RequestOptions options) {
        return value(DELETE, Input.none().path("key", key).query(query), options, TypeDecoders.flagsDeleteResult());
    }

    /**
     * Delete a flag that the API created.
     *
     * @param key Key of the Flag.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsDeleteResult delete(String key, RequestOptions options) {
        return delete(key, null, options);
    }

    /**
     * Delete a flag that the API created.
     *
     * @param key Key of the Flag.
     * @param query what is asked for, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsDeleteResult delete(String key, FlagsDeleteQuery query) {
        return delete(key, query, null);
    }

    /**
     * Delete a flag that the API created.
     *
     * @param key Key of the Flag.
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsDeleteResult delete(String key) {
        return delete(key, null, null);
    }

    /**
     * Evaluate flags for one context.
     *
     * <p>All flags that browsers may know of, or those that are named. With a secret key the context is taken as it
     * comes, and any flag may be named. With the token of a user, {@code user.key}, {@code tenant.key} and
     * {@code tenant.plan} are what the token and the server say. A publishable key alone has no tenant. Neither is told
     * which rule decided. Send the entity tag back as {@code If-None-Match}: 304 says that every answer is as it was.
     *
     * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of
     * the client, or of {@code options}.
     *
     * <p>Errors: {@code flags/invalid-context}, {@code flags/not-found}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsEvaluateResult evaluate(FlagsEvaluateBody body, RequestOptions options) {
        return value(EVALUATE, Input.none().body(body), options, TypeDecoders.flagsEvaluateResult());
    }

    /**
     * Evaluate flags for one context.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsEvaluateResult evaluate(FlagsEvaluateBody body) {
        return evaluate(body, null);
    }

    /**
     * Get one flag.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code flags/unknown}.
     *
     * @param key Key of the Flag.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public dev.dream.sdk.types.Resource get(String key, RequestOptions options) {
        return value(GET, Input.none().path("key", key), options, TypeDecoders.resource());
    }

    /**
     * Get one flag.
     *
     * @param key Key of the Flag.
     * @return what the server answered; {@code null} where that is nothing
     */
    public dev.dream.sdk.types.Resource get(String key) {
        return get(key, null);
    }

    /**
     * List flags by key.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(FlagsListQuery query, RequestOptions options) {
        return pages(LIST, Input.none().query(query), options, TypeDecoders.resource(), TypeDecoders.resourcePage());
    }

    /**
     * List flags by key.
     *
     * @param options of this call, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(RequestOptions options) {
        return list(null, options);
    }

    /**
     * List flags by key.
     *
     * @param query what is asked for, or {@code null}
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list(FlagsListQuery query) {
        return list(query, null);
    }

    /**
     * List flags by key.
     *
     * @return all items, one page after the other; nothing is asked before it is read
     */
    public Paged<dev.dream.sdk.types.Resource, ResourcePage> list() {
        return list(null, null);
    }

    /**
     * Report what was evaluated.
     *
     * <p>Counts by variation, a sample of contexts, and exposures to experiments. Sent in batches by SDKs that evaluate
     * locally, every minute or so. What the server evaluates for others it counts itself. A signed-in user reports only
     * themselves.
     *
     * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of
     * the client, or of {@code options}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsReportResult report(FlagsReportBody body, RequestOptions options) {
        return value(REPORT, Input.none().body(body), options, TypeDecoders.flagsReportResult());
    }

    /**
     * Report what was evaluated.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsReportResult report(FlagsReportBody body) {
        return report(body, null);
    }

    /**
     * Get all rules, to evaluate flags in your own process.
     *
     * <p>Ask again with {@code If-None-Match} now and then, or follow {@code flags.stream}. It holds every rule and,
     * where flags ask for entitlements, the plan of every tenant: for servers only.
     *
     * <p>For a secret key.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public VersionedRuleset ruleset(RequestOptions options) {
        return value(RULESET, Input.none(), options, TypeDecoders.versionedRuleset());
    }

    /**
     * Get all rules, to evaluate flags in your own process.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public VersionedRuleset ruleset() {
        return ruleset(null);
    }

    /**
     * Follow the rules as they change.
     *
     * <p>Server-sent events. A secret key gets {@code put} with everything, then {@code patch} with what changes;
     * whoever comes back with {@code Last-Event-ID} gets what they missed. A publishable key, alone or with the token
     * of a user, is only told that there is something new ({@code changed}), and asks {@code flags.evaluate}. A comment
     * every 15 seconds shows that the connection is alive.
     *
     * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of
     * the client, or of {@code options}. The {@code data} of its events is JSON: {@code VersionedRuleset} or
     * {@code RulesetPatch} or {@code RulesetVersion}, which {@code fromJson} reads.
     *
     * @param options of this call, or {@code null}
     * @return opens when it is read
     */
    public EventStream stream(RequestOptions options) {
        return events(STREAM, Input.none(), options);
    }

    /**
     * Follow the rules as they change.
     *
     * @return opens when it is read
     */
    public EventStream stream() {
        return stream(null);
    }

    /**
     * Change a flag.
     *
     * <p>The body takes the place of the one there is. Of a flag that the files own, only what they list under
     * {@code unmanaged} can change.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
     * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
     * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
     * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
     *
     * @param key Key of the Flag.
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUpdateResult update(String key, FlagsUpdateBody body, RequestOptions options) {
        return value(UPDATE, Input.none().path("key", key).body(body), options, TypeDecoders.flagsUpdateResult());
    }

    /**
     * Change a flag.
     *
     * @param key Key of the Flag.
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUpdateResult update(String key, FlagsUpdateBody body) {
        return update(key, body, null);
    }

    /**
     * Say how much each flag is used.
     *
     * <p>How often each live flag was evaluated, with which variation, and when last.
     *
     * <p>For a secret key.
     *
     * @param query what is asked for, or {@code null}
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUsageResult usage(FlagsUsageQuery query, RequestOptions options) {
        return value(USAGE, Input.none().query(query), options, TypeDecoders.flagsUsageResult());
    }

    /**
     * Say how much each flag is used.
     *
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUsageResult usage(RequestOptions options) {
        return usage(null, options);
    }

    /**
     * Say how much each flag is used.
     *
     * @param query what is asked for, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUsageResult usage(FlagsUsageQuery query) {
        return usage(query, null);
    }

    /**
     * Say how much each flag is used.
     *
     * @return what the server answered; {@code null} where that is nothing
     */
    public FlagsUsageResult usage() {
        return usage(null, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.flags()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Archive a flag.
         *
         * <p>It answers as one that is off from then on, and is kept. Doing it twice is the same as once.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param key Key of the Flag.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsArchiveResult> archive(String key, FlagsArchiveBody body, RequestOptions options) {
            return rawValue(
                ARCHIVE,
                Input.none().path("key", key).body(body),
                options,
                TypeDecoders.flagsArchiveResult()
            );
        }

        /**
         * Archive a flag.
         *
         * @param key Key of the Flag.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsArchiveResult> archive(String key, FlagsArchiveBody body) {
            return archive(key, body, null);
        }

        /**
         * Create a flag.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/exists}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsCreateResult> create(FlagsCreateBody body, RequestOptions options) {
            return rawValue(CREATE, Input.none().body(body), options, TypeDecoders.flagsCreateResult());
        }

        /**
         * Create a flag.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsCreateResult> create(FlagsCreateBody body) {
            return create(body, null);
        }

        /**
         * Delete a flag that the API created.
         *
         * <p>Code that still asks for it gets its own default. To keep the answers of a flag, archive it.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param key Key of the Flag.
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsDeleteResult> delete(String key, FlagsDeleteQuery query, RequestOptions options) {
            return rawValue(
                DELETE,
                Input.none().path("key", key).query(query),
                options,
                TypeDecoders.flagsDeleteResult()
            );
        }

        /**
         * Delete a flag that the API created.
         *
         * @param key Key of the Flag.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsDeleteResult> delete(String key, RequestOptions options) {
            return delete(key, null, options);
        }

        /**
         * Delete a flag that the API created.
         *
         * @param key Key of the Flag.
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsDeleteResult> delete(String key, FlagsDeleteQuery query) {
            return delete(key, query, null);
        }

        /**
         * Delete a flag that the API created.
         *
         * @param key Key of the Flag.
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsDeleteResult> delete(String key) {
            return delete(key, null, null);
        }

        /**
         * Evaluate flags for one context.
         *
         * <p>All flags that browsers may know of, or those that are named. With a secret key the context is taken as it
         * comes, and any flag may be named. With the token of a user, {@code user.key}, {@code tenant.key} and
         * {@code tenant.plan} are what the token and the server say. A publishable key alone has no tenant. Neither is
         * told which rule decided. Send the entity tag back as {@code If-None-Match}: 304 says that every answer is as
         * it was.
         *
         * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant:
         * that of the client, or of {@code options}.
         *
         * <p>Errors: {@code flags/invalid-context}, {@code flags/not-found}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsEvaluateResult> evaluate(FlagsEvaluateBody body, RequestOptions options) {
            return rawValue(EVALUATE, Input.none().body(body), options, TypeDecoders.flagsEvaluateResult());
        }

        /**
         * Evaluate flags for one context.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsEvaluateResult> evaluate(FlagsEvaluateBody body) {
            return evaluate(body, null);
        }

        /**
         * Get one flag.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code flags/unknown}.
         *
         * @param key Key of the Flag.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<dev.dream.sdk.types.Resource> get(String key, RequestOptions options) {
            return rawValue(GET, Input.none().path("key", key), options, TypeDecoders.resource());
        }

        /**
         * Get one flag.
         *
         * @param key Key of the Flag.
         * @return the answer, with what came around it
         */
        public RawAnswer<dev.dream.sdk.types.Resource> get(String key) {
            return get(key, null);
        }

        /**
         * List flags by key.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(FlagsListQuery query, RequestOptions options) {
            return rawPages(LIST, Input.none().query(query), options, TypeDecoders.resourcePage());
        }

        /**
         * List flags by key.
         *
         * @param options of this call, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(RequestOptions options) {
            return list(null, options);
        }

        /**
         * List flags by key.
         *
         * @param query what is asked for, or {@code null}
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list(FlagsListQuery query) {
            return list(query, null);
        }

        /**
         * List flags by key.
         *
         * @return the first page, with what came around it
         */
        public RawAnswer<ResourcePage> list() {
            return list(null, null);
        }

        /**
         * Report what was evaluated.
         *
         * <p>Counts by variation, a sample of contexts, and exposures to experiments. Sent in batches by SDKs that
         * evaluate locally, every minute or so. What the server evaluates for others it counts itself. A signed-in user
         * reports only themselves.
         *
         * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant:
         * that of the client, or of {@code options}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsReportResult> report(FlagsReportBody body, RequestOptions options) {
            return rawValue(REPORT, Input.none().body(body), options, TypeDecoders.flagsReportResult());
        }

        /**
         * Report what was evaluated.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsReportResult> report(FlagsReportBody body) {
            return report(body, null);
        }

        /**
         * Get all rules, to evaluate flags in your own process.
         *
         * <p>Ask again with {@code If-None-Match} now and then, or follow {@code flags.stream}. It holds every rule
         * and, where flags ask for entitlements, the plan of every tenant: for servers only.
         *
         * <p>For a secret key.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<VersionedRuleset> ruleset(RequestOptions options) {
            return rawValue(RULESET, Input.none(), options, TypeDecoders.versionedRuleset());
        }

        /**
         * Get all rules, to evaluate flags in your own process.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<VersionedRuleset> ruleset() {
            return ruleset(null);
        }

        /**
         * Follow the rules as they change.
         *
         * <p>Server-sent events. A secret key gets {@code put} with everything, then {@code patch} with what changes;
         * whoever comes back with {@code Last-Event-ID} gets what they missed. A publishable key, alone or with the
         * token of a user, is only told that there is something new ({@code changed}), and asks {@code flags.evaluate}.
         * A comment every 15 seconds shows that the connection is alive.
         *
         * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant:
         * that of the client, or of {@code options}. The {@code data} of its events is JSON: {@code VersionedRuleset}
         * or {@code RulesetPatch} or {@code RulesetVersion}, which {@code fromJson} reads.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream(RequestOptions options) {
            return rawEvents(STREAM, Input.none(), options);
        }

        /**
         * Follow the rules as they change.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<EventStream> stream() {
            return stream(null);
        }

        /**
         * Change a flag.
         *
         * <p>The body takes the place of the one there is. Of a flag that the files own, only what they list under
         * {@code unmanaged} can change.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code changes/approval-required}, {@code changes/conflict}, {@code changes/desired-state-needed},
         * {@code changes/format-version}, {@code changes/guardrail-refused}, {@code changes/invalid},
         * {@code changes/stale}, {@code changes/wrong-environment}, {@code flags/unknown}, {@code resources/not-found},
         * {@code resources/owned-by-files}, {@code resources/unknown-kind}.
         *
         * @param key Key of the Flag.
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUpdateResult> update(String key, FlagsUpdateBody body, RequestOptions options) {
            return rawValue(
                UPDATE,
                Input.none().path("key", key).body(body),
                options,
                TypeDecoders.flagsUpdateResult()
            );
        }

        /**
         * Change a flag.
         *
         * @param key Key of the Flag.
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUpdateResult> update(String key, FlagsUpdateBody body) {
            return update(key, body, null);
        }

        /**
         * Say how much each flag is used.
         *
         * <p>How often each live flag was evaluated, with which variation, and when last.
         *
         * <p>For a secret key.
         *
         * @param query what is asked for, or {@code null}
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUsageResult> usage(FlagsUsageQuery query, RequestOptions options) {
            return rawValue(USAGE, Input.none().query(query), options, TypeDecoders.flagsUsageResult());
        }

        /**
         * Say how much each flag is used.
         *
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUsageResult> usage(RequestOptions options) {
            return usage(null, options);
        }

        /**
         * Say how much each flag is used.
         *
         * @param query what is asked for, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUsageResult> usage(FlagsUsageQuery query) {
            return usage(query, null);
        }

        /**
         * Say how much each flag is used.
         *
         * @return the answer, with what came around it
         */
        public RawAnswer<FlagsUsageResult> usage() {
            return usage(null, null);
        }
    }
}
