package dev.earshot.ui.log.detail;

import javax.swing.JComponent;

/** Carries out commands on parts of a message that a person has marked in its detail. Called on the EDT. */
public interface MarkActions {
    /**
     * Asks for the description of some bytes as a field.
     *
     * @param row the number of the message in the whole log
     * @param from index of the first byte in the message
     * @param to index behind the last one
     * @param anchor the component at which the question opens
     */
    void describeBytes(long row, int from, int to, JComponent anchor);

    /**
     * Asks for the description of texts by a regular expression.
     *
     * @param row the number of the message in the whole log
     * @param marked the part of its text that is marked; may be empty
     * @param anchor the component at which the question opens
     */
    void describeText(long row, String marked, JComponent anchor);

    /**
     * Asks how the numbers of a field are plotted.
     *
     * @param field its name, as conditions have it
     */
    void plotField(String field);
}
