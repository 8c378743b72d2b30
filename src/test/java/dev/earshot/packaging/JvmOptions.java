package dev.earshot.packaging;

import java.util.ArrayList;
import java.util.List;

/** The options of the JVM in a package, which a plain jar cannot bring. */
final class JvmOptions {
    private static final int NATIVE_ACCESS_WARNS = 24;
    private static final boolean IS_WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private JvmOptions() {}

    /**
     * Returns the options without that of the class archive.
     *
     * <p>The first compiler alone and the serial collector: they paint the first window soonest and leave the processor
     * to reception, measured on two cores; on more it was not tried. What it costs is in {@code src/docs/packages.md}.
     *
     * @param jdk the feature release of the runtime, such as 25
     */
    static List<String> general(int jdk) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m", // 10,000 clients take 149 MB; rows are on disk
                "-Xlog:disable", // standard output carries rows only
                "-Xlog:all=warning," + (ClassArchive.isAotCache(jdk) ? "aot*=off," : "") + "cds*=off:stderr"));
        if (!IS_WINDOWS) {
            // Code that is not compiled touches so many pages of a thread's stack beyond its frames. Half the usual
            // number, the least that is allowed, saves 40 of 140 KB a client.
            options.add("-XX:StackShadowPages=10");
        }
        if (jdk >= NATIVE_ACCESS_WARNS) {
            // For FlatLaf, whose warning would be the first line of each command.
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }
}
