package dev.dream.sdk.middleware;

import dev.dream.sdk.errors.DreamException;

/**
 * The request was not let through; {@link #getCause()} says why. What was thrown of the token that came with it is about
 * the user: 401 then is about that token, unless it is about the key of the application.
 */
public final class NotAdmittedException extends DreamException {

    private static final long serialVersionUID = 1L;

    NotAdmittedException(Throwable cause) {
        super("The request was not let through", cause);
    }
}
