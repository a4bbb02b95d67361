package dev.dream.sdk;

import java.io.InputStream;

/**
 * A document that is read as it comes. It is asked for when its reading begins; each reading asks anew.
 */
public interface ByteStream extends AutoCloseable {
    /**
     * Asks for the document.
     *
     * @return its bytes; reading throws a {@link dev.dream.sdk.errors.ConnectionException} where it breaks off. Closing
     *     it lets the connection go
     */
    InputStream inputStream();

    /**
     * Asks for the document and reads all of it.
     *
     * @return its bytes
     */
    byte[] readAllBytes();

    /**
     * Asks for the document and reads all of it.
     *
     * @return its text, read as UTF-8 without a byte order mark; what is no UTF-8 is replaced
     */
    String text();

    /** Ends all readings and lets their connections go. */
    @Override
    void close();
}
