package dev.earshot.ui.log;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.SearchHits;
import dev.earshot.journal.SearchTerm;
import dev.earshot.session.Lens;

/**
 * Where in a shown message the hits stand: pairs of a beginning and an end, rising. Found in the bytes, because a needle
 * may be bytes, and then carried over to what is shown of them.
 */
final class HitHighlights {
    static final int[] NONE = {};

    /** More than any screen is wide. */
    private static final int MOST_IN_LINE = 200;

    private HitHighlights() {}

    /** Places in bytes; none where nothing is looked for. */
    static int[] inBytes(Row row, SearchTerm needle, Lens lens, int most) {
        if (needle == null || row.kind() == Row.Kind.EVENT) {
            return NONE;
        }
        return SearchHits.in(row.bytes(), needle, lens.fixed(), lens.encoding(row), most);
    }

    /** Places in the one line in which the log shows the row. */
    static int[] inLine(Row row, MessageText message, SearchTerm needle, Lens lens) {
        int[] places = inBytes(row, needle, lens, MOST_IN_LINE);
        if (places.length == 0) {
            return NONE;
        }
        if (message.hex()) {
            for (int i = 0; i < places.length; i += 2) {
                places[i] *= 3;
                places[i + 1] = places[i + 1] * 3 - 1;
            }
            return places;
        } else if (lens.isTftp(row)) {
            return NONE; // the words about a packet are none of its bytes
        }
        return inVisible(row, places, lens.encoding(row));
    }

    private static int[] inVisible(Row row, int[] places, Encoding encoding) {
        int length = Lens.withoutEnding(row);
        int byteAt = 0;
        int shown = 0;
        for (int i = 0; i < places.length; i++) {
            int end = Math.min(places[i], length);
            shown += VisibleText.of(TextDecoder.decode(encoding, row.bytes(), byteAt, end - byteAt))
                    .length();
            byteAt = end;
            places[i] = shown;
        }
        return places;
    }

    /** The same places in the decoded text. */
    static int[] inDecoded(byte[] bytes, int[] places, Encoding encoding) {
        int[] decoded = new int[places.length];
        int at = 0;
        int chars = 0;
        for (int i = 0; i < places.length; i++) {
            chars += TextDecoder.decode(encoding, bytes, at, places[i] - at).length();
            at = places[i];
            decoded[i] = chars;
        }
        return decoded;
    }
}
