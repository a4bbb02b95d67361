// Written by dream generate sdk; do not edit.
package dev.dream.sdk.resources;

import dev.dream.sdk.RawAnswer;
import dev.dream.sdk.RequestOptions;
import dev.dream.sdk.core.Auth;
import dev.dream.sdk.core.Connection;
import dev.dream.sdk.core.Input;
import dev.dream.sdk.core.Operation;
import dev.dream.sdk.core.Resource;
import dev.dream.sdk.internal.TypeDecoders;
import dev.dream.sdk.params.ExperimentsObserveBody;
import dev.dream.sdk.types.ExperimentResults;
import dev.dream.sdk.types.ExperimentsObserveResult;
import java.util.Set;

/** Which variation of a flag does better, by what the product reports. */
public final class Experiments extends Resource {

    private static final Operation OBSERVE = new Operation(
        "experiments.observe",
        "POST",
        "/v1/experiments/observations",
        Set.of(Auth.SECRET, Auth.PUBLISHABLE, Auth.USER),
        true,
        true,
        "cursor"
    );
    private static final Operation RESULTS = new Operation(
        "experiments.results",
        "GET",
        "/v1/experiments/{flag}/results",
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
    public Experiments(Connection connection) {
        super(connection);
    }

    /**
     * Report what units did.
     *
     * <p>The events that metrics of experiments are made of. A signed-in user reports only what they themselves and
     * their tenant did.
     *
     * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant: that of
     * the client, or of {@code options}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ExperimentsObserveResult observe(ExperimentsObserveBody body, RequestOptions options) {
        return value(OBSERVE, Input.none().body(body), options, TypeDecoders.experimentsObserveResult());
    }

    /**
     * Report what units did.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public ExperimentsObserveResult observe(ExperimentsObserveBody body) {
        return observe(body, null);
    }

    /**
     * Say what an experiment has shown so far.
     *
     * <p>Of the experiment that a live flag declares. May be looked at whenever you like.
     *
     * <p>For a secret key.
     *
     * <p>Errors: {@code experiments/unknown}.
     *
     * @param flag Key of the flag.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public ExperimentResults results(String flag, RequestOptions options) {
        return value(RESULTS, Input.none().path("flag", flag), options, TypeDecoders.experimentResults());
    }

    /**
     * Say what an experiment has shown so far.
     *
     * @param flag Key of the flag.
     * @return what the server answered; {@code null} where that is nothing
     */
    public ExperimentResults results(String flag) {
        return results(flag, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.experiments()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Report what units did.
         *
         * <p>The events that metrics of experiments are made of. A signed-in user reports only what they themselves and
         * their tenant did.
         *
         * <p>For a secret key, a publishable key or a publishable key with a user's token. May be about one tenant:
         * that of the client, or of {@code options}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ExperimentsObserveResult> observe(ExperimentsObserveBody body, RequestOptions options) {
            return rawValue(OBSERVE, Input.none().body(body), options, TypeDecoders.experimentsObserveResult());
        }

        /**
         * Report what units did.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<ExperimentsObserveResult> observe(ExperimentsObserveBody body) {
            return observe(body, null);
        }

        /**
         * Say what an experiment has shown so far.
         *
         * <p>Of the experiment that a live flag declares. May be looked at whenever you like.
         *
         * <p>For a secret key.
         *
         * <p>Errors: {@code experiments/unknown}.
         *
         * @param flag Key of the flag.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<ExperimentResults> results(String flag, RequestOptions options) {
            return rawValue(RESULTS, Input.none().path("flag", flag), options, TypeDecoders.experimentResults());
        }

        /**
         * Say what an experiment has shown so far.
         *
         * @param flag Key of the flag.
         * @return the answer, with what came around it
         */
        public RawAnswer<ExperimentResults> results(String flag) {
            return results(flag, null);
        }
    }
}
