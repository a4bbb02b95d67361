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
import dev.dream.sdk.types.AuditPersonalEraseResult;
import java.util.Set;

/**
 * Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.
 */
public final class AuditPersonal extends Resource {

    private static final Operation ERASE = new Operation(
        "audit.personal.erase",
        "DELETE",
        "/v1/audit/personal/{subject}",
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
    public AuditPersonal(Connection connection) {
        super(connection);
    }

    /**
     * Erase what entries keep apart because it tells of a person.
     *
     * <p>Of one tenant with {@code X-Tenant-ID}; without, of all of the environment. The entries stay, as does every
     * proof: they only ever held a salted hash of it. Refused where a {@code legalHold} is about any of them.
     *
     * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
     *
     * <p>Errors: {@code audit/held}.
     *
     * @param subject Whom it is about, as entries name them.
     * @param options of this call, or {@code null}
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditPersonalEraseResult erase(String subject, RequestOptions options) {
        return value(ERASE, Input.none().path("subject", subject), options, TypeDecoders.auditPersonalEraseResult());
    }

    /**
     * Erase what entries keep apart because it tells of a person.
     *
     * @param subject Whom it is about, as entries name them.
     * @return what the server answered; {@code null} where that is nothing
     */
    public AuditPersonalEraseResult erase(String subject) {
        return erase(subject, null);
    }

    /**
     * The same operations, each of which gives its answer with its status and its headers.
     *
     * @return a new one
     */
    public Raw withRaw() {
        return new Raw(connection());
    }

    /** As {@code dream.audit().personal()}, with what comes around an answer. */
    public static final class Raw extends Resource {

        private Raw(Connection connection) {
            super(connection);
        }

        /**
         * Erase what entries keep apart because it tells of a person.
         *
         * <p>Of one tenant with {@code X-Tenant-ID}; without, of all of the environment. The entries stay, as does
         * every proof: they only ever held a salted hash of it. Refused where a {@code legalHold} is about any of them.
         *
         * <p>For a secret key. May be about one tenant: that of the client, or of {@code options}.
         *
         * <p>Errors: {@code audit/held}.
         *
         * @param subject Whom it is about, as entries name them.
         * @param options of this call, or {@code null}
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditPersonalEraseResult> erase(String subject, RequestOptions options) {
            return rawValue(
                ERASE,
                Input.none().path("subject", subject),
                options,
                TypeDecoders.auditPersonalEraseResult()
            );
        }

        /**
         * Erase what entries keep apart because it tells of a person.
         *
         * @param subject Whom it is about, as entries name them.
         * @return the answer, with what came around it
         */
        public RawAnswer<AuditPersonalEraseResult> erase(String subject) {
            return erase(subject, null);
        }
    }
}
