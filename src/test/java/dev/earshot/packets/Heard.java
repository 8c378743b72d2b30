package dev.earshot.packets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.earshot.journal.EventSource;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads captures and writes their events down in short words, {@code 1 < text} for data of the client. */
final class Heard implements EventSource.Recorder {
    final List<String> words = new ArrayList<>();
    final List<Long> times = new ArrayList<>();
    final List<Long> frames = new ArrayList<>();
    final List<Peer> peers = new ArrayList<>();
    long bytes;

    static Heard in(Path... files) throws IOException {
        Heard heard = new Heard();
        new PacketSource(List.of(files)).read(heard, new TaskProgress());
        return heard;
    }

    private void add(String word, long time) {
        words.add(word);
        times.add(time);
    }

    @Override
    public void on(Event event, long epochNanos) {
        if (event instanceof Event.Joined e) {
            peers.add(e.peer());
            add(e.peer().id() + " joined", epochNanos);
        } else if (event instanceof Event.FinishedSending e) {
            add(e.peer().id() + " finished", epochNanos);
        } else if (event instanceof Event.Left e) {
            add(e.peer().id() + " left " + e.why(), epochNanos);
        } else if (event instanceof Event.Note e) {
            String peer = e.peer() == null ? "" : e.peer().id() + " ";
            String arguments = e.arguments().isEmpty() ? "" : " " + String.join(" ", e.arguments());
            add(peer + e.kind().id() + arguments, epochNanos);
        } else {
            throw new AssertionError(event);
        }
    }

    @Override
    public void onData(Event data, long epochNanos, long frame) {
        frames.add(frame);
        if (data instanceof Event.Received e) {
            bytes += e.length();
            add(e.peer().id() + " < " + text(e.buffer(), e.offset(), e.length()), epochNanos);
        } else if (data instanceof Event.Sending e) {
            bytes += e.length();
            add(e.peer().id() + " > " + text(e.buffer(), e.offset(), e.length()), epochNanos);
        }
    }

    @Override
    public void onComment(String text) {
        words.add("^ " + text);
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, ISO_8859_1);
    }

    @Override
    public void onUnderWay(Peer peer, long epochNanos) {
        peers.add(peer);
        add(peer.id() + " under way", epochNanos);
    }

    @Override
    public void onGap(Peer peer, boolean inbound, long gap, boolean cutOff, long epochNanos) {
        add(peer.id() + (inbound ? " < " : " > ") + (cutOff ? "cut " : "gap ") + gap, epochNanos);
    }
}
