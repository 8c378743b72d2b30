package dev.earshot.session.view;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.SearchHits;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.Transport;
import dev.earshot.session.Lens;
import java.util.Optional;

/**
 * A message of the log with its text, which is decoded at most once for all views and searches. Confined to one thread.
 */
public final class DecodedRow {
    /** The hits of a search without hits. */
    static final int[] NO_HITS = {};

    private final Row row;
    private final Lens lens;
    private final Encoding encoding;
    private final int length; // without the line ending
    private boolean scanned;
    private boolean controls;
    private boolean beyondAscii;
    private String text;
    private int[] byteOffsets; // of the characters of the text; null before it is asked for
    private Optional<DecodedRow> unescaped; // null before it is asked for
    private Optional<FieldReading> fields; // null before it is asked for

    /** @param row a message, or the beginning of one */
    public DecodedRow(Row row, Lens lens) {
        this.row = row;
        this.lens = lens;
        encoding = lens.encoding(row);
        byte[] bytes = row.bytes();
        length = bytes.length < row.length() ? bytes.length : LineEnding.lengthBefore(encoding, bytes, 0, bytes.length);
    }

    /** Looks for bytes of special kinds, once and only on demand: the terminal needs no such look. */
    private void scan() {
        if (!scanned) {
            scanned = true;
            beyondAscii = !encoding.isAsciiCompatible();
            for (byte b : row.bytes()) {
                beyondAscii |= b < 0;
                controls |= b >= 0 && b < 0x20 && b != '\r' && b != '\n' && b != '\t';
            }
        }
    }

    /** The row of the message. */
    public Row row() {
        return row;
    }

    /** The bytes of the message with its line ending; they must not be changed. */
    byte[] bytes() {
        return row.bytes();
    }

    /** The message with nothing escaped between its marks, if anything was. */
    Optional<DecodedRow> unescaped() {
        if (unescaped == null) {
            unescaped = lens.unescaped(row).map(this::decoded);
        }
        return unescaped;
    }

    private DecodedRow decoded(byte... bytes) {
        Row inner = new Row(
                row.number(),
                row.kind(),
                row.epochNanos(),
                row.peer(),
                null,
                0,
                bytes.length,
                bytes,
                row.origin(),
                row.completeness());
        return new DecodedRow(inner, lens.of(null));
    }

    /** The fields of the message by its layout; nothing if it has none, or another form. */
    Optional<FieldReading> fields() {
        if (fields == null) {
            fields = isReadWhole() ? Optional.ofNullable(readFields()) : Optional.empty();
        }
        return fields;
    }

    private FieldReading readFields() {
        FieldSource source = row.peer() == null ? null : lens.layout(row.peer());
        if (source == null) {
            return null;
        }
        FieldReading reading = new FieldReading();
        boolean fits = source.read(fieldInput(), reading);
        return fits || reading.size() > 0 ? reading : null;
    }

    /** Returns the message as it came, for what reads its fields. */
    FieldInput fieldInput() {
        boolean received = row.kind() == Row.Kind.RECEIVED;
        Transport known = row.peer() == null ? null : row.peer().transport();
        boolean fromClient = known == null ? received : known.isFromClient(received);
        return FieldInput.of(bytes(), encoding, fromClient);
    }

    /** Returns where the bytes stand that the fields were read from, and the end, in the message as it came. */
    int[] placesOfFields() {
        return unescaped().isPresent() ? lens.places(row) : null;
    }

    /** Whether all bytes of the message were read, and not only its beginning. */
    boolean isReadWhole() {
        return row.bytes().length == row.length();
    }

    /** The id of the view that was chosen for the message's client, else for the log. */
    String chosenView() {
        return lens.view(row.peerId());
    }

    /** The id of the view of which messages in this direction certainly were; null if none was. */
    String knownView() {
        return lens.knownViews().get(lens.direction(row));
    }

    /** Remembers a view for the next messages in the direction of this one, or in both. */
    void rememberView(String id, boolean both) {
        int direction = lens.direction(row);
        lens.knownViews().put(direction, id);
        if (both) {
            lens.knownViews().put(-direction, id);
        }
    }

    /** The encoding in which the message is read. */
    public Encoding encoding() {
        return encoding;
    }

    /** The transport of the peer, or null where it is not known any more. */
    Transport transport() {
        return lens.transport(row.peerId());
    }

    /**
     * The message's line ending as text, such as LF or CR LF. It is empty where the end of the message was not read.
     */
    String ending() {
        int size = row.bytes().length - length;
        return size == 0 ? "" : TextDecoder.decode(encoding, row.bytes(), length, size);
    }

    /** The decoded text without its line ending. */
    public String text() {
        if (text == null) {
            text = TextDecoder.decode(encoding, row.bytes(), 0, length);
        }
        return text;
    }

    /** Whether the message has bytes beyond ASCII, so that its text depends on the encoding. */
    boolean isBeyondAscii() {
        scan();
        return beyondAscii;
    }

    /**
     * Whether at most half of the characters are control characters or undecodable: a few do not make a text binary.
     */
    boolean isLegible() {
        scan();
        if (!beyondAscii && !controls) {
            return true;
        }
        int odd = 0;
        String decoded = text();
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            boolean usual = c == '\r' || c == '\n' || c == '\t';
            if (c == '\uFFFD' || Character.isISOControl(c) && !usual) {
                odd++;
            }
        }
        return odd * 2 <= decoded.length() + row.bytes().length - length;
    }

    /**
     * Finds a search term in the message.
     *
     * @param most the greatest number of hits
     * @return the hits: pairs of a beginning and an end in the bytes, rising
     */
    public int[] find(SearchTerm term, int most) {
        if (term instanceof SearchTerm.Expression expression) {
            int mark = encoding.byteOrderMarkLength(row.bytes(), 0, length);
            String behindMark = mark > 0 ? text().substring(1) : text();
            return SearchHits.findMatches(row.bytes(), expression, behindMark, mark, encoding, most);
        }
        return SearchHits.find(row.bytes(), term.patterns(lens.searched()), most);
    }

    /** Whether the message has what a person looks for: a text, bytes, a match or fields. */
    public boolean passes(SearchTerm term) {
        if (term instanceof SearchTerm.Condition wanted) {
            return row.peer() != null && wanted.condition().isTrue(readAllFields());
        }
        return find(term, 1).length > 0;
    }

    /** Whether the message has the fields that a condition asks for. */
    public boolean hasFieldsOf(SearchTerm.Condition wanted) {
        return row.peer() != null && wanted.condition().isKnown(readAllFields());
    }

    private FieldReading readAllFields() {
        FieldReading reading = new FieldReading();
        lens.fields(row.peer()).read(fieldInput(), reading);
        return reading;
    }

    /** Returns the index of the byte with which a character of the text begins; at the text's length, where it ends. */
    int byteAt(int place) {
        if (!isBeyondAscii()) {
            return place;
        }
        if (byteOffsets == null) {
            byteOffsets = TextDecoder.byteOffsets(text(), encoding, row.bytes());
        }
        return byteOffsets[place];
    }

    /** Turns pairs of a beginning and an end in the bytes into pairs in the text. */
    int[] toTextPositions(int[] hits) {
        if (!isBeyondAscii()) {
            int[] places = hits.clone();
            for (int i = 0; i < places.length; i++) {
                places[i] = Math.min(places[i], length); // the line ending does not belong to the text
            }
            return places;
        }
        return TextDecoder.placesInText(text(), encoding, row.bytes(), hits);
    }
}
