package dev.dream.sdk.flags.evaluation;

/** MurmurHash3, x86, 32 bits (public domain, Austin Appleby) over the UTF-8 bytes of a prefix with a text behind it. */
final class Murmur3 {

    private final byte[] prefix;
    private final int seed;

    Murmur3(String prefix, int seed) {
        this.prefix = Utf8.of(prefix);
        this.seed = seed;
    }

    /** From 0 to 2^32, exclusive. */
    long hash(String text) {
        byte[] bytes = Utf8.joined(prefix, Utf8.of(text));
        int whole = bytes.length & ~3;
        int hash = seed;
        for (int at = 0; at < whole; at += 4) {
            int block =
                (bytes[at] & 0xff) |
                ((bytes[at + 1] & 0xff) << 8) |
                ((bytes[at + 2] & 0xff) << 16) |
                ((bytes[at + 3] & 0xff) << 24);
            hash = Integer.rotateLeft(hash ^ scrambled(block), 13) * 5 + 0xe6546b64;
        }
        int rest = 0;
        for (int at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | (bytes[at] & 0xff);
        hash ^= scrambled(rest) ^ bytes.length;
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return (hash ^ (hash >>> 16)) & 0xffffffffL;
    }

    private static int scrambled(int block) {
        return Integer.rotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;
    }
}
