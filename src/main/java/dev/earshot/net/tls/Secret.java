package dev.earshot.net.tls;

import java.util.Arrays;

/** A password, which never appears in a text. Any thread. */
public final class Secret {
    /** No password. */
    public static final Secret NONE = new Secret(new char[0]);

    private final char[] value;

    /** Copies the password; the caller may overwrite its own. */
    public Secret(char[] value) {
        this.value = value.clone();
    }

    /** Whether there is no password. */
    public boolean isEmpty() {
        return value.length == 0;
    }

    /** Returns a copy, to be overwritten after use. */
    char[] copy() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return 0; // a hash would tell something of the password
    }

    @Override
    public String toString() {
        return isEmpty() ? "no password" : "a password";
    }
}
