package dev.earshot.ui.clients;

import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings.Order;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

/**
 * Decides when the client list is sorted again, and sorts it. An order that changes by itself is renewed at most once a
 * second, and never while the person is about to click: then nothing may move. Confined to the EDT.
 */
final class ClientSorter extends MouseAdapter {
    private static final long SECOND = 1_000_000_000L;

    private final Session session;
    private Order order = Order.JOINED;
    private List<Client> given = List.of();
    private List<Client> sorted = List.of();
    private boolean stale;
    private long sortedAt;
    private long mouseUsedAt = System.nanoTime() - SECOND;

    ClientSorter(Session session) {
        this.session = session;
    }

    /** Sorts by another order from now on, with the next refresh. */
    void order(Order wanted) {
        order = wanted;
        sortedAt = System.nanoTime() - SECOND;
        mouseUsedAt = sortedAt;
        stale = true;
    }

    /** Marks the order as stale, for a client was renamed. */
    void renamed() {
        stale = true;
    }

    /** Whether clients keep their places while none connects or leaves. */
    boolean isStable() {
        return ClientOrder.isStable(order);
    }

    /** Whether no client was there when the list was last sorted. */
    boolean isEmpty() {
        return given.isEmpty();
    }

    /**
     * Whether the list should be sorted now.
     *
     * @param busy whether the person uses the list now, so that its rows must not move
     */
    boolean isDue(List<Client> clients, boolean busy) {
        boolean changed = stale || clients != given;
        if (order == Order.JOINED) {
            return changed;
        }
        long now = System.nanoTime();
        return now - sortedAt >= SECOND && now - mouseUsedAt >= SECOND && !busy && (changed || order != Order.NAME);
    }

    /** Returns the clients in the present order. The last result is sorted again where it can be: that is fast. */
    List<Client> sort(List<Client> clients) {
        sorted = ClientOrder.sorted(order, clients == given && !stale ? sorted : clients, session);
        sortedAt = System.nanoTime();
        given = clients;
        stale = false;
        return sorted;
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        mouseUsedAt = System.nanoTime();
    }

    @Override
    public void mousePressed(MouseEvent e) {
        mouseUsedAt = System.nanoTime();
    }
}
