package dev.earshot.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of the columns above a hex dump, as PowerShell's Format-Hex and HxD write them. */
final class HexDumpHeader {
    /** Words such as Label and Offset, the numbers, and a line of dashes; the dump follows. */
    private static final Pattern HEADER = Pattern.compile(
            "(?:[^\\n]{0,200}\\n){0,4}?[ \\t]{0,40}(?:Offset\\S{0,9})?[ \\t]{0,9}00 01 02 03 04 05 06 07 08 09 0[Aa] 0[Bb] 0[Cc] 0[Dd]"
                    + " 0[Ee] 0[Ff][^\\n]{0,40}\\n(?:[ \\t\\r]{0,99}\\n|[ \\t]{0,40}-[- \\t\\r]{0,200}\\n){0,3}(?=0[0-9A-Fa-f]{7,15}\\s)");

    private HexDumpHeader() {}

    /** Returns the length of the header in characters; 0 if there is none. */
    static int length(String text) {
        Matcher header = HEADER.matcher(text);
        return header.lookingAt() ? header.end() : 0;
    }
}
