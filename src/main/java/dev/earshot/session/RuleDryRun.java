package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Playback;
import dev.earshot.net.Background;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.reply.MessageCollector;
import dev.earshot.reply.rules.CompiledRules;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageFields;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Applies rules to the messages of the capture without sending anything, and reports which would have been answered.
 * The messages are split as the automatic replies split them, whatever the log shows. Runs on a thread {@code try} of
 * its own; its figures may be read on any thread.
 */
public final class RuleDryRun {
    /** The greatest number of matches that are kept, the latest ones. */
    public static final int MOST_KEPT = 1_000;

    /** The number of bytes that are kept of a message. */
    static final int HEAD = 1_024;

    /** The number of messages on which an expression may take too long before the run stops. */
    private static final int MOST_TIMEOUTS = 20;

    private final Playback playback;
    private final Journal journal;
    private final Lens lens;
    private final Lens cutByRules;
    private final List<Rule> rules;
    private final CompiledRules compiled;
    private final Framing framing;
    private final AtomicLongArray hits;
    private final Deque<Match> latest = new ArrayDeque<>();
    private final Map<Integer, MessageCollector> open = new HashMap<>();
    private final Map<Integer, String> states = new HashMap<>();
    private volatile long messages;
    private volatile Problem problem;
    private volatile boolean running = true;

    /**
     * A message that a rule would have answered.
     *
     * @param epochNanos the time at which its last byte was received, in nanoseconds since 1970-01-01 UTC
     * @param head its first bytes, at most 1,024
     * @param length the length of the whole message in bytes
     * @param text the text of the first bytes, in one line without the line ending
     * @param fields the source of the fields of the message as it came
     * @param rule the index of the rule in the list, from 0
     * @param state the state of the client's conversation before the message
     * @param nextState the state after it
     */
    public record Match(
            long epochNanos,
            Peer client,
            byte[] head,
            long length,
            String text,
            FieldSource fields,
            int rule,
            String state,
            String nextState) {}

    RuleDryRun(Journal journal, Lens lens, List<Rule> rules, Framing framing) {
        this.journal = journal;
        this.lens = lens;
        this.rules = List.copyOf(rules);
        this.framing = framing;
        cutByRules = lens.of(framing);
        compiled = new CompiledRules(rules);
        hits = new AtomicLongArray(rules.size());
        playback = journal.playback();
    }

    /** Begins the run on a thread of its own. */
    RuleDryRun start() {
        Background.run("try", this::run);
        return this;
    }

    /** Whether the run has not ended yet. */
    public boolean isRunning() {
        return running;
    }

    /** The part of the capture that has been read, from 0 to 1. */
    public double progress() {
        return playback.progress();
    }

    /** The number of messages that have been checked. */
    public long messages() {
        return messages;
    }

    /** The number of messages that this rule would have answered. */
    public long hits(int rule) {
        return hits.get(rule);
    }

    /** Returns the latest {@link #MOST_KEPT} messages that would have been answered, oldest first. */
    public List<Match> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    /** The reason why the run has stopped early, or null. */
    public Problem problem() {
        return problem;
    }

    /** Stops the run soon; its figures stay. */
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
                public void onGap(Peer peer, boolean inbound) {
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
            Framing split = e.peer().transport().isUdp()
                    ? Framing.RECEIVED
                    : lens.framing(framing, e.peer().id());
            open.computeIfAbsent(e.peer().id(), id -> new MessageCollector(split, Cutter.MAX_ROW))
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
            states.remove(e.peer().id());
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private MessageCollector.MessageConsumer taker(Peer from, long epochNanos) {
        return (message, length, end) -> {
            if (!playback.isCancelled()) {
                check(from, message, length, epochNanos);
            }
        };
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer: the thread
    private void check(Peer from, byte[] message, long length, long epochNanos) {
        Encoding encoding = lens.encoding(from.id());
        messages++;
        String state = compiled.knownState(states.getOrDefault(from.id(), Rule.START));
        byte[] plain = from.transport().isUdp() ? message : MarksFraming.unescape(framing, message);
        Message whole = new Message(from, plain, encoding);
        int rule = compiled.findFirst(whole, fields(whole), state);
        if (rule >= 0) {
            hits.incrementAndGet(rule);
            String next = rules.get(rule).stateAfter(state);
            states.put(from.id(), next);
            keep(new Match(
                    epochNanos,
                    from,
                    Arrays.copyOf(message, Math.min(HEAD, message.length)),
                    length,
                    text(message, encoding),
                    compiled.readsFields() ? cutByRules.fields(from) : FirstFittingSource.WITHOUT_LAYOUT,
                    rule,
                    state,
                    next));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (compiled.givenUp(i) >= MOST_TIMEOUTS) {
                problem = new Problem("problem.match.slow", -1, i + 1);
                playback.cancel();
            }
        }
    }

    /** Returns the fields of a message in which nothing is escaped any more. */
    private MessageFields fields(Message message) {
        return MessageFields.of(message, () -> cutByRules.unescapedFields(message.from()));
    }

    private static String text(byte[] message, Encoding encoding) {
        int length = Math.min(HEAD, LineEnding.lengthBefore(encoding, message, 0, message.length));
        return VisibleText.of(TextDecoder.decode(encoding, message, 0, length));
    }

    private void keep(Match match) {
        synchronized (latest) {
            latest.addLast(match);
            if (latest.size() > MOST_KEPT) {
                latest.removeFirst();
            }
        }
    }
}
