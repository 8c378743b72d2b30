package dev.earshot.ui.plain;

import java.awt.Component;
import javax.swing.JOptionPane;

/**
 * A dialog that shows a message or asks a question; its text is never read as HTML. Called on the EDT; waits for the
 * answer.
 */
public record Question(Component parent, String title, String text) {

    /** Shows the text with one button. */
    public void show() {
        JOptionPane.showMessageDialog(parent, new PlainLabel(text), title, JOptionPane.PLAIN_MESSAGE);
    }

    /** Asks the person, and returns whether the answer is yes. */
    public boolean confirm() {
        int answer = JOptionPane.showConfirmDialog(parent, new PlainLabel(text), title, JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }

    /** Warns the person, and returns whether the answer is yes. The safe answer is the default. */
    public boolean confirmRisk(String yes, String no) {
        Object[] answers = {yes, no};
        int answer = JOptionPane.showOptionDialog(
                parent,
                new PlainLabel(text),
                title,
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                answers,
                no);
        return answer == 0;
    }
}
