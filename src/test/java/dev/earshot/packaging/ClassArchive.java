package dev.earshot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The archive of loaded classes that lets the program start faster.
 *
 * <p>From JDK 25 on it is an AOT cache, which may be moved with the folder as long as the files keep their times. JDK
 * 17 binds an archive to the place of the jar, so that only a list of classes is packed, and the archive is made where
 * the package is installed.
 */
final class ClassArchive {
    private static final int AOT_CACHE = 25;
    private static final int LEAST_BYTES = 1 << 20;

    private final AppFolder app;
    private final int jdk;

    ClassArchive(AppFolder app, int jdk) {
        this.app = app;
        this.jdk = jdk;
    }

    static boolean isAotCache(int jdk) {
        return jdk >= AOT_CACHE;
    }

    /** Returns the option by which the launcher finds the archive; without the file it is ignored. */
    static String option(int jdk) {
        return isAotCache(jdk) ? "-XX:AOTCache=$APPDIR/earshot.aot" : "-XX:SharedArchiveFile=$APPDIR/earshot.jsa";
    }

    /** Returns the options of a run that notes which classes are loaded. */
    List<String> recording() {
        return isAotCache(jdk)
                ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + list())
                : List.of("-XX:DumpLoadedClassList=" + list());
    }

    /** Makes the archive from what a run has noted, in the application folder, and tries it. */
    void create() throws IOException {
        if (!Files.exists(list())) {
            throw new PackageException("The window has noted no classes in " + list() + ".");
        }
        List<String> create = new ArrayList<>(List.of(app.java().toString()));
        create.addAll(JvmOptions.general(jdk));
        create.addAll(
                isAotCache(jdk)
                        ? List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + list(), "-XX:AOTCache=" + file())
                        : List.of(
                                "-Xshare:dump",
                                "-XX:SharedClassListFile=" + list(),
                                "-XX:SharedArchiveFile=" + file()));
        create.addAll(List.of("-cp", app.jar().toString()));
        Tools.run(create);
        if (!Files.exists(file()) || Files.size(file()) < LEAST_BYTES) {
            throw new PackageException("There is no class archive " + file() + " after it was made.");
        }
        verify();
        if (isAotCache(jdk)) {
            Files.delete(list());
        }
    }

    /** Starts the program with the archive as a condition. */
    private void verify() throws IOException {
        List<String> start = new ArrayList<>(List.of(app.java().toString()));
        start.addAll(JvmOptions.general(jdk));
        start.addAll(
                isAotCache(jdk)
                        ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + file())
                        : List.of("-Xshare:on", "-XX:SharedArchiveFile=" + file()));
        start.addAll(List.of("-cp", app.jar().toString(), AppFolder.MAIN_CLASS, "--version"));
        Tools.run(start);
    }

    private Path file() {
        return app.files().resolve(isAotCache(jdk) ? "earshot.aot" : "earshot.jsa");
    }

    private Path list() {
        return app.files().resolve(isAotCache(jdk) ? "earshot.aotconf" : "earshot.classlist");
    }
}
