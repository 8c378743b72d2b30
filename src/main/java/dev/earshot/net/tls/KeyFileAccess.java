package dev.earshot.net.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Checks who may read the file of a private key. */
public final class KeyFileAccess {
    private KeyFileAccess() {}

    /** Whether everybody on this computer may read the file; false where the system does not say so (Windows). */
    public static boolean isWorldReadable(Path file) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            return allowed.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
