package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LinuxInstallerTest {
    private static String specification(int jdk) throws IOException {
        JpackageArguments arguments = new JpackageArguments(
                TargetSystem.LINUX, jdk, new PackageVersion("1.0"), new PackageTexts(Path.of("src/packaging")));
        return new LinuxInstaller(arguments, Path.of("work")).specification(Path.of("files"));
    }

    @Test
    void anArchiveOfJdk17IsMadeAtInstallationAndGoesWithTheLastVersion() throws IOException {
        assertThat(specification(17))
                .contains("cp -a files/. %{buildroot}", "%post\n", "-Xshare:dump -XX:TieredStopAtLevel=1")
                .contains("%preun\n[ \"$1\" = 0 ] || exit 0\nrm -f /opt/earshot/lib/app/earshot.jsa")
                .doesNotContainPattern("@[a-z]+@");
    }

    @Test
    void anAotCacheIsInThePackage() throws IOException {
        assertThat(specification(25)).doesNotContain("%post", "%preun");
    }

    @Test
    void theOptionsOfTheScriptAreThoseOfTheLauncher() throws IOException {
        String script =
                new PackageTexts(Path.of("src/packaging")).fill("linux/make-archive", new PackageVersion("1.0"));
        assertThat(JvmOptions.general(17))
                .filteredOn(option -> option.startsWith("-X") && !option.startsWith("-Xlog"))
                .allSatisfy(option -> assertThat(script).contains(option));
    }
}
