package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LinuxLauncherTest {
    /** Stands for {@code java}: prints what it was given. */
    private static final String JAVA =
            "#!/bin/sh\necho \"by $0 with ${JDK_JAVA_OPTIONS-nothing}\"\nprintf '<%s>\\n' \"$@\"\n";

    @TempDir
    private Path folder;

    private AppFolder app;

    @BeforeEach
    void make() throws IOException {
        app = AppFolder.in(folder.resolve("two words*"), TargetSystem.LINUX);
        Files.createDirectories(app.files());
        write(app.launcher(), "that of jpackage");
        write(app.java(), JAVA);
        write(app.root().resolve("lib/libapplauncher.so"), "");
        Files.writeString(app.files().resolve("earshot.cfg"), """
            [Application]
            app.classpath=$APPDIR/earshot.jar
            app.mainclass=dev.earshot.Earshot

            [JavaOptions]
            java-options=-Xlog:all=warning,cds*=off:stderr
            java-options=-Dname=two words
            java-options=-Dpath=$APPDIR/a:$APPDIR/b
            java-options=-XX:AOTCache=$APPDIR/earshot.aot\
            """);
        LinuxLauncher.install(app, new PackageTexts(Path.of("src/packaging")));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> run(Path launcher, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Tools.run(command, variables).lines().toList();
    }

    @Test
    void theProgramStartsAsTheConfigurationSays() throws IOException {
        assertThat(run(app.launcher(), Map.of(), "listen", "a b", "", "*", "$HOME", "it's", "@file"))
                .containsExactly(
                        "by " + app.root() + "/lib/runtime/bin/earshot with nothing",
                        "<-Xlog:all=warning,cds*=off:stderr>",
                        "<-Dname=two words>",
                        "<-Dpath=" + app.files() + "/a:" + app.files() + "/b>",
                        "<-XX:AOTCache=" + app.files() + "/earshot.aot>",
                        "<-cp>",
                        "<" + app.jar() + ">",
                        "<dev.earshot.Earshot>",
                        "<listen>",
                        "<a b>",
                        "<>",
                        "<*>",
                        "<$HOME>",
                        "<it's>",
                        "<@file>");
    }

    @Test
    void theFolderIsFoundThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("earshot"), app.launcher());
        assertThat(run(link, Map.of())).contains("<" + app.jar() + ">").endsWith("<dev.earshot.Earshot>");
    }

    @Test
    void optionsMeantForOtherProgramsAreNotTaken() throws IOException {
        assertThat(run(app.launcher(), Map.of("JDK_JAVA_OPTIONS", "-Xint")).get(0))
                .endsWith(" with nothing");
    }

    @Test
    void nothingOfTheLauncherOfJpackageIsLeft() throws IOException {
        assertThat(Files.readString(app.launcher())).startsWith("#!/bin/sh\n");
        assertThat(app.root().resolve("lib/libapplauncher.so")).doesNotExist();
    }

    @Test
    void noOtherProgramDelaysTheStart() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        for (String program : List.of("rpm", "dpkg", "dpkg-query", "dirname", "sed", "cat")) {
            write(programs.resolve(program), "#!/bin/sh\n: > '" + folder.resolve("called") + "'\n");
        }
        run(app.launcher(), Map.of("PATH", programs + ":" + System.getenv("PATH")));
        assertThat(folder.resolve("called")).doesNotExist();
    }
}
