package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpServer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes events for which TCP has no flag as comments in the capture, and reads them back. A comment is also meant for
 * people who look at it in Wireshark: {@code earshot left RESET_BY_PEER after 252000 ms, undelivered 1024}.
 */
final class CaptureComment {
    private static final String PREFIX = "earshot ";

    private static final String AUTOMATIC = PREFIX + "sent by ";

    private static final Pattern LEFT =
            Pattern.compile(PREFIX + "left (\\w+) after (\\d{1,18}) ms, undelivered (\\d{1,18}) (.*)", Pattern.DOTALL);

    private static final Pattern GOES_ON = Pattern.compile(PREFIX + "(?:peer \\d{1,9} )?goes on, joined (\\d{1,19})");

    /** A comment about a UDP peer, whose joining and leaving have no packet. */
    private static final Pattern UDP =
            Pattern.compile(PREFIX + "(udp|tftp) (\\d{1,9}) (\\S+) (\\S+) (.*)", Pattern.DOTALL);

    private static final String JOINED = PREFIX + "joined";

    /** The most characters that are kept of the system's own words, or of an argument of a note. */
    private static final int MOST_DETAIL = 300;

    private CaptureComment() {}

    /** Whether Earshot has written this comment. */
    static boolean isOurs(String comment) {
        return comment.startsWith(PREFIX);
    }

    /** Writes the number of a peer that joins. */
    static String peer(Peer peer) {
        return PREFIX + "peer " + peer.id();
    }

    /** Writes that a peer is there which joined in an earlier segment, at this time. */
    static String goesOn(int peer, long joinedNanos) {
        return PREFIX + "peer " + peer + " goes on, joined " + joinedNanos;
    }

    /**
     * Reads the time at which a peer of an earlier segment joined, in nanoseconds since 1970-01-01 UTC.
     *
     * @return -1 if {@link #goesOn} has not written the comment
     */
    static long joinedNanos(String comment) {
        Matcher goesOn = comment.isEmpty() ? null : GOES_ON.matcher(comment);
        try {
            return goesOn != null && goesOn.matches() ? Long.parseLong(goesOn.group(1)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Writes that a peer has left, and how long it was there. */
    static String left(Event.Left left, long lastedMillis) {
        return PREFIX + "left " + left.why() + " after " + lastedMillis + " ms, undelivered " + left.undelivered() + " "
                + shortened(left.detail());
    }

    /** Writes which packet of another program's capture the data was read from; packets are counted from 1. */
    static String frame(long number) {
        return PREFIX + "frame " + number;
    }

    /** Writes a note; a longer argument than {@link #MOST_DETAIL} is cut, unless a person has typed it. */
    static String note(Event.Note note) {
        boolean whole = note.kind() == CaptureNote.ROW_NOTE;
        return PREFIX + "note " + NoteLine.of(note.kind(), whole ? note.arguments() : shortened(note.arguments()));
    }

    /** Writes what sent a message automatically; empty if a person sent it. */
    static String origin(Origin origin) {
        return origin.kind().isAutomatic() ? AUTOMATIC + shortened(origin.text()) : "";
    }

    /** Reads the origin that {@link #origin} has written; any other comment means a person. */
    static Origin parseOrigin(String comment) {
        return comment.startsWith(AUTOMATIC) ? Origin.parse(comment.substring(AUTOMATIC.length())) : Origin.PERSON;
    }

    /** Writes that the endpoint was opened. */
    static String opened(Event.Opened opened) {
        return PREFIX + "opened " + endpointText(opened.local(), opened.kind(), opened.target());
    }

    /** Writes that the endpoint was closed. */
    static String closed(Event.Closed closed) {
        return PREFIX + "closed " + endpointText(closed.local(), closed.kind(), closed.target());
    }

    /** Writes an endpoint: its address, kind and target, or for a TCP server its address alone. */
    private static String endpointText(SocketAddress local, String kind, String target) {
        String server = Addresses.text(local);
        return kind.equals(TcpServer.KIND) ? server : (server + " " + kind + " " + target).stripTrailing();
    }

    /** Returns the comment by which a UDP peer joins. */
    static String joined() {
        return JOINED;
    }

    static boolean isJoined(String comment) {
        return comment.equals(JOINED);
    }

    /** Adds the number and addresses of a UDP peer to a comment about it, as no packet has them. */
    static String udp(Peer peer, String comment) {
        String transportName = peer.transport().name().toLowerCase(Locale.ROOT);
        return PREFIX + transportName + " " + peer.id() + " " + Addresses.text(peer.local()) + " "
                + Addresses.text(peer.remote()) + " " + comment.substring(PREFIX.length());
    }

    /** A UDP peer and a comment about it. */
    record PeerComment(Peer peer, String comment) {}

    /** Reads a comment that {@link #udp} has written; null if it is another. */
    static PeerComment parseUdp(String comment) {
        Matcher udp = UDP.matcher(comment);
        if (!udp.matches()) {
            return null;
        }
        try {
            Transport transport = Transport.valueOf(udp.group(1).toUpperCase(Locale.ROOT));
            SocketAddress local = Addresses.parse(udp.group(3));
            Peer peer = new Peer(Integer.parseInt(udp.group(2)), local, Addresses.parse(udp.group(4)), transport);
            return new PeerComment(peer, PREFIX + udp.group(5));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Reads the peer's number that {@link #peer} or {@link #goesOn} has written, or returns {@code otherwise}. */
    static int peerNumber(String comment, int otherwise) {
        String[] words = comment.split(" ");
        try {
            return words.length >= 3 && words[1].equals("peer") ? Integer.parseInt(words[2]) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Reads how long a peer that left had been there, in milliseconds; 0 from any other comment. */
    static long lastedMillis(String comment) {
        Matcher left = LEFT.matcher(comment);
        return left.matches() ? Long.parseLong(left.group(2)) : 0;
    }

    /**
     * Reads the event in a comment.
     *
     * @param peer the peer whose packet has the comment, or null
     * @param noteKinds the kinds of notes that are known by their ids
     * @return null if the comment has no event
     */
    static Event event(String comment, Peer peer, NoteKinds noteKinds) {
        if (!comment.startsWith(PREFIX)) {
            return null;
        }
        String[] words = comment.substring(PREFIX.length()).split(" ", 2);
        String rest = words.length < 2 ? "" : words[1];
        try {
            return switch (words[0]) {
                case "left" -> parseLeft(peer, rest);
                case "note" -> NoteLine.parse(rest, peer, noteKinds);
                case "joined" -> peer == null ? null : new Event.Joined(peer);
                case "opened" -> parseOpened(rest);
                case "closed" -> {
                    Event.Opened opened = parseOpened(rest);
                    yield new Event.Closed(opened.local(), opened.kind(), opened.target());
                }
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            return null; // not written by us, or by a later version: the packet itself is still shown in Wireshark
        }
    }

    private static Event.Opened parseOpened(String rest) {
        String[] words = rest.split(" ", 3);
        String kind = words.length < 2 ? TcpServer.KIND : words[1];
        return new Event.Opened(Addresses.parse(words[0]), kind, words.length < 3 ? "" : words[2]);
    }

    private static Event.Left parseLeft(Peer peer, String rest) {
        Matcher left = LEFT.matcher(PREFIX + "left " + rest);
        if (peer == null || !left.matches()) {
            return null;
        }
        return new Event.Left(peer, Event.Reason.valueOf(left.group(1)), Long.parseLong(left.group(3)), left.group(4));
    }

    private static List<String> shortened(List<String> arguments) {
        return arguments.stream().map(CaptureComment::shortened).toList();
    }

    private static String shortened(String detail) {
        return detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL);
    }
}
