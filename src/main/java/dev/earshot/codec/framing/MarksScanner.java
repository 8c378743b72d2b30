package dev.earshot.codec.framing;

/**
 * Finds messages between a begin mark and an end mark. Bytes before a begin mark are no message, and a begin mark in a
 * message shows that its end mark is missing. Where both marks are the same, further marks behind a begin mark fill
 * time and belong to the message.
 */
final class MarksScanner implements MessageScanner {
    private enum State {
        BEGIN,
        LOST,
        FILL,
        OPEN,
        TRAIL
    }

    private final MarkSet begin;
    private final MarkSet end;
    private final boolean same;
    private final boolean shared;
    private final int trailing;
    private final int escape; // the byte that hides the one behind it; -1 if there is none
    private final ByteSearch inside;
    private State state = State.BEGIN;
    private int remaining; // of the bytes behind the end mark
    private Completeness ended;
    private boolean pending;

    MarksScanner(MarksFraming framing) {
        begin = MarkSet.of(framing.begin());
        end = MarkSet.of(framing.end());
        same = framing.begin().equals(framing.end());
        shared = framing.shared();
        trailing = framing.trailing();
        escape = framing.hidingByte();
        MarkSet both = begin.and(end);
        inside = new ByteSearch(escape < 0 ? both.firstBytes() : both.firstBytes(escape));
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        pending = false;
        return switch (state) {
            case BEGIN -> begin(bytes, from, to);
            case LOST -> skipLost(bytes, from, to);
            case FILL -> fill(bytes, from, to);
            case OPEN -> findEnd(bytes, from, to);
            case TRAIL -> trail(from, to);
        };
    }

    private int begin(byte[] bytes, int from, int to) {
        int mark = begin.match(bytes, from, to);
        if (mark < 0) {
            return MORE;
        }
        if (mark > 0) {
            int at = from + mark;
            state = same ? State.FILL : State.OPEN;
            return atLeast(at, same ? fill(bytes, at, to) : findEnd(bytes, at, to));
        }
        state = shared ? State.OPEN : State.LOST;
        return shared ? findEnd(bytes, from, to) : skipLost(bytes, from, to);
    }

    /** Returns the place that was reached, which is {@code at} if nothing more could be said from there. */
    private static int atLeast(int at, int next) {
        return next == MORE ? at : next;
    }

    /** Says that the bytes before {@code at} are done with, and those at {@code at} are needed again. */
    private static int stopAt(int at, int from) {
        return at == from ? MORE : at;
    }

    private int skipLost(byte[] bytes, int from, int to) {
        int at = begin.findMatch(bytes, from, to);
        if (at == to) {
            return to;
        }
        int mark = begin.match(bytes, at, to);
        int another = same && mark > 0 ? begin.match(bytes, at + mark, to) : 0;
        if (mark < 0 || another < 0) {
            return stopAt(at, from);
        }
        ended = Completeness.BROKEN;
        state = State.BEGIN;
        return another > 0 ? at + mark : at; // of two marks, the first one ends a message that lacks its begin mark
    }

    private int fill(byte[] bytes, int from, int to) {
        int at = from;
        int mark = begin.match(bytes, at, to);
        while (mark > 0) {
            at += mark;
            mark = begin.match(bytes, at, to);
        }
        if (mark < 0) {
            return stopAt(at, from);
        }
        state = State.OPEN;
        int next = findEnd(bytes, at, to);
        return next == MORE ? stopAt(at, from) : next;
    }

    private int findEnd(byte[] bytes, int from, int to) {
        int at = inside.find(bytes, from, to);
        while (at < to) {
            int last = end.match(bytes, at, to);
            if (last > 0) {
                return finish(at + last, to);
            }
            int first = same ? 0 : begin.match(bytes, at, to);
            if (last < 0 || first < 0) {
                pending = last == MarkSet.PENDING && trailing == 0;
                return stopAt(at, from);
            }
            if (first > 0) {
                ended = end.isEmpty() ? Completeness.WHOLE : Completeness.BROKEN;
                state = State.BEGIN;
                return at;
            }
            boolean hides = (bytes[at] & 0xFF) == escape;
            if (hides && at + 1 == to) {
                return stopAt(at, from);
            }
            at = inside.find(bytes, at + (hides ? 2 : 1), to);
        }
        return to;
    }

    private int finish(int at, int to) {
        remaining = trailing;
        state = State.TRAIL;
        return trail(at, to);
    }

    private int trail(int from, int to) {
        int step = Math.min(remaining, to - from);
        remaining -= step;
        if (remaining == 0) {
            ended = Completeness.WHOLE;
            state = State.BEGIN;
        }
        return from + step;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        state = State.BEGIN;
        ended = null;
        pending = false;
    }

    @Override
    public boolean isEndPending() {
        return pending;
    }

    @Override
    public boolean isBroken() {
        return state == State.LOST;
    }

    @Override
    public boolean lacksEnd() {
        return !end.isEmpty() || state != State.OPEN;
    }
}
