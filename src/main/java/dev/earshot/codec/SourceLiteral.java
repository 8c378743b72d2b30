package dev.earshot.codec;

/** Writes bytes as literals of programming languages and of the shell. The inverse is {@link PastedHex}. */
public final class SourceLiteral {
    private static final int IN_A_LINE = 12;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private SourceLiteral() {}

    /** Returns a C array; it has numbers and no string, which would end hex escapes and replace trigraphs by itself. */
    public static String cArray(String name, byte... bytes) {
        String head = "const unsigned char " + name;
        return bytes.length == 0
                ? head + "[1] = {0}; /* 0 bytes: C has no empty arrays */"
                : head + "[" + bytes.length + "] = " + list(bytes, false) + ";";
    }

    /** Returns a Java array, with a cast where a byte would be too large. */
    public static String javaArray(String name, byte... bytes) {
        return "byte[] " + name + " = " + list(bytes, true) + ";";
    }

    private static String list(byte[] bytes, boolean cast) {
        StringBuilder list = new StringBuilder("{");
        for (int i = 0; i < bytes.length; i++) {
            boolean breaks = bytes.length > IN_A_LINE && i % IN_A_LINE == 0;
            list.append(i == 0 ? "" : ",").append(breaks ? "\n    " : i == 0 ? "" : " ");
            list.append(cast && bytes[i] < 0 ? "(byte) 0x" : "0x");
            hex(list, bytes[i]);
        }
        return list.append(bytes.length > IN_A_LINE ? "\n}" : "}").toString();
    }

    private static void hex(StringBuilder out, byte b) {
        out.append(DIGITS[b >> 4 & 0xF]).append(DIGITS[b & 0xF]);
    }

    /** Returns a Python bytes literal. */
    public static String pythonBytes(byte... bytes) {
        StringBuilder literal = new StringBuilder("b'");
        for (byte b : bytes) {
            if (!usualEscape(literal, b)) {
                if (b == '\'') {
                    literal.append("\\'");
                } else if (isPrintable(b)) {
                    literal.append((char) b);
                } else {
                    hex(literal.append("\\x"), b); // always two digits, so a digit may follow
                }
            }
        }
        return literal.append('\'').toString();
    }

    /** Returns a command that prints the bytes in a POSIX shell. */
    public static String printf(byte... bytes) {
        StringBuilder command = new StringBuilder("printf '");
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (!usualEscape(command, b)) {
                if (b == '%') {
                    command.append("%%");
                } else if (b == '\'' || b == '-' && i == 0 || !isPrintable(b)) { // a dash could begin an option
                    octal(command, b);
                } else {
                    command.append((char) b);
                }
            }
        }
        return command.append('\'').toString();
    }

    private static void octal(StringBuilder out, byte b) {
        out.append('\\').append(DIGITS[b >> 6 & 3]).append(DIGITS[b >> 3 & 7]).append(DIGITS[b & 7]);
    }

    private static boolean isPrintable(byte b) {
        return b >= ' ' && b < 0x7F;
    }

    /** Writes a byte that has the same short escape in Python and in the shell; returns whether it has one. */
    private static boolean usualEscape(StringBuilder out, byte b) {
        switch (b) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                return false;
            }
        }
        return true;
    }
}
