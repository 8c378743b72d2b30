package dev.earshot.tftp;

import java.util.Locale;

/** The mode of a TFTP transfer: bytes as they are, or lines of text (RFC 1350, section 1). */
public enum TransferMode {
    /** The bytes travel unchanged. */
    OCTET,
    /**
     * The file travels as lines of text: CR LF ends a line, CR NUL is a CR. Lines get the line end of this computer.
     */
    NETASCII;

    /** Returns the mode's name in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
