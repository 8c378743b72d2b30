package dev.earshot.session.view;

import dev.earshot.net.Transport;
import dev.earshot.session.words.Words;
import java.util.List;

/** A way to show messages: as text, as hex digits, or in the words of a protocol. Stateless; any thread. */
public interface MessageView {

    /** The evidence that a message should be shown by a view, from the weakest to the strongest. */
    enum Evidence {
        /** The view cannot show this message. */
        NONE,
        /** The view can show any message. */
        ANY,
        /** The message is not legible as text. */
        NO_TEXT,
        /** The bytes of the message look like the view's format. */
        CONTENT,
        /** The peer is known to speak the protocol of the view. */
        PROTOCOL
    }

    /** The name of the view in settings and profiles: lower case letters, with hyphens between words. */
    String id();

    /** The name of the view for people. */
    String name(Words words);

    /** Whether the view shows the protocol of this transport; the transport may be null where it is not known. */
    default boolean handles(Transport transport) {
        return false;
    }

    /** Returns the evidence for showing this message. Must be fast: it is called for every painted row. */
    default Evidence evidence(DecodedRow message) {
        return handles(message.transport()) ? Evidence.PROTOCOL : Evidence.NONE;
    }

    /**
     * Whether the view can show this message where a person has chosen it, or its client has sent messages of the
     * view's format before. That needs less than to be certain of the format.
     */
    default boolean canShow(DecodedRow message) {
        return evidence(message) != Evidence.NONE;
    }

    /**
     * Returns the id of the view that is tried first for the client's next messages, after this message was certainly
     * one of this view.
     */
    default String nextId(DecodedRow message) {
        return id();
    }

    /** Returns the message as one line without a line break, safe to show. */
    String line(DecodedRow message, Words words);

    /**
     * Turns places in the bytes of the message into places in its line.
     *
     * @param line the result of {@link #line} for this message
     * @param hits pairs of a beginning and an end in the bytes, rising
     * @return pairs in the line, rising; none where the line does not show single bytes
     */
    default int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        return DecodedRow.NO_HITS;
    }

    /** Returns a few letters about the way in which the message was read, such as its encoding; often empty. */
    default String tag(DecodedRow message, Words words) {
        return "";
    }

    /**
     * Returns the whole message; by default its line.
     *
     * @param hits pairs of a beginning and an end in the bytes, rising, which are marked in the text
     */
    default MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        String line = line(message, words);
        return new MessageDetail(List.of(name(words)), line, hitsInLine(message, line, hits));
    }
}
