package dev.earshot.ui;

import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JMenuItem;

/** Finds and answers the modal dialogs that a test has opened. */
public final class Dialogs {
    private Dialogs() {}

    /** Clicks a component that may open a modal dialog, and returns at once. */
    public static void click(JMenuItem item) {
        EventQueue.invokeLater(item::doClick);
    }

    /** Waits for a dialog with this text and presses one of its buttons. */
    public static void answer(String question, String button) {
        await().until(() -> TestWindow.onEdt(() -> saying(question)) != null);
        JDialog dialog = TestWindow.onEdt(() -> saying(question));
        TestWindow.run(() -> press(dialog, button));
        await().until(() -> TestWindow.onEdt(() -> !dialog.isShowing())); // another may ask the same at once
    }

    /** Waits until a file chooser is shown. */
    public static JFileChooser chooser() {
        await().until(() -> TestWindow.onEdt(() -> find(JFileChooser.class)) != null);
        return TestWindow.onEdt(() -> find(JFileChooser.class));
    }

    /** Whether any dialog is shown. */
    public static boolean any() {
        return TestWindow.onEdt(() -> find(JDialog.class) != null);
    }

    private static JDialog saying(String text) {
        for (Window window : Window.getWindows()) {
            if (window instanceof JDialog dialog && dialog.isShowing() && says(dialog, text)) {
                return dialog;
            }
        }
        return null;
    }

    private static boolean says(Container in, String text) {
        for (Component child : in.getComponents()) {
            if (child instanceof JLabel label && String.valueOf(label.getText()).contains(text)
                    || child instanceof Container container && says(container, text)) {
                return true;
            }
        }
        return false;
    }

    private static <T> T find(Class<T> type) {
        for (Window window : Window.getWindows()) {
            T found = window instanceof JDialog dialog && dialog.isShowing() ? find(window, type) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static <T> T find(Component in, Class<T> type) {
        if (type.isInstance(in)) {
            return type.cast(in);
        }
        if (in instanceof Container container) {
            for (Component child : container.getComponents()) {
                T found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean press(Container in, String text) {
        for (Component child : in.getComponents()) {
            if (child instanceof JButton button && text.equals(button.getText())) {
                button.doClick();
                return true;
            } else if (child instanceof Container container && press(container, text)) {
                return true;
            }
        }
        return false;
    }
}
