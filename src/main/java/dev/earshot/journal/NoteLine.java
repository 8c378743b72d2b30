package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a note of the log as one line of the capture, and reads it again. The line has the kind and the arguments,
 * such as {@code not.sent 12 "Message too long"} for 12 bytes. An argument that could be misread is put between quotes;
 * within them a backslash stands before a quote and before a backslash.
 */
final class NoteLine {
    private final String line;
    private int at;

    private NoteLine(String line) {
        this.line = line;
    }

    /** Writes the kind's id and the arguments. */
    static String of(NoteKind kind, List<String> arguments) {
        StringBuilder line = new StringBuilder(kind.id());
        arguments.forEach(argument -> line.append(' ').append(quote(argument)));
        return line.toString();
    }

    private static String quote(String argument) {
        boolean plain = !argument.isEmpty() && argument.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\');
        return plain ? argument : '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * Reads a line, even a damaged or foreign one: if the arguments cannot be read, their text is one argument.
     *
     * @param peer the peer that the note is about, or null
     * @param kinds where the kind is looked up by its id
     */
    static Event.Note parse(String line, Peer peer, NoteKinds kinds) {
        int space = line.indexOf(' ');
        String id = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        if (isOld(id)) {
            NoteKind kind = kinds.find(id.toLowerCase(Locale.ROOT).replace('_', '.'));
            return new Event.Note(
                    peer, kind, splitOldArguments(rest, kind.arguments().size()));
        }
        List<String> arguments = space < 0 ? List.of() : new NoteLine(rest).readArguments();
        return new Event.Note(peer, kinds.find(id), arguments == null ? List.of(rest) : arguments);
    }

    /** Whether this is the name of a constant, such as {@code NOT_SENT}, by which the first captures name a kind. */
    private static boolean isOld(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c == '_');
    }

    /** Splits the arguments of the first captures at tabs, or else at spaces; only the last one may contain them. */
    private static List<String> splitOldArguments(String detail, int count) {
        if (detail.isEmpty() || count < 2) {
            return detail.isEmpty() ? List.of() : List.of(detail);
        }
        return List.of(detail.split(detail.indexOf('\t') < 0 ? " " : "\t", count));
    }

    /** Reads all arguments; null if {@link #of} has not written them. */
    private List<String> readArguments() {
        List<String> arguments = new ArrayList<>();
        while (true) {
            String argument = at < line.length() && line.charAt(at) == '"' ? readQuotedArgument() : readPlainArgument();
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
            if (at == line.length()) {
                return arguments;
            } else if (line.charAt(at++) != ' ') {
                return null;
            }
        }
    }

    private String readPlainArgument() {
        int end = line.indexOf(' ', at);
        String argument = line.substring(at, end < 0 ? line.length() : end);
        at += argument.length();
        return argument.isEmpty() ? null : argument;
    }

    /** Reads an argument between quotes; null if the second quote is missing. */
    private String readQuotedArgument() {
        StringBuilder argument = new StringBuilder();
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                at++;
                return argument.toString();
            } else if (c == '\\' && ++at == line.length()) {
                return null;
            }
            argument.append(line.charAt(at));
        }
        return null;
    }
}
