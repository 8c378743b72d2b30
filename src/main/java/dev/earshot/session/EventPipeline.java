package dev.earshot.session;

import dev.earshot.journal.Journal;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.reply.Responder;
import java.util.List;

/**
 * Passes each event of one endpoint to several stages, one after the other in a fixed order.
 *
 * <p>These are the stages for an event, on the thread of the endpoint that reports it:
 *
 * <ol>
 *   <li>Only for {@link Event.Left}: {@link Responder#departureSink()} cancels the delayed answers of the peer and
 *       reports the remaining counts to the journal, so that they stand above it. {@link
 *       ProtocolWatcher#departureSink()} does so with its note.
 *   <li>{@link Journal}: writes the event to the capture, splits it into rows, and calls its listener, the session,
 *       with the time of the event. The session updates {@link Clients} and wakes the filter of {@link SessionLog}. The
 *       event is recorded before any later stage runs, so that no answer stands above its question.
 *   <li>{@link ReplyTaps}: copies received bytes for those who wait for a reply.
 *   <li>{@link Responder}: sends automatic answers. The endpoint reports each of them here as {@link Event.Sending};
 *       notes of the responder go only to the journal.
 *   <li>{@link ProtocolWatcher}: notes in the journal which well-known protocol a peer begins with.
 *   <li>{@link StatusUpdater}: updates the status of the session.
 * </ol>
 *
 * The packets of a TFTP download go only to the journal and the taps. An old capture has no endpoint: while it is
 * opened, the journal passes its events directly to the journal's listener.
 *
 * <p>Several threads call it at the same time, but only one at a time for each peer. A stage may block, which slows
 * down a fast sender. A stage never throws. The pipeline itself takes no lock and creates no object.
 */
final class EventPipeline implements EventSink {
    private final List<EventSink> departures;
    private final EventSink[] stages;

    /** @param departures receive each {@link Event.Left} before the stages do, and no other event */
    EventPipeline(List<EventSink> departures, EventSink... stages) {
        this.departures = departures;
        this.stages = stages;
    }

    /**
     * Creates the pipeline for the events of an endpoint.
     *
     * @param forwards whether the endpoint forwards what it receives
     */
    static EventPipeline ofEndpoint(
            Journal journal, ReplyTaps taps, Responder responder, StatusUpdater status, boolean forwards) {
        ProtocolWatcher protocols = new ProtocolWatcher(journal, forwards);
        return new EventPipeline(
                List.of(responder.departureSink(), protocols.departureSink()),
                journal,
                taps,
                responder,
                protocols,
                status);
    }

    /** Creates the pipeline for the packets of a download. */
    static EventPipeline ofDownload(Journal journal, ReplyTaps taps) {
        return new EventPipeline(List.of(), journal, taps);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Left) {
            departures.forEach(sink -> sink.on(event));
        }
        for (EventSink stage : stages) {
            stage.on(event);
        }
    }

    @Override
    public boolean hasPendingAnswer(Peer peer) {
        for (EventSink stage : stages) {
            if (stage.hasPendingAnswer(peer)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the shortest silence that any stage waits for, in milliseconds; 0 if none does. */
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
