package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** Prints bytes in the forms in which other programs do. */
final class HexDumps {
    private HexDumps() {}

    /** Returns the forms by the names of the programs. */
    static Map<String, Function<byte[], String>> all() {
        Map<String, Function<byte[], String>> all = new LinkedHashMap<>();
        all.put("xxd", b -> xxd(b, 16, 2, false));
        all.put("xxd -u -c 8 -g 1", b -> xxd(b, 8, 1, true));
        all.put("xxd -c 32 -g 4", b -> xxd(b, 32, 4, false));
        all.put("xxd -c 20 -g 0", b -> xxd(b, 20, 20, false));
        all.put("hexdump -C", b -> hexdump(b, true));
        all.put("hexdump -vC", b -> hexdump(b, false));
        all.put("od -A x -t x1z", b -> od(b, "%06x", true));
        all.put("od -t x1", b -> od(b, "%07o", false));
        all.put("Wireshark hex", b -> wireshark(b, false));
        all.put("Wireshark hex and ASCII", b -> wireshark(b, true));
        all.put("tshark -x", HexDumps::tshark);
        all.put("tcpdump -X", HexDumps::tcpdump);
        all.put("Earshot", HexDump::print);
        all.put("colons", b -> digits(b, 0, b.length, 1, ":"));
        all.put("dashes", b -> digits(b, 0, b.length, 1, "-"));
        all.put("commas", b -> digits(b, 0, b.length, 1, ", "));
        all.put("0x", b -> numbers(b, " "));
        all.put("C array", b -> "{" + numbers(b, ", ") + "}");
        all.put("xxd -i", HexDumps::include);
        all.put("Java array", HexDumps::java);
        all.put("escapes", b -> escaped(b, true));
        all.put("Wireshark escaped string", HexDumps::escapedLines);
        all.put("Python bytes", HexDumps::python);
        return all;
    }

    static String digits(byte[] b, int from, int to, int group, String between) {
        StringJoiner groups = new StringJoiner(between);
        for (int at = from; at < to; at += group) {
            int end = Math.min(to, at + group);
            groups.add(Hex.print(b, at, end - at).replace(" ", "").toLowerCase(Locale.ROOT));
        }
        return groups.toString();
    }

    private static String ascii(byte[] b, int from, int to) {
        byte[] part = Arrays.copyOfRange(b, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] = part[i] >= 0x20 && part[i] < 0x7F ? part[i] : (byte) '.';
        }
        return new String(part, US_ASCII);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String xxd(byte[] b, int columns, int group, boolean upper) {
        StringBuilder dump = new StringBuilder();
        int width = 2 * columns + (columns - 1) / group;
        for (int at = 0; at < b.length; at += columns) {
            int end = Math.min(b.length, at + columns);
            String hex = digits(b, at, end, group, " ");
            dump.append(String.format("%08x: ", at)).append(padded(upper ? hex.toUpperCase(Locale.ROOT) : hex, width));
            dump.append("  ").append(ascii(b, at, end)).append('\n');
        }
        return dump.toString();
    }

    private static boolean isRepeated(byte[] b, int at) {
        return at >= 16 && at + 16 <= b.length && Arrays.equals(b, at - 16, at, b, at, at + 16);
    }

    private static String hexdump(byte[] b, boolean squeezing) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            if (squeezing && isRepeated(b, at)) {
                dump.append(dump.toString().endsWith("*\n") ? "" : "*\n");
                continue;
            }
            int end = Math.min(b.length, at + 16);
            String hex = digits(b, at, Math.min(end, at + 8), 1, " ");
            hex = end > at + 8 ? hex + "  " + digits(b, at + 8, end, 1, " ") : hex;
            dump.append(String.format("%08x  ", at)).append(padded(hex, 48)).append("  |");
            dump.append(ascii(b, at, end)).append("|\n");
        }
        return dump.append(String.format("%08x%n", b.length)).toString();
    }

    private static String od(byte[] b, String offset, boolean text) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            if (isRepeated(b, at)) {
                dump.append(dump.toString().endsWith("*\n") ? "" : "*\n");
                continue;
            }
            int end = Math.min(b.length, at + 16);
            String hex = digits(b, at, end, 1, " ");
            dump.append(String.format(offset, at)).append(' ');
            dump.append(text ? padded(hex, 47) + "  >" + ascii(b, at, end) + "<" : hex)
                    .append('\n');
        }
        return dump.append(String.format(offset, b.length)).append('\n').toString();
    }

    private static String wireshark(byte[] b, boolean text) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            int end = Math.min(b.length, at + 16);
            String hex = digits(b, at, end, 1, " ");
            dump.append(String.format("%04x   ", at));
            dump.append(text ? padded(hex, 47) + "   " + ascii(b, at, end) : hex)
                    .append('\n');
        }
        return dump.toString();
    }

    private static String tshark(byte[] b) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            int end = Math.min(b.length, at + 16);
            dump.append(String.format("%04x  ", at)).append(padded(digits(b, at, end, 1, " "), 47));
            dump.append("   ").append(ascii(b, at, end)).append('\n');
        }
        return dump.append('\n').toString();
    }

    private static String tcpdump(byte[] b) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            int end = Math.min(b.length, at + 16);
            dump.append(String.format("\t0x%04x:  ", at)).append(padded(digits(b, at, end, 2, " "), 39));
            dump.append("  ").append(ascii(b, at, end)).append('\n');
        }
        return dump.toString();
    }

    private static String numbers(byte[] b, String between) {
        StringJoiner numbers = new StringJoiner(between);
        for (byte one : b) {
            numbers.add(String.format("0x%02x", one));
        }
        return numbers.toString();
    }

    private static String include(byte[] b) {
        StringBuilder code = new StringBuilder("unsigned char data_bin[] = {\n");
        for (int at = 0; at < b.length; at += 12) {
            byte[] row = Arrays.copyOfRange(b, at, Math.min(b.length, at + 12));
            code.append("  ").append(numbers(row, ", ")).append(at + 12 < b.length ? ",\n" : "\n");
        }
        return code + "};\nunsigned int data_bin_len = " + b.length + ";\n";
    }

    private static String java(byte[] b) {
        StringJoiner numbers = new StringJoiner(", ", "new byte[] { // a copy\n", "\n}");
        for (byte one : b) {
            numbers.add(one < 0 ? String.format("(byte) 0x%X", one) : "0x" + Integer.toHexString(one));
        }
        return numbers.toString();
    }

    private static String escaped(byte[] b, boolean all) {
        StringBuilder text = new StringBuilder();
        for (byte one : b) {
            boolean plain = !all && one >= 0x20 && one < 0x7F && one != '\\' && one != '\'';
            text.append(plain ? Character.toString(one) : String.format("\\x%02x", one));
        }
        return text.toString();
    }

    private static String escapedLines(byte[] b) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < b.length; at += 16) {
            byte[] row = Arrays.copyOfRange(b, at, Math.min(b.length, at + 16));
            text.append('"').append(escaped(row, true)).append(at + 16 < b.length ? "\" \\\n" : "\"");
        }
        return text.toString();
    }

    private static String python(byte[] b) {
        return "b'" + escaped(b, false).replace("\\x0d", "\\r").replace("\\x0a", "\\n") + "'";
    }
}
