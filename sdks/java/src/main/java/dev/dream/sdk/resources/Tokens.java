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
import dev.dream.sdk.params.TokensClaimsBody;
import dev.dream.sdk.types.TokensClaimsResult;
import java.util.Set;

/** What the token of a user is to hold, who it belongs to, and what the roles in it grant. */
public final class Tokens extends Resource {

    private static final Operation CLAIMS = new Operation(
        "tokens.claims",
        "POST",
        "/v1/tokens/claims",
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
    public Tokens(Connection connection) {
        super(connection);
    }

    /**
     * Say what a token of a user is to hold.
     *
     * <p>For the server that signs the tokens: it puts the answer into the token as it is. Roles, permissions and plan
     * are then taken from the token without asking a database, for as long as the policy version stays; what changes
     * later is felt within a second, however long the token lives.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code tokens/not-admitted}, {@code tokens/too-large}, {@code tokens/unknown-publishable-key}.
     *
     * @param body what is sent
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public TokensClaimsResult claims(TokensClaimsBody body, RequestOptions options) {
        return value(CLAIMS, Input.none().body(body), options, TypeDecoders.tokensClaimsResult());
    }

    /**
     * Say what a token of a user is to hold.
     *
     * @param body what is sent
     * @return what the server answered; {@code null} where that is nothing
     */
    public TokensClaimsResult claims(TokensClaimsBody body) {
        return claims(body, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.tokens()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Say what a token of a user is to hold.
         *
         * <p>For the server that signs the tokens: it puts the answer into the token as it is. Roles, permissions and
         * plan are then taken from the token without asking a database, for as long as the policy version stays; what
         * changes later is felt within a second, however long the token lives.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code tokens/not-admitted}, {@code tokens/too-large}, {@code tokens/unknown-publishable-key}.
         *
         * @param body what is sent
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<TokensClaimsResult> claims(TokensClaimsBody body, RequestOptions options) {
            return rawValue(CLAIMS, Input.none().body(body), options, TypeDecoders.tokensClaimsResult());
        }

        /**
         * Say what a token of a user is to hold.
         *
         * @param body what is sent
         * @return the answer, with what came around it
         */
        public RawAnswer<TokensClaimsResult> claims(TokensClaimsBody body) {
            return claims(body, null);
        }
    }
}
