package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PopoverForm;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * The fields of one kind of endpoint in a {@link ConnectBar}, and what is done with what was typed into them. Words that
 * differ between kinds are looked up by the same key, see {@code Words.in}: {@code ui.listen}, {@code ui.stop} and {@code
 * ui.state.*} are the button's and the state's.
 */
interface EndpointFields {

    /** What the bar does for its fields. */
    interface Bar {
        /** Enter was typed in a field. */
        void start();

        /** The text of a field has changed. */
        void edited();

        /**
         * Asks the person, and if the answer is yes starts once more, with their consent.
         *
         * @param question the key of its words
         * @param yes the key of the words of the button that agrees
         * @param arguments what the question's words are filled with
         */
        void ask(String question, String yes, Object... arguments);

        /** Says that a tab of a TCP client is wanted, that connects there. */
        void openClient(String host, String port);

        /** Says what was found to be wrong after {@link EndpointFields#start} had returned. */
        void fail(Problem problem);
    }

    /**
     * The tab for which fields are made.
     *
     * @param words those of the kind
     * @param addresses the addresses of this computer; may take a while and is asked on a thread of its own
     */
    record Context(Session session, Settings settings, Words words, Supplier<List<String>> addresses, Bar bar) {}

    /**
     * A field of the bar.
     *
     * @param label stands before it, where there is room; null for none
     * @param width least, usual and greatest, as MigLayout reads it: {@code 90:148:148}
     */
    record Field(PlainLabel label, JComponent component, String width) {}

    /** From left to right. */
    List<Field> fields();

    /** The one that gets the keyboard first. */
    JComponent first();

    /** Whether something can be typed or chosen now. */
    void setEditable(boolean editable);

    /**
     * Has the session do what the fields say, and remembers it; or asks first. Returns at once.
     *
     * @param agreed whether the person has agreed to what was asked
     * @throws Problem what was typed wrong, for {@link #point}
     */
    void start(boolean agreed) throws Problem;

    /** Marks the field that this is about, and goes there. */
    void point(Problem problem);

    /** What was wrong may be right now. */
    void clearErrors();

    /** Has the settings remember what stands in the fields. */
    void save();

    /** Makes the form of what else can be chosen; null if there is nothing. */
    default Supplier<PopoverForm> options() {
        return null;
    }

    /** Whether the form of the options is where this can be put right. */
    default boolean isOfOptions(Problem problem) {
        return false;
    }

    /** In words, what is chosen there that is not usual. */
    default List<String> chosenOptions() {
        return List.of();
    }

    /** What stands behind the button; null for nothing. */
    default JComponent beside() {
        return null;
    }

    /** Takes over what the session's state is now. */
    default void refresh() {}

    /** More than the state says, in words that take the place of its own; null where there is no more. */
    default String said(Status status) {
        return null;
    }

    /** What stands in the log's place as long as nothing has happened. */
    EmptyState.Content empty(Status status);
}
