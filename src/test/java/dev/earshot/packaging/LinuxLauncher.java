package dev.earshot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Puts a launcher of our own into the application folder on Linux. That of jpackage runs {@code rpm} and {@code dpkg}
 * twice before it starts Java, which delays each window and each command by 0.2 s and more.
 */
final class LinuxLauncher {
    private LinuxLauncher() {}

    /** Replaces the launcher that jpackage has made. The file {@code earshot.cfg} keeps its meaning. */
    static void install(AppFolder app, PackageTexts texts) throws IOException {
        Files.copy(texts.folder().resolve("linux/launcher"), app.launcher(), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(app.launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(app.root().resolve("lib/libapplauncher.so"));
        // Of this name, so that the process is called earshot and not java.
        Path java = app.java();
        Files.copy(java, java.resolveSibling("earshot"), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
