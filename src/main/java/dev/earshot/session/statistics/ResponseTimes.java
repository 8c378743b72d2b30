package dev.earshot.session.statistics;

import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The times from requests to their answers, in one direction. Where a message of a client follows one in the other
 * direction, it is the answer to it: of several messages in a row only the last is a request, and only the first an
 * answer. The time is that between the ends of the two messages as they were recorded. Confined to one thread.
 */
final class ResponseTimes {
    /** How many of the slowest answers are kept. */
    static final int SLOWEST = 20;

    private final Distribution times = new Distribution();
    private final PriorityQueue<Answer> slowest = new PriorityQueue<>(Comparator.comparingLong(Answer::nanos));

    /** An answer: the numbers of the two rows, and the time between them in nanoseconds. */
    record Answer(Peer peer, long request, long answer, long epochNanos, long nanos) {}

    void add(ClientTally client, Row answer) {
        long nanos = answer.epochNanos() - client.lastNanos();
        times.add(nanos);
        if (slowest.size() < SLOWEST || slowest.element().nanos < nanos) {
            slowest.add(new Answer(answer.peer(), client.lastRow(), answer.number(), answer.epochNanos(), nanos));
            if (slowest.size() > SLOWEST) {
                slowest.remove();
            }
        }
    }

    /** Returns the times in nanoseconds. */
    Distribution times() {
        return times;
    }

    /** Returns the slowest answers, the slowest first. */
    List<Answer> slowest() {
        return slowest.stream()
                .sorted(Comparator.comparingLong(Answer::nanos).reversed().thenComparing(Answer::answer))
                .toList();
    }
}
