package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageOptionsTest {
    @TempDir
    private Path path;

    private List<PackageType> types(String wanted, TargetSystem system) {
        return PackageOptions.parse("project", "1.0", wanted, "true").types(system, path.toString());
    }

    private void install(String... programs) throws IOException {
        for (String program : programs) {
            assertThat(Files.createFile(path.resolve(program)).toFile().setExecutable(true))
                    .isTrue();
        }
    }

    @Test
    void whatCanBeMadeIsMade() throws IOException {
        install("dpkg", "dpkg-deb", "fakeroot", "strip");
        assertThat(types("auto", TargetSystem.LINUX)).containsExactly(PackageType.DEB);
        install("rpm", "rpmbuild");
        assertThat(types("auto", TargetSystem.LINUX)).containsExactly(PackageType.DEB, PackageType.RPM);
        assertThat(types("rpm", TargetSystem.LINUX)).containsExactly(PackageType.RPM);
        assertThat(types("none", TargetSystem.LINUX)).isEmpty();
    }

    @Test
    void aMissingProgramIsNamedWithItsSource() throws IOException {
        install("dpkg", "dpkg-deb", "strip");
        assertThatThrownBy(() -> types("deb", TargetSystem.LINUX))
                .hasMessageContaining(".deb these programs are missing: fakeroot. Get them: apt-get install fakeroot");
        assertThatThrownBy(() -> types("auto", TargetSystem.LINUX))
                .hasMessageContaining("No installer can be made here")
                .hasMessageContaining("rpmbuild, rpm")
                .hasMessageContaining("-Dpackage.types=none");
        assertThatThrownBy(() -> types("auto", TargetSystem.WINDOWS)).hasMessageContaining("candle, light");
    }

    @Test
    void aTypeOfAnotherSystemIsAnError() {
        assertThatThrownBy(() -> types("msi", TargetSystem.LINUX))
                .hasMessageContaining("this system makes deb, rpm or none");
    }

    @Test
    void programsOfWindowsAreFoundByTheirEnding() throws IOException {
        install("candle.exe", "light.exe");
        assertThat(types("auto", TargetSystem.WINDOWS)).containsExactly(PackageType.MSI);
    }
}
