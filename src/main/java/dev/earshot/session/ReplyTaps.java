package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes the bytes that peers send to the taps of callers that wait for a reply. Any thread. */
final class ReplyTaps implements EventSink {
    private final List<ReplyTap> taps = new CopyOnWriteArrayList<>();

    /** Opens a tap that collects what this peer sends until the tap is closed. */
    ReplyTap tap(Peer peer) {
        ReplyTap[] made = new ReplyTap[1];
        made[0] = new ReplyTap(peer, () -> taps.remove(made[0]));
        taps.add(made[0]);
        return made[0];
    }

    @Override
    public void on(Event event) {
        if (taps.isEmpty()) {
            return;
        }
        if (event instanceof Event.Received received) {
            forEach(received.peer(), tap -> tap.receive(received.buffer(), received.offset(), received.length()));
        } else if (event instanceof Event.FinishedSending finished) {
            forEach(finished.peer(), ReplyTap::end);
        } else if (event instanceof Event.Left left) {
            forEach(left.peer(), ReplyTap::end);
        }
    }

    private void forEach(Peer peer, Consumer<ReplyTap> action) {
        for (ReplyTap tap : taps) {
            if (tap.belongsTo(peer)) {
                action.accept(tap);
            }
        }
    }
}
