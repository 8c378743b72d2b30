package dev.earshot.session;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Playback;
import dev.earshot.net.Background;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.reply.MessageCollector;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RuleBook;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Rules that are tried on what was received so far: which past messages would have matched. Cuts the messages as they would
 * be answered, whatever the log shows, and sends nothing. Has a thread of its own, {@code try}; any other may ask.
 */
public final class RuleDryRun {
    /** So many messages are kept, the latest ones. */
    public static final int MOST_KEPT = 1_000;

    /** As much of a message is kept, in bytes. */
    static final int HEAD = 1_024;

    /** An expression that was given up on so many messages is no good: each took its time. */
    private static final int MOST_TIMEOUTS = 20;

    private final Playback playback;
    private final Journal journal;
    private final Lens lens;
    private final List<Rule> rules;
    private final RuleBook book;
    private final Framing framing;
    private final AtomicLongArray hits;
    private final Deque<Match> latest = new ArrayDeque<>();
    private final Map<Integer, MessageCollector> open = new HashMap<>();
    private volatile long messages;
    private volatile Problem problem;
    private volatile boolean running = true;

    /**
     * A message that would have been answered.
     *
     * @param epochNanos when its last byte was received, in nanoseconds since 1970-01-01 UTC
     * @param head its first bytes, at most 1,024
     * @param length of the whole message in bytes
     * @param text of these bytes, in one line without the line ending
     * @param rule which would have answered, its place in the list, from 0
     */
    public record Match(long epochNanos, Peer client, byte[] head, int length, String text, int rule) {}

    RuleDryRun(Journal journal, Lens lens, List<Rule> rules, Framing framing) {
        this.journal = journal;
        this.lens = lens;
        this.rules = List.copyOf(rules);
        this.framing = framing;
        book = new RuleBook(rules);
        hits = new AtomicLongArray(rules.size());
        playback = journal.playback();
    }

    RuleDryRun start() {
        Background.run("try", this::run);
        return this;
    }

    /** Whether it goes on. */
    public boolean isRunning() {
        return running;
    }

    /** How much of the capture has been looked at, from 0 to 1. */
    public double progress() {
        return playback.progress();
    }

    /** How many messages have been looked at. */
    public long messages() {
        return messages;
    }

    /** How many of them this rule would have answered. */
    public long hits(int rule) {
        return hits.get(rule);
    }

    /** The latest messages that would have been answered, in their order, {@link #MOST_KEPT} at most. */
    public List<Match> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    /** Why it has ended before the end, or null. */
    public Problem problem() {
        return problem;
    }

    /** Lets it end soon; what it has found stays. */
    public void cancel() {
        playback.cancel();
    }

    private void run() {
        try {
            playback.run(new Playback.Listener() {
                @Override
                public void on(Event event, long epochNanos) {
                    RuleDryRun.this.on(event, epochNanos);
                }

                @Override
                public void gap(Peer peer, boolean inbound) {
                    if (inbound) {
                        open.remove(peer.id());
                    }
                }
            });
        } catch (IOException e) {
            problem = FileProblem.of("problem.try", journal.file(), e);
        } finally {
            running = false;
        }
    }

    private void on(Event event, long epochNanos) {
        if (event instanceof Event.Received e) {
            open.computeIfAbsent(e.peer().id(), id -> new MessageCollector(framing, Cutter.MAX_ROW))
                    .add(
                            e.buffer(),
                            e.offset(),
                            e.length(),
                            millis(e.blockedNanos()),
                            lens.encoding(e.peer().id()),
                            taker(e.peer(), epochNanos));
        } else if (event instanceof Event.Silent e && open.containsKey(e.peer().id())) {
            open.get(e.peer().id())
                    .addSilence(millis(e.blockedNanos()), lens.encoding(e.peer().id()), taker(e.peer(), epochNanos));
        } else if (event instanceof Event.FinishedSending e
                && open.containsKey(e.peer().id())) {
            open.get(e.peer().id()).finish(taker(e.peer(), epochNanos));
        } else if (event instanceof Event.Left e) {
            open.remove(e.peer().id());
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private MessageCollector.MessageConsumer taker(Peer from, long epochNanos) {
        return (message, end) -> {
            if (!playback.cancelled()) {
                look(from, message, epochNanos);
            }
        };
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the thread
    private void look(Peer from, byte[] message, long epochNanos) {
        Encoding encoding = lens.encoding(from.id());
        messages++;
        int rule = book.findFirst(message, encoding);
        if (rule >= 0) {
            hits.incrementAndGet(rule);
            keep(new Match(
                    epochNanos,
                    from,
                    Arrays.copyOf(message, Math.min(HEAD, message.length)),
                    message.length,
                    text(message, encoding),
                    rule));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (book.givenUp(i) >= MOST_TIMEOUTS) {
                problem = new Problem("problem.match.slow", -1, i + 1);
                playback.cancel();
            }
        }
    }

    private static String text(byte[] message, Encoding encoding) {
        int length = Math.min(HEAD, LineEnding.lengthBefore(message, 0, message.length));
        return VisibleText.of(TextDecoder.decode(encoding, message, 0, length));
    }

    private void keep(Match found) {
        synchronized (latest) {
            latest.addLast(found);
            if (latest.size() > MOST_KEPT) {
                latest.removeFirst();
            }
        }
    }
}
