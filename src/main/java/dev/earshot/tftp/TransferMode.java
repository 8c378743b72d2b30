package dev.earshot.tftp;

import java.util.Locale;

/** How the bytes of a file travel (RFC 1350, section 1). */
public enum TransferMode {
    /** As they are. */
    OCTET,
    /** As lines of text: CR LF ends one, CR NUL is a CR. They are turned into the lines of this computer. */
    NETASCII;

    /** As it stands in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
