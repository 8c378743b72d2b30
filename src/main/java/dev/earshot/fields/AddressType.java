package dev.earshot.fields;

import java.util.HexFormat;
import java.util.Locale;

/** The types of fields that are addresses: IPv4, IPv6, MAC, and IP addresses that are XORed with a cookie (STUN). */
enum AddressType implements FieldType {
    /** IP version 4: four numbers. */
    IP4(4) {
        @Override
        String text(byte[] bytes, int at, int length) {
            return AddressText.ip4(bytes, at);
        }
    },
    /** IP version 6, as RFC 5952 writes it. */
    IP6(16) {
        @Override
        String text(byte[] bytes, int at, int length) {
            return AddressText.ip6(bytes, at);
        }
    },
    /** Six bytes with colons between. */
    MAC(6) {
        @Override
        String text(byte[] bytes, int at, int length) {
            return HexFormat.ofDelimiter(":").formatHex(bytes, at, at + length);
        }
    },
    /**
     * IP version 4 or 6, combined by XOR with the bytes from a field {@code cookie} on (STUN, RFC 8489, section 14.2).
     */
    XORIP(ANY_LENGTH) {
        @Override
        public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
            FieldValue cookie = value.reading().find("cookie");
            int mask = cookie == null ? -1 : message.start() + cookie.from();
            if (mask < 0 || mask + to - from > message.end()) {
                return super.text(message, from, to, item, value);
            }
            byte[] plain = new byte[to - from];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = (byte) (message.bytes()[from + i] ^ message.bytes()[mask + i]);
            }
            return text(plain, 0, plain.length);
        }

        @Override
        String text(byte[] bytes, int at, int length) {
            return length == 4
                    ? AddressText.ip4(bytes, at)
                    : length == 16
                            ? AddressText.ip6(bytes, at)
                            : HexFormat.ofDelimiter(" ").formatHex(bytes, at, at + length);
        }
    };

    private final int size;

    AddressType(int size) {
        this.size = size;
    }

    abstract String text(byte[] bytes, int at, int length);

    @Override
    public int length(byte[] bytes, int at, int end) {
        return size;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {}

    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        return text(message.bytes(), from, to - from);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
