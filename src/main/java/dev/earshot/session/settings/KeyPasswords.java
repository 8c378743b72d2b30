package dev.earshot.session.settings;

import dev.earshot.net.tls.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords of key files that were typed in this run of the program. They are in memory alone. Any thread. */
public final class KeyPasswords {
    private final Map<String, Secret> byFile = new ConcurrentHashMap<>();

    /** Returns the password that was typed for a file; empty if none was. */
    public Secret of(String file) {
        return byFile.getOrDefault(file.strip(), Secret.NONE);
    }

    /** Keeps the password for a file. */
    public void put(String file, Secret password) {
        byFile.put(file.strip(), password);
    }
}
