package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Addresses;
import dev.earshot.net.ConnectNote;
import dev.earshot.net.Event;
import dev.earshot.net.Mode;
import dev.earshot.net.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.MissingResourceException;

/** Says in words what an event row tells: for the log, the terminal and copies. */
public final class EventWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private EventWords() {}

    /** One line without a line break; empty for a row that is no event. */
    public static String of(Row row, Words words) {
        if (row.kind() != Row.Kind.EVENT) {
            return "";
        }
        return row.event() instanceof Event.Left left ? left(left, row.lastedMillis(), words) : of(row.event(), words);
    }

    /** One line without a line break, without what only a row knows: how long a client was there. */
    public static String of(Event event, Words words) {
        if (event instanceof Event.Opened opened) {
            return side("row.opened.", opened.mode(), opened.local(), opened.target(), words);
        } else if (event instanceof Event.Closed closed) {
            return side("row.closed.", closed.mode(), closed.local(), closed.target(), words);
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

    private static String side(String key, Mode mode, InetSocketAddress local, String target, Words words) {
        String which = switch (mode) {
            case TCP_SERVER -> "server";
            case TCP_CLIENT -> "client";
            case UDP -> "udp";
            case RELAY -> "relay";
            case TFTP -> "tftp";
        };
        if (mode == Mode.TFTP) {
            String[] parts = (target + " ").split(" ", 2);
            return words.of(key + which, Addresses.text(local), parts[0], VisibleText.of(parts[1].strip()));
        }
        return words.of(key + which, Addresses.text(local), target);
    }

    /** @param lastedMillis how long the client was there, or 0 = not known */
    private static String left(Event.Left left, long lastedMillis, Words words) {
        // Of a peer that we connected to we are the client.
        String side = left.peer().transport() == Transport.TCP_OUT ? "server" : "peer";
        String why = switch (left.why()) {
            case CLOSED_BY_PEER -> words.of("row.left.closed.by." + side);
            case RESET_BY_PEER -> words.of("row.left.reset.by." + side);
            case CLOSED_HERE ->
                words.of(left.peer().transport().isUdp() ? "row.left.forgotten" : "row.left.closed.here");
            case RESET_HERE -> words.of("row.left.reset.here");
            case FAILED -> words.of("row.left.failed", left.detail());
            case IDLE -> words.of("row.left.idle");
            case DISPLACED -> words.of("row.left.displaced");
        };
        if (lastedMillis > 0) {
            why += words.of("row.left.after", duration(lastedMillis, words));
        }
        return left.undelivered() == 0 ? why : why + words.of("row.left.undelivered", left.undelivered());
    }

    private static String note(Event.Note note, Words words) {
        return switch (note.kind()) {
            case ACCEPT_FAILING -> words.of("row.note.accept.failing", note.detail());
            case ACCEPT_RECOVERED -> words.of("row.note.accept.recovered", note.detail());
            case CLIENT_REFUSED -> words.of("row.note.client.refused", note.detail());
            case STALLED -> words.of("row.note.stalled", number(note.detail()));
            case RESUMED -> words.of("row.note.resumed");
            case ENCODING -> words.of("row.note.encoding", note.detail());
            case CLOCK_SET -> words.of("row.note.clock.set", note.detail());
            case CAPTURE_FAILING -> words.of("row.note.capture.failing", note.detail());
            case CAPTURE_GONE -> words.of("row.note.capture.gone", note.detail());
            case CAPTURE_RECOVERED -> words.of("row.note.capture.recovered");
            case NOT_KEPT -> words.of("row.note.not.kept", number(note.detail()));
            case OLDEST_REMOVED -> oldestRemoved(note.detail(), words);
            case LOOP_CUT -> words.of("row.note.loop.cut", number(note.detail()));
            case LOOP_OVER -> words.of("row.note.loop.over", number(note.detail()));
            case RELAY_CUT -> words.of("row.note.relay.cut", size(note.detail()));
            case RELAY_OVER -> words.of("row.note.relay.over", number(note.detail()));
            case ANSWERS_WITHHELD -> words.of("row.note.answers.withheld");
            case ANSWERS_RESUMED -> words.of("row.note.answers.resumed", number(note.detail()));
            case UNASKED_WITHHELD -> words.of("row.note.unasked.withheld");
            case UNASKED_OVER -> words.of("row.note.unasked.over", number(note.detail()));
            case ANSWER_FAILED -> failed("row.note.answer.failed", note.detail(), words);
            case DELAYS_FULL -> words.of("row.note.delays.full", number(note.detail()));
            case VISITED -> words.of("row.note.visited");
            case ROLE_GIVEN -> words.of("row.note.role.given", note.detail());
            case ROLE_TAKEN -> words.of("row.note.role.taken", note.detail());
            case ROLE_REFUSED -> addressAndRole("row.note.role.refused", note.detail(), words);
            case ROLE_KEPT -> addressAndRole("row.note.role.kept", note.detail(), words);
            case ROLE_LOST -> addressAndRole("row.note.role.lost", note.detail(), words);
            case NOBODY_THERE -> words.of("row.note.nobody.there");
            case NOT_FORWARDED -> words.of("row.note.not.forwarded", number(note.detail()));
            case CUT_OFF -> words.of("row.note.cut.off", number(note.detail()));
            case REMOVED -> words.of("row.note.removed");
            case LOST -> words.of("row.note.lost");
            case FINISHED_HERE -> words.of("row.note.finished.here");
            case CONNECT_FAILED -> connectFailed(note.detail(), words);
            case RECONNECTING -> words.of("row.note.reconnecting", note.detail());
            case UNREACHABLE -> words.of("row.note.unreachable");
            case NOT_SENT -> two("row.note.not.sent", note.detail(), words);
            case TOO_LONG -> two("row.note.too.long", note.detail(), words);
            case DROPPED -> words.of("row.note.dropped", number(note.detail()));
            case RECEIVE_FAILING -> words.of("row.note.receive.failing", note.detail());
            case GROUP_JOINED -> two("row.note.group.joined", note.detail(), words);
            case GROUP_LEFT -> two("row.note.group.left", note.detail(), words);
            case SETTING_FAILED -> problem(note.detail(), words);
            case RELAYED -> words.of("row.note.relayed", note.detail());
            case CUT_AFTER -> words.of("row.note.cut.after", number(note.detail()));
            case RELAY_FULL -> words.of("row.note.relay.full", number(note.detail()));
            case FETCHED -> fetched(note.detail(), words);
            case NOT_FETCHED -> failed("row.note.not.fetched", note.detail(), words);
            case FETCH_CANCELLED -> two("row.note.fetch.cancelled", VisibleText.of(note.detail()), words);
        };
    }

    /** Of a detail that says two things, the first without a space in it. */
    private static String two(String key, String detail, Words words) {
        String[] parts = (detail + " ").split(" ", 2);
        return words.of(key, number(parts[0]), number(parts[1].strip()));
    }

    private static String connectFailed(String detail, Words words) {
        ConnectNote note = ConnectNote.of(detail);
        String again = note.seconds() == 0 ? "" : words.of("row.note.connect.again", note.seconds());
        return words.of(note.problem()) + again;
    }

    private static String oldestRemoved(String detail, Words words) {
        String[] parts = detail.split(" ");
        try {
            String bytes = ByteSize.text(Long.parseLong(parts[1]));
            String until =
                    TIME.format(Instant.ofEpochMilli(Long.parseLong(parts[2])).atZone(ZoneId.systemDefault()));
            String cap = ByteSize.text(Long.parseLong(parts[3]));
            return words.of("row.note.oldest.removed", Long.valueOf(parts[0]), bytes, until, cap);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return words.of("row.note.removed");
        }
    }

    /** Of a detail that says what failed and, behind a tab, why: {@link Problem#line}. */
    private static String failed(String key, String detail, Words words) {
        String[] parts = detail.split("\t", 2);
        String why = parts.length < 2 ? detail : problem(parts[1], words);
        return VisibleText.of(words.of(key, parts[0], why));
    }

    private static String problem(String line, Words words) {
        try {
            return words.of(Problem.ofLine(line));
        } catch (MissingResourceException | IllegalArgumentException e) {
            // An old capture, or one from elsewhere: its own words serve as well.
            return line;
        }
    }

    private static String fetched(String detail, Words words) {
        String[] parts = detail.split(" ", 3);
        try {
            long bytes = Long.parseLong(parts[0]);
            long millis = Math.max(1, Long.parseLong(parts[1]));
            String rate = ByteSize.text(bytes * 1000 / millis);
            return words.of("row.note.fetched", VisibleText.of(parts[2]), bytes, duration(millis, words), rate);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return words.of("row.note.fetched.somehow", VisibleText.of(detail));
        }
    }

    private static String addressAndRole(String key, String detail, Words words) {
        String[] parts = detail.split(" ", 2);
        return words.of(key, parts[0], parts.length < 2 ? "" : parts[1]);
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

    private static Object number(String detail) {
        try {
            return Long.valueOf(detail);
        } catch (NumberFormatException e) {
            // An old capture, or one from elsewhere: its own words serve as well.
            return detail;
        }
    }

    private static String size(String detail) {
        return number(detail) instanceof Long bytes ? ByteSize.text(bytes) : detail;
    }
}
