package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpackageArgumentsTest {
    private static final Path SOURCE = Path.of("src/packaging");
    private static final Path OUT = Path.of("out");

    private static JpackageArguments arguments(TargetSystem system, int jdk) throws IOException {
        return new JpackageArguments(system, jdk, new PackageVersion("0.1.0-SNAPSHOT"), new PackageTexts(SOURCE));
    }

    private static List<String> folder(TargetSystem system, int jdk) throws IOException {
        return arguments(system, jdk).folder(Path.of("in"), Path.of("runtime"), Path.of("icons"), OUT);
    }

    private static List<String> installer(TargetSystem system, PackageType type) throws IOException {
        return arguments(system, 25).installer(type, AppFolder.in(OUT, system), Path.of("resources"), OUT);
    }

    /** Returns the values of an option. */
    private static List<String> values(List<String> arguments, String option) {
        return IntStream.range(0, arguments.size() - 1)
                .filter(i -> arguments.get(i).equals(option))
                .mapToObj(i -> arguments.get(i + 1))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @EnumSource
    void theFolderHasTheJarTheRuntimeAndTheIconOfTheSystem(TargetSystem system) throws IOException {
        List<String> arguments = folder(system, 25);
        assertThat(values(arguments, "--type")).containsExactly("app-image");
        assertThat(values(arguments, "--main-jar")).containsExactly("earshot.jar");
        assertThat(values(arguments, "--main-class")).containsExactly(dev.earshot.Earshot.class.getName());
        assertThat(values(arguments, "--runtime-image")).containsExactly("runtime");
        String icon = Path.of(values(arguments, "--icon").get(0)).getFileName().toString();
        assertThat(icon)
                .isEqualTo(
                        switch (system) {
                            case LINUX -> "earshot.png";
                            case WINDOWS -> "earshot.ico";
                            case MAC -> "earshot.icns";
                        });
        assertThat(values(arguments, "--name")).containsExactly(system == TargetSystem.LINUX ? "earshot" : "Earshot");
    }

    @Test
    void theClassArchiveIsThatOfTheRuntime() throws IOException {
        assertThat(values(folder(TargetSystem.LINUX, 17), "--java-options"))
                .contains("-XX:SharedArchiveFile=$APPDIR/earshot.jsa", "-Xlog:all=warning,cds*=off:stderr")
                .doesNotContain("--enable-native-access=ALL-UNNAMED");
        assertThat(values(folder(TargetSystem.LINUX, 25), "--java-options"))
                .contains("-XX:AOTCache=$APPDIR/earshot.aot", "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void windowsHasASecondProgramForTheTerminal() throws IOException {
        String launcher =
                values(folder(TargetSystem.WINDOWS, 25), "--add-launcher").get(0);
        assertThat(launcher).startsWith("earshot-terminal=");
        assertThat(Files.readString(Path.of(launcher.substring(launcher.indexOf('=') + 1))))
                .contains("win-console=true");
    }

    @Test
    void eachInstallerIsMadeOfTheFolder() throws IOException {
        List<String> deb = installer(TargetSystem.LINUX, PackageType.DEB);
        assertThat(values(deb, "--type")).containsExactly("deb");
        assertThat(values(deb, "--app-image"))
                .containsExactly(OUT.resolve("earshot").toString());
        assertThat(values(deb, "--app-version")).containsExactly("0.1.0~snapshot");
        assertThat(values(deb, "--linux-deb-maintainer")).containsExactly("dev@earshot.dev");
        assertThat(values(installer(TargetSystem.LINUX, PackageType.RPM), "--linux-rpm-license-type"))
                .containsExactly("Apache-2.0");
        assertThat(values(installer(TargetSystem.WINDOWS, PackageType.MSI), "--win-upgrade-uuid")
                        .get(0))
                .hasSize(36);
        List<String> dmg = installer(TargetSystem.MAC, PackageType.DMG);
        assertThat(values(dmg, "--app-image"))
                .containsExactly(OUT.resolve("Earshot.app").toString());
        assertThat(values(dmg, "--app-version")).containsExactly("1.1.0");
    }

    @ParameterizedTest
    @EnumSource
    void noInstallerTakesATypeOfFileForItself(PackageType type) throws IOException {
        TargetSystem system = List.of(TargetSystem.values()).stream()
                .filter(one -> PackageType.of(one).anyMatch(type::equals))
                .findFirst()
                .orElseThrow();
        assertThat(installer(system, type)).doesNotContain("--file-associations", "--linux-shortcut");
    }
}
