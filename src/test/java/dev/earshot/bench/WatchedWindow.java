package dev.earshot.bench;

import dev.earshot.ui.Desktop;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/**
 * Earshot's own window as a receiver. Asks the EDT every 5 ms how many rows it could paint, and notes how long each
 * question had to wait: as long as a click would.
 */
final class WatchedWindow {
    private static final int TICK_MILLIS = 5;

    private WatchedWindow() {}

    /** @param args how many rows of messages there will be, and of how many clients; the same again for every line of input */
    public static void main(String[] args) throws Exception {
        long rows = Long.parseLong(args[0]);
        int clients = Integer.parseInt(args[1]);
        Desktop.open();
        await(() -> find("portField") != null);
        onEdt(() -> {
            ((JTextComponent) find("portField")).setText("0");
            ((JButton) find("listenButton")).doClick();
            ((JButton) find("anyPortButton")).doClick();
            return null;
        });
        await(() -> state().matches(".*:\\d+"));
        System.out.println("port " + state().replaceFirst(".*:", ""));
        long empty = heap();
        JTable log = (JTable) onEdt(() -> find("messageLog"));
        // "Listening", and each client's joining
        watch(log, rows + clients + 1);
        System.out.printf("heap %.1f%n", (heap() - empty) / 1e6);
        System.in.read();
        System.exit(0);
    }

    private static void watch(JTable log, long wanted) throws Exception {
        long[] waits = new long[1 << 20];
        int ticks = 0;
        long rows = 0;
        long end = 0;
        while (rows < wanted) {
            long asked = System.nanoTime();
            rows = onEdt(log::getRowCount);
            end = System.nanoTime();
            if (rows > 1 && rows < wanted) {
                waits[ticks++] = end - asked;
            }
            Thread.sleep(TICK_MILLIS);
        }
        System.out.println("end " + end);
        Arrays.sort(waits, 0, ticks);
        int last = Math.max(0, ticks - 1);
        System.out.printf(
                "edt %d %.1f %.1f %.1f%n",
                ticks, waits[last / 2] / 1e6, waits[(int) (last * 0.99)] / 1e6, waits[last] / 1e6);
    }

    private static String state() throws Exception {
        return onEdt(() -> ((JLabel) find("statusLabel")).getText());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(TICK_MILLIS);
        }
    }

    private static <T> T onEdt(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        return task.get();
    }

    private static Component find(String name) {
        for (Window window : Window.getWindows()) {
            Component found = find(window, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Component find(Container in, String name) {
        for (Component component : in.getComponents()) {
            if (name.equals(component.getName())) {
                return component;
            }
            Component found = component instanceof Container container ? find(container, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
