package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Gives what a peer sends to those who wait for a reply of it. Any thread. */
final class ReplyTaps implements EventSink {
    private final List<ReplyTap> taps = new CopyOnWriteArrayList<>();

    /** Hears what this peer sends from now on, until the tap is closed. */
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
            tell(received.peer(), tap -> tap.receive(received.buffer(), received.offset(), received.length()));
        } else if (event instanceof Event.FinishedSending finished) {
            tell(finished.peer(), ReplyTap::end);
        } else if (event instanceof Event.Left left) {
            tell(left.peer(), ReplyTap::end);
        }
    }

    private void tell(Peer peer, Consumer<ReplyTap> what) {
        for (ReplyTap tap : taps) {
            if (tap.belongsTo(peer)) {
                what.accept(tap);
            }
        }
    }
}
