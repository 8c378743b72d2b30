package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.ui.log.detail.MarkActions;

/** Carries out commands on rows of the log that other parts of the window serve. Called on the EDT. */
public interface RowActions extends MarkActions {
    /** Whether messages can be sent to the peer of this number now. */
    boolean canSend(int peerId);

    /** Makes the peer of this number the receiver of the next message. */
    void sendTo(int peerId);

    /** Whether there is a send box and answers by rules. */
    boolean isWritable();

    /** Sends the bytes of a message to its peer. */
    void sendAgain(Row message);

    /** Puts a message into the send box. */
    void edit(Row message);

    /** Opens the rules with a new one that matches a message. */
    void makeRule(Row message);

    /** Remembers a message that is to be compared with another one. */
    void markForComparison(Row message);

    /** Whether there is such a message, of this tab or another. */
    boolean hasMarked();

    /** Opens a window that compares the remembered message with this one. */
    void compareWithMarked(Row message);

    /** Opens a window that compares two messages. */
    void compare(Row left, Row right);

    /** Shows only messages that contain what a message is. */
    void filterBy(Row message);

    /** Shows only the rows of the peer of this number. */
    void showOnly(int peerId);

    /** Plots the first number of a message, and of all others like it. */
    void plotNumber(Row message);

    /** Marks a row in the plot, or removes its mark. */
    void markInPlot(Row row);
}
