package dev.earshot.ui.parts;

import java.awt.Component;
import javax.swing.JOptionPane;

/** Tells or asks something in a dialog that shows its text as it is, never as HTML. Waits for the answer, on the EDT. */
public record Question(Component parent, String title, String text) {

    /** Tells it, with nothing to decide. */
    public void tell() {
        JOptionPane.showMessageDialog(parent, new PlainLabel(text), title, JOptionPane.PLAIN_MESSAGE);
    }

    /** Returns whether the person agrees. */
    public boolean agreed() {
        int answer = JOptionPane.showConfirmDialog(parent, new PlainLabel(text), title, JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }

    /** Warns, and returns whether the person wants it all the same. The safe answer is offered first. */
    public boolean insists(String yes, String no) {
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
