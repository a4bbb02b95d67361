package dev.dream.sdk.internal;

import java.util.List;

/** Keeps the keys of a request out of what is said of its answer: a proxy's page may repeat them. */
final class Redaction {

    private final HeaderFields sent;

    Redaction(HeaderFields sent) {
        this.sent = sent;
    }

    String clean(String text) {
        String rest = text;
        for (String name : List.of("authorization", "x-publishable-key")) {
            String credential = sent.get(name);
            if (credential == null) continue;
            String bare = credential.startsWith("Bearer ") ? credential.substring(7) : credential;
            if (!bare.isEmpty()) rest = rest.replace(bare, "…");
        }
        return rest;
    }
}
