package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes every event on, and then lets those who wait for a reply of its peer hear it. */
final class Hearing implements EventSink {
    private final EventSink next;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    Hearing(EventSink next) {
        this.next = next;
    }

    /** Hears what this peer sends from now on, until it is closed. */
    Ear hear(Peer peer) {
        Ear[] made = new Ear[1];
        made[0] = new Ear(peer, () -> ears.remove(made[0]));
        ears.add(made[0]);
        return made[0];
    }

    @Override
    public void on(Event event) {
        next.on(event);
        if (ears.isEmpty()) {
            return;
        }
        if (event instanceof Event.Received received) {
            tell(received.peer(), ear -> ear.hear(received.buffer(), received.offset(), received.length()));
        } else if (event instanceof Event.FinishedSending finished) {
            tell(finished.peer(), Ear::ended);
        } else if (event instanceof Event.Left left) {
            tell(left.peer(), Ear::ended);
        }
    }

    private void tell(Peer peer, Consumer<Ear> what) {
        for (Ear ear : ears) {
            if (ear.belongsTo(peer)) {
                what.accept(ear);
            }
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        return next.silenceMillis(peer);
    }
}
