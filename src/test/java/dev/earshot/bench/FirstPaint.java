package dev.earshot.bench;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;

/**
 * Tells when the first window has been painted for the first time. Named as an assistive technology, it is loaded with
 * the toolkit when the program itself asks for that, and so changes nothing about a start.
 */
public final class FirstPaint {
    /** The option of {@code java} that names it. */
    static final String OPTION = "-Djavax.accessibility.assistive_technologies=" + FirstPaint.class.getName();

    private boolean told;

    public FirstPaint() {
        Toolkit.getDefaultToolkit().addAWTEventListener(this::painting, AWTEvent.PAINT_EVENT_MASK);
    }

    private void painting(AWTEvent event) {
        if (!told && event.getSource() instanceof Window) {
            told = true;
            EventQueue.invokeLater(() -> Painted.tell()); // a reference would load the class before the paint
        }
    }

    /** A class of its own, so that a log of loaded classes shows where the paint was. */
    static final class Painted {
        private Painted() {}

        static void tell() {
            Toolkit.getDefaultToolkit().sync();
            System.out.println("painted " + System.nanoTime());
        }
    }
}
