package dev.earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class InstalledPackageTest {
    @TempDir
    private Path folder;

    private Path app;

    @BeforeEach
    void make() throws IOException {
        app = folder.resolve("opt/earshot/lib/app");
        Files.createDirectories(app);
        Files.createDirectories(folder.resolve("opt/earshot/bin"));
        Files.createDirectories(folder.resolve("opt/earshot/lib/runtime"));
        Files.writeString(folder.resolve("opt/earshot/bin/earshot"), "#!/bin/sh\n");
        Files.writeString(
                folder.resolve("opt/earshot/lib/runtime/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.3\"\n");
        configure("-XX:AOTCache=$APPDIR/earshot.aot");
    }

    private void configure(String archive) throws IOException {
        Files.writeString(
                app.resolve("earshot.cfg"),
                "[Application]\napp.classpath=$APPDIR/earshot.jar\napp.mainclass=dev.earshot.Earshot\n\n[JavaOptions]\n"
                        + "java-options=-Xmx512m\njava-options=" + archive + "\n");
    }

    private List<String> launch(String... options) throws IOException {
        Path launcher = InstalledPackage.in(folder.resolve("opt/earshot"))
                .launcher(folder.resolve("place"), List.of(options), List.of("/a", "/b.jar"), "bench.Window");
        assertThat(launcher).hasContent("#!/bin/sh");
        assertThat(folder.resolve("place/lib/runtime/release")).exists();
        return Files.readAllLines(launcher.resolveSibling("../lib/app/earshot.cfg"));
    }

    @Test
    void onlyMainClassAndTheEndOfTheClassPathDiffer() throws IOException {
        configure("-XX:SharedArchiveFile=$APPDIR/earshot.jsa");
        assertThat(launch("-Done=1"))
                .containsExactly(
                        "[Application]",
                        "app.classpath=" + app + "/earshot.jar:/a:/b.jar",
                        "app.mainclass=bench.Window",
                        "",
                        "[JavaOptions]",
                        "java-options=-Xmx512m",
                        "java-options=-XX:SharedArchiveFile=" + app + "/earshot.jsa",
                        "java-options=-Xshare:on", // or a package without its archive would be measured
                        "java-options=-Done=1");
    }

    @Test
    void theClassPathOfAnAotCacheLiesInOneFolder() throws IOException {
        Path place = folder.resolve("place/lib/app");
        assertThat(launch())
                .contains(
                        "app.classpath=" + place + "/earshot.jar:" + place + "/1-a:" + place + "/2-b.jar",
                        "java-options=-XX:AOTCache=" + app + "/earshot.aot")
                .endsWith("java-options=-XX:AOTMode=on");
        assertThat(Files.readSymbolicLink(place.resolve("earshot.jar"))).isEqualTo(app.resolve("earshot.jar"));
        assertThat(Files.readSymbolicLink(place.resolve("2-b.jar"))).isEqualTo(Path.of("/b.jar"));
    }

    @Test
    void aPackageWithoutAClassArchiveIsNotMeasured() throws IOException {
        configure("-Xint");
        assertThatThrownBy(this::launch).isInstanceOf(IOException.class).hasMessageContaining("names no class archive");
    }

    @Test
    void itsJavaHasARelease() throws IOException {
        assertThat(InstalledPackage.in(folder.resolve("opt/earshot")).jdk()).isEqualTo(25);
    }

    @Test
    void anotherFolderIsNoPackage() {
        assertThatThrownBy(() -> InstalledPackage.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no folder of a package");
    }

    @Test
    void theJarOfThePackageStandsForThatOfTheBuild() {
        String path = String.join(File.pathSeparator, "target/earshot.jar", "target/test-classes", "/m2/flatlaf.jar");
        assertThat(InstalledPackage.classesBesideTheJar(path))
                .containsExactly("target/test-classes", "/m2/flatlaf.jar");
    }
}
