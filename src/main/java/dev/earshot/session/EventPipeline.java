package dev.earshot.session;

import dev.earshot.journal.Journal;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.reply.Responder;

/**
 * Passes each event of one endpoint to several stages, one after the other in a fixed order.
 *
 * <p>The way of an event, on the endpoint's thread that found it:
 *
 * <ol>
 *   <li>{@link Responder#departureSink()}: where a peer is about to leave, ends its delayed answers and tells the journal the
 *       counts that are still open, so that they stand above {@link Event.Left}.
 *   <li>{@link Journal}: writes the event to the capture, cuts it into rows, and tells its listener, the session, when it
 *       was: that counts it in {@link Clients} and wakes the filter of {@link SessionLog}. Nothing below is done before
 *       the event is recorded, so that no answer stands above its question.
 *   <li>{@link ReplyTaps}: gives received bytes to those who wait for a reply.
 *   <li>{@link Responder}: answers by itself. What it sends, the endpoint tells here again as {@link Event.Sending}; what it
 *       notes goes to the journal alone.
 *   <li>{@link StatusUpdater}: shows where the endpoint is open and how its connection stands.
 * </ol>
 *
 * Packets of a TFTP download go to the journal and to the taps only. An old capture has no endpoint: while it is opened,
 * its events go from the journal's reader straight to the journal's listener.
 *
 * <p>Called by several threads at once, by one at a time for one peer. A stage may block, which slows a too fast sender
 * down, and never throws. Takes no lock and makes no object.
 */
final class EventPipeline implements EventSink {
    private final EventSink[] stages;

    EventPipeline(EventSink... stages) {
        this.stages = stages;
    }

    /** The way of the events of an endpoint. */
    static EventPipeline ofEndpoint(Journal journal, ReplyTaps taps, Responder responder, StatusUpdater status) {
        return new EventPipeline(responder.departureSink(), journal, taps, responder, status);
    }

    /** The way of the packets of a download. */
    static EventPipeline ofDownload(Journal journal, ReplyTaps taps) {
        return new EventPipeline(journal, taps);
    }

    @Override
    public void on(Event event) {
        for (EventSink stage : stages) {
            stage.on(event);
        }
    }

    /** The shortest silence that a stage waits for, in milliseconds; 0 if none does. */
    @Override
    public int silenceMillis(Peer peer) {
        int shortest = 0;
        for (EventSink stage : stages) {
            int wanted = stage.silenceMillis(peer);
            if (wanted > 0 && (shortest == 0 || wanted < shortest)) {
                shortest = wanted;
            }
        }
        return shortest;
    }
}
