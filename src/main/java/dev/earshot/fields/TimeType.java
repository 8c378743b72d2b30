package dev.earshot.fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The types of fields that are points in time, whose number is in seconds since 1970. A time without a zone is in that
 * of the field.
 */
enum TimeType implements FieldType {
    /** Seconds since 1970, 32 bits. */
    UNIX32(4) {
        @Override
        Instant instant(byte[] bytes, int at, ByteOrder order) {
            return Instant.ofEpochSecond(order.bits(bytes, at, 4));
        }
    },
    /** Milliseconds since 1970, 64 bits. */
    UNIX64MS(8) {
        @Override
        Instant instant(byte[] bytes, int at, ByteOrder order) {
            return Instant.ofEpochMilli(order.bits(bytes, at, 8));
        }
    },
    /** Seconds since 1900 and their fraction, 32 bits each (NTP, RFC 5905, section 6). */
    NTP64(8) {
        private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

        @Override
        Instant instant(byte[] bytes, int at, ByteOrder order) {
            long fraction = order.bits(bytes, at + 4, 4);
            return Instant.ofEpochSecond(
                    order.bits(bytes, at, 4) - SECONDS_1900_TO_1970, fraction * 1_000_000_000L >>> 32);
        }
    },
    /** Year of this century, month, day, hour, minute, second: a byte each (GT06). */
    YMDHMS(6) {
        @Override
        Instant instant(byte[] b, int at, ByteOrder order) {
            return utc(year(b[at] & 0xFF), b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5], 0);
        }
    },
    /** Year of this century, month, day, hour, minute, second: two decimal digits in each byte (JT/T 808). */
    BCDTIME(6) {
        @Override
        Instant instant(byte[] bytes, int at, ByteOrder order) {
            return BcdDigits.read(bytes, at);
        }
    },
    /** Milliseconds, minute, hour, day, month, year: CP56Time2a (IEC 60870-5-4, section 6.8). */
    CP56(7) {
        @Override
        Instant instant(byte[] b, int at, ByteOrder order) {
            int millis = (int) ByteOrder.LITTLE.bits(b, at, 2);
            return utc(
                    year(b[at + 6] & 0x7F),
                    b[at + 5] & 0x0F,
                    b[at + 4] & 0x1F,
                    b[at + 3] & 0x1F,
                    b[at + 2] & 0x3F,
                    millis / 1000,
                    millis % 1000 * 1_000_000);
        }
    };

    private final int size;

    TimeType(int size) {
        this.size = size;
    }

    /** @throws DateTimeException if there is no such time */
    abstract Instant instant(byte[] bytes, int at, ByteOrder order);

    /** Returns a year of this century, of which a device sends the last two digits. */
    private static int year(int lastDigits) {
        if (lastDigits > 99) {
            throw new DateTimeException("no year of a century: " + lastDigits);
        }
        return 2000 + lastDigits;
    }

    static Instant utc(int year, int month, int day, int hour, int minute, int second, int nanos) {
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos).toInstant(ZoneOffset.UTC);
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        return size;
    }

    @Override
    public void read(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        try {
            Instant time = instant(message, from, item);
            value.setNumber(time.getEpochSecond() + time.getNano() / 1e9, time.getEpochSecond());
        } catch (DateTimeException e) {
            value.setWrong();
        }
    }

    /** Returns the time as ISO 8601 writes it, or the bytes if they are no time. */
    @Override
    public String text(FieldInput message, int from, int to, FieldItem item, FieldValue value) {
        if (!value.isNumeric()) {
            return TextType.HEX.text(message, from, to, item, value);
        }
        Instant time = instant(message, from, item);
        return item.zone() == ZoneOffset.UTC
                ? time.toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(item.zone()));
    }

    private Instant instant(FieldInput message, int from, FieldItem item) {
        return instant(message.bytes(), from, item.order())
                .minusSeconds(item.zone().getTotalSeconds());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
