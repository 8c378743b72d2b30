package dev.earshot.net.address;

import java.net.SocketAddress;
import java.util.regex.Pattern;

/**
 * An address that is a name and has neither IP nor port, such as that of a serial line ({@code /dev/ttyUSB0}). Two are
 * equal if their names are.
 */
public final class NamedAddress extends SocketAddress {
    /** The most characters of a name, so that it fits into the records of a capture. */
    public static final int MOST = 200;

    private static final long serialVersionUID = 1;
    private static final Pattern NAME = Pattern.compile("[!-~]{1," + MOST + "}");

    private final String name;

    /**
     * Makes an address.
     *
     * @param name from 1 to {@link #MOST} visible characters of ASCII, without blanks: captures write it as it stands
     * @throws IllegalArgumentException for any other name
     */
    public NamedAddress(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of an address: " + name);
        }
        this.name = name;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedAddress named && named.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
