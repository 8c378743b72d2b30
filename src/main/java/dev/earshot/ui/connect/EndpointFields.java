package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * The fields of one kind of endpoint in a {@link ConnectBar}, with the code that reads, saves and marks them. The
 * button and the state have their own words for each kind under the same keys ({@code ui.listen}, {@code ui.stop},
 * {@code ui.state.*}), see {@code Words.forKind}.
 */
interface EndpointFields {

    /** The commands of the bar that its fields use. */
    interface Bar {
        /** Opens the endpoint, for Enter was typed in a field. */
        void start();

        /** The text of a field has changed. */
        void edited();

        /**
         * Asks the person a question, and starts once more if the answer is yes.
         *
         * @param question the key of its words
         * @param yes the key of the words of the button that agrees
         * @param arguments what the question's words are filled with
         */
        void ask(String question, String yes, Object... arguments);

        /** Opens a tab with a TCP client that connects to this address. */
        void openClient(String host, String port);

        /** Shows a problem that was found after {@link EndpointFields#start} had returned. */
        void fail(Problem problem);
    }

    /**
     * The parts of a tab that its fields use.
     *
     * @param words the words of the endpoint's kind
     * @param addresses finds the addresses of this computer; runs on a thread of its own, for it may take a while
     */
    record Context(Session session, Settings settings, Words words, Supplier<List<String>> addresses, Bar bar) {}

    /**
     * A field of the bar.
     *
     * @param label the label before the field, where there is room; null for none
     * @param width the least, usual and greatest width for MigLayout: {@code 90:148:148}
     */
    record Field(PlainLabel label, JComponent component, String width) {}

    /** Returns the fields from left to right. */
    List<Field> fields();

    /** Returns the component that gets the focus first. */
    JComponent first();

    /** Whether one of the fields has the keyboard. */
    default boolean haveKeyboard() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner != null
                && fields().stream().anyMatch(field -> SwingUtilities.isDescendingFrom(owner, field.component()));
    }

    /** Enables or disables all fields. */
    void setEditable(boolean editable);

    /**
     * Saves the fields and opens the endpoint that they describe, or asks a question first. Returns at once.
     *
     * @param agreed whether the person has agreed to what was asked
     * @throws Problem what was typed wrong, for {@link #markWrong}
     */
    void start(boolean agreed) throws Problem;

    /** Marks the field that caused this problem and gives it the focus. */
    void markWrong(Problem problem);

    /** Returns the fields that say where to listen; null if the kind does not listen. */
    default ListenFields listen() {
        return null;
    }

    /** Removes all marks, for a field has been edited. */
    void clearErrors();

    /** Saves the text of the fields in the settings. */
    void save();

    /** Returns the maker of the options form; null if the kind has no options. */
    default Supplier<PopoverForm> options() {
        return null;
    }

    /** Whether this problem can be solved in the options form. */
    default boolean isAboutOptions(Problem problem) {
        return false;
    }

    /** Returns the maker of the form of TLS; null if the kind knows none. */
    default Supplier<TlsForm> tls() {
        return null;
    }

    /** Whether connections are to be encrypted. */
    default boolean isEncrypted() {
        return false;
    }

    /** Returns the options that differ from the defaults, in words. */
    default List<String> chosenOptions() {
        return List.of();
    }

    /** Returns a component behind the button of the bar; null for none. */
    default JComponent extraButton() {
        return null;
    }

    /** Adapts the fields to the present state of the session. */
    default void refresh() {}

    /** Returns a text that replaces the words of the state, for it says more; null for none. */
    default String stateText(Status status) {
        return null;
    }

    /** Returns what the log shows as long as it is empty. */
    EmptyState.Content emptyState(Status status);
}
