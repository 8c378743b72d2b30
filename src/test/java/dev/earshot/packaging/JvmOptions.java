package dev.earshot.packaging;

import java.util.ArrayList;
import java.util.List;

/** The options of the JVM in a package, which a plain jar cannot bring. */
final class JvmOptions {
    private static final int NATIVE_ACCESS_WARNS = 24;

    private JvmOptions() {}

    /**
     * Returns the options without that of the class archive.
     *
     * <p>The first compiler alone and the serial collector: they paint the first window soonest and leave the processor to
     * reception, measured on two cores; on more it was not tried. What it costs is in {@code src/docs/packages.md}.
     *
     * @param jdk the feature release of the runtime, such as 25
     */
    static List<String> general(int jdk) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Xlog:disable", // standard output carries rows only
                "-Xlog:all=warning," + (ClassArchive.isAotCache(jdk) ? "aot*=off," : "") + "cds*=off:stderr"));
        if (jdk >= NATIVE_ACCESS_WARNS) {
            options.add("--enable-native-access=ALL-UNNAMED"); // FlatLaf; its warning would be the first line of each
            // command
        }
        return options;
    }
}
