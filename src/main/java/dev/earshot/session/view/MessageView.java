package dev.earshot.session.view;

import dev.earshot.net.Transport;
import dev.earshot.session.Words;
import java.util.List;

/** One way to show a message, such as text, hex digits or the words of a protocol. Has no state; any thread. */
public interface MessageView {

    /** How sure a view is that a message should be shown by it, from the weakest to the strongest. */
    enum Evidence {
        /** The view cannot show this message. */
        NONE,
        /** The view can show any message. */
        ANY,
        /** The message is not legible as text. */
        NO_TEXT,
        /** The bytes of the message look like what the view shows. */
        CONTENT,
        /** The peer is known to speak the protocol of the view. */
        PROTOCOL
    }

    /** The name of the view. */
    String name(Words words);

    /** Whether peers of this transport speak the protocol of the view; the transport may be null, for not known. */
    default boolean handles(Transport transport) {
        return false;
    }

    /** How sure the view is that this message should be shown by it. Cheap: asked of every row before it is painted. */
    default Evidence evidence(DecodedRow message) {
        return handles(message.transport()) ? Evidence.PROTOCOL : Evidence.NONE;
    }

    /** The message as one line without a line break, safe to show. */
    String line(DecodedRow message, Words words);

    /**
     * Where in the line the given bytes of the message are shown.
     *
     * @param line what {@link #line} has returned
     * @param hits pairs of a beginning and an end in the bytes, rising
     * @return pairs in the line, rising; none where the line shows no single bytes
     */
    default int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        return DecodedRow.NO_HITS;
    }

    /** A few letters about how the line was read, for a mark beside it; empty where there is nothing to say. */
    default String tag(DecodedRow message, Words words) {
        return "";
    }

    /**
     * The message in full; unless a view can say more, its line.
     *
     * @param hits pairs of a beginning and an end in the bytes, rising, to be found again in the text
     */
    default MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        String line = line(message, words);
        return new MessageDetail(List.of(name(words)), line, hitsInLine(message, line, hits));
    }
}
