package dev.earshot.codec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reversible change of bytes that keeps the marks of a frame out of its contents. Any thread.
 *
 * <ul>
 *   <li>{@code jt808}: 7E as 7D 02, 7D as 7D 01 (JT/T 808, section 4.4.2).
 *   <li>{@code jt809}: 5B as 5A 01, 5A as 5A 02, 5D as 5E 01, 5E as 5E 02 (JT/T 809).
 *   <li>{@code hdlc}: 7E and 7D as 7D and the byte with its bit 20 changed (RFC 1662, section 4.2).
 *   <li>{@code ppp}: as hdlc, and the control characters 00 to 1F as well.
 *   <li>{@code slip}: C0 as DB DC, DB as DB DD (RFC 1055).
 *   <li>{@code dle}: 10 twice.
 *   <li>{@code cobs}: no 00 is left (Cheshire and Baker, "Consistent Overhead Byte Stuffing", 1997).
 *   <li>any others by pairs: {@code 7E=7D02,7D=7D01}.
 * </ul>
 */
public interface ByteStuffing {
    /** The names that {@link #parse} knows, in the order in which they are offered. */
    List<String> NAMES = List.of("jt808", "jt809", "hdlc", "ppp", "slip", "dle", "cobs");

    /** Returns the contents as they stand in a frame. */
    byte[] stuff(byte[] contents);

    /** Returns the contents of a frame; nothing if these bytes are none. */
    Optional<byte[]> unstuff(byte[] stuffed);

    /**
     * Reads a name in any case, or pairs of a byte and the two bytes that stand for it.
     *
     * @throws Problem if it is neither, or if the pairs cannot be told apart
     */
    static ByteStuffing parse(String typed) throws Problem {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "jt808" -> EscapeStuffing.of("7E=7D02,7D=7D01");
            case "jt809" -> EscapeStuffing.of("5B=5A01,5A=5A02,5D=5E01,5E=5E02");
            case "hdlc" -> new XorStuffing(false);
            case "ppp" -> new XorStuffing(true);
            case "slip" -> EscapeStuffing.of("C0=DBDC,DB=DBDD");
            case "dle" -> EscapeStuffing.of("10=1010");
            case "cobs" -> new CobsStuffing();
            default -> EscapeStuffing.of(name);
        };
    }
}
