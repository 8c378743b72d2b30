package dev.earshot.session.words;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import java.net.SocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;

/** Describes events in words, for the log, the terminal and copies. */
public final class EventWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** What systems say of a peer that answers no probe and acknowledges nothing, or whose link is cut. */
    private static final Set<String> SILENCE =
            Set.of("Connection timed out", "Operation timed out", "No route to host");

    private EventWords() {}

    /** Describes the event of a row in one line; returns an empty text for a row that is no event. */
    public static String of(Row row, Words words) {
        if (row.kind() != Row.Kind.EVENT) {
            return "";
        }
        return row.event() instanceof Event.Left left ? left(left, row.lastedMillis(), words) : of(row.event(), words);
    }

    /** Describes an event in one line, without the time for which a client was present: only a row has it. */
    public static String of(Event event, Words words) {
        if (event instanceof Event.Opened opened) {
            return opened(opened, words);
        } else if (event instanceof Event.Closed closed) {
            return closed(closed, words);
        } else if (event instanceof Event.Joined joined) {
            return words.of(joined.peer().transport().isUdp() ? "row.joined.udp" : "row.joined");
        } else if (event instanceof Event.FinishedSending) {
            return words.of("row.finished");
        } else if (event instanceof Event.Left left) {
            return left(left, 0, words);
        } else if (event instanceof Event.Note note) {
            return note(note, words);
        }
        throw new AssertionError("Not an event of a row: " + event);
    }

    private static String opened(Event.Opened opened, Words words) {
        return EndpointKinds.find(opened.kind())
                .map(kind -> words.forKind(kind).of("row.opened", where(kind, opened.local(), opened.target())))
                .orElseGet(() -> words.of("row.opened.other", where(opened.local(), opened.kind(), opened.target())));
    }

    private static String closed(Event.Closed closed, Words words) {
        return EndpointKinds.find(closed.kind())
                .map(kind -> words.forKind(kind).of("row.closed", where(kind, closed.local(), closed.target())))
                .orElseGet(() -> words.of("row.closed.other", where(closed.local(), closed.kind(), closed.target())));
    }

    private static Object[] where(EndpointKind kind, SocketAddress local, String target) {
        return Stream.concat(Stream.of(Addresses.text(local)), kind.targetParts(target).stream())
                .toArray();
    }

    /** Returns the arguments of the words for a kind of endpoint that this version does not know. */
    private static Object[] where(SocketAddress local, String kind, String target) {
        return new Object[] {Addresses.text(local), VisibleText.of(kind), VisibleText.of(target)};
    }

    /** @param lastedMillis the time for which the client was present, or 0 if it is not known */
    private static String left(Event.Left left, long lastedMillis, Words words) {
        // Where we have connected, we are the client and the peer is the server.
        String side = left.peer().transport() == Transport.TCP_OUT ? "server" : "peer";
        // In the capture of another program neither side is ours: the other side of a client is a server.
        String here = left.peer().transport() == Transport.TCP_CAPTURED ? "by.server" : "here";
        String why = switch (left.why()) {
            case END_NOT_CAPTURED -> words.of("row.left.not.captured");
            case CLOSED_BY_PEER -> words.of("row.left.closed.by." + side);
            case RESET_BY_PEER -> words.of("row.left.reset.by." + side);
            case HALF_CLOSED -> words.of("row.left.closed." + here);
            case CLOSED_HERE ->
                words.of(left.peer().transport().isUdp() ? "row.left.forgotten" : "row.left.closed." + here);
            case RESET_HERE -> words.of("row.left.reset." + here);
            case FAILED -> failed(left.detail(), words);
            case IDLE -> words.of("row.left.idle");
            case DISPLACED -> words.of("row.left.displaced");
        };
        if (lastedMillis > 0) {
            why += words.of("row.left.after", duration(lastedMillis, words));
        }
        if (left.why() == Event.Reason.HALF_CLOSED) {
            why += words.of("row.left.half.closed." + side, seconds(left.detail()));
        }
        return left.undelivered() == 0 ? why : why + words.of("row.left.undelivered", left.undelivered());
    }

    /** Describes a failure in the system's words, but for the one that keep-alive finds. */
    private static String failed(String detail, Words words) {
        return SILENCE.contains(detail) ? words.of("row.left.silent") : words.of("row.left.failed", detail);
    }

    /** Reads the seconds of a half-closed conversation; 0 where a changed capture has anything else. */
    private static long seconds(String detail) {
        return detail.matches("[0-9]{1,9}") ? Long.parseLong(detail) : 0;
    }

    private static String note(Event.Note note, Words words) {
        NoteKind kind = note.kind();
        if (!note.isWellFormed()) {
            String asItStands = kind.id() + " " + String.join(" ", note.arguments());
            return VisibleText.of(asItStands.strip());
        }
        Object[] arguments = new Object[note.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(kind.arguments().get(i), note.arguments().get(i), words);
        }
        boolean captured = note.peer() != null && note.peer().transport() == Transport.TCP_CAPTURED;
        boolean byServer = kind == TcpNote.FINISHED_HERE && captured;
        return words.of(byServer ? "row.finished.server" : "row.note." + kind.id(), arguments);
    }

    /** Formats an argument by its type; a count stays a number, because the words may depend on it. */
    private static Object argument(NoteArgument type, String text, Words words) {
        return switch (type) {
            case COUNT, SECONDS -> Long.valueOf(text);
            case SIZE -> ByteSize.text(Long.parseLong(text));
            case MILLIS -> duration(Long.parseLong(text), words);
            case TIME -> TIME.format(Instant.ofEpochMilli(Long.parseLong(text)).atZone(ZoneId.systemDefault()));
            case ADDRESS, TEXT -> VisibleText.of(text);
            case PROBLEM -> VisibleText.of(problem(text, words));
        };
    }

    private static String problem(String line, Words words) {
        try {
            return words.of(Problem.parseLine(line));
        } catch (MissingResourceException | IllegalArgumentException e) {
            // The capture is of another version, or damaged: the line is shown as it is.
            return line;
        }
    }

    private static String duration(long millis, Words words) {
        long seconds = millis / 1000;
        if (seconds == 0) {
            return words.of("row.time.millis", millis);
        } else if (seconds < 60) {
            return words.of("row.time.seconds", seconds);
        } else if (seconds < 3600) {
            return words.of("row.time.minutes", seconds / 60, seconds % 60);
        }
        return words.of("row.time.hours", seconds / 3600, seconds / 60 % 60);
    }
}
