package dev.earshot.fields;

/** Writes IP addresses as people do. */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static String ip4(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) + "." + (bytes[at + 1] & 0xFF) + "." + (bytes[at + 2] & 0xFF) + "."
                + (bytes[at + 3] & 0xFF);
    }

    /** Returns groups of hex digits, the longest row of zeros left out (RFC 5952, section 4). */
    static String ip6(byte[] bytes, int at) {
        int gap = -1;
        int gapLength = 1; // a single group of zeros is not left out
        for (int i = 0; i < GROUPS; i++) {
            int length = zeros(bytes, at, i);
            if (length > gapLength) {
                gap = i;
                gapLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(bytes, at, i)));
            }
        }
        return text.toString();
    }

    private static int zeros(byte[] bytes, int at, int first) {
        int i = first;
        while (i < GROUPS && group(bytes, at, i) == 0) {
            i++;
        }
        return i - first;
    }

    private static int group(byte[] bytes, int at, int i) {
        return (bytes[at + 2 * i] & 0xFF) << 8 | bytes[at + 2 * i + 1] & 0xFF;
    }
}
