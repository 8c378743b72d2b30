package dev.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each window test in which a component is changed outside the EDT, be it through its model, or in which any
 * thread ends with an exception. A test that provokes either takes what was found with {@link #take}.
 */
public final class EdtWatch implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final List<Throwable> FOUND = new CopyOnWriteArrayList<>();

    private static boolean isWindowTest(ExtensionContext context) {
        return context.getTags().contains("gui");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isWindowTest(context)) {
            RepaintManager.setCurrentManager(new CheckingRepaintManager());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isWindowTest(context)) {
            FOUND.clear();
            Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> FOUND.add(uncaught));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (isWindowTest(context)) {
            assertThat(take()).as("changed outside the EDT, or uncaught").isEmpty();
        }
    }

    /** Returns what was found since the last call. */
    public static List<Throwable> take() {
        List<Throwable> found = List.copyOf(FOUND);
        FOUND.removeAll(found);
        return found;
    }

    /** Notices who makes a component invalid or dirty, which every change of what is seen does. */
    private static final class CheckingRepaintManager extends RepaintManager {
        @Override
        public synchronized void addInvalidComponent(JComponent component) {
            check(component);
            super.addInvalidComponent(component);
        }

        @Override
        public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
            check(component);
            super.addDirtyRegion(component, x, y, width, height);
        }

        private static void check(JComponent component) {
            if (!EventQueue.isDispatchThread()) {
                FOUND.add(new IllegalStateException(component.getClass() + " " + component.getName() + " changed by "
                        + Thread.currentThread().getName()));
            }
        }
    }
}
