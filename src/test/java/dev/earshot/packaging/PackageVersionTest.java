package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageVersionTest {
    @Test
    void aSnapshotIsLowerThanItsRelease() {
        PackageVersion snapshot = new PackageVersion("0.1.0-SNAPSHOT");
        assertThat(snapshot.of(TargetSystem.LINUX))
                .isEqualTo("0.1.0~snapshot"); // "~" sorts before the end of a version
        assertThat(snapshot.of(TargetSystem.WINDOWS)).isEqualTo("0.1.0");
        assertThat(snapshot.of(TargetSystem.MAC)).isEqualTo("1.1.0");
        assertThat(new PackageVersion("0.1.0-rc-2").linux()).isEqualTo("0.1.0~rc.2");
    }

    @Test
    void aReleaseStaysAsItIs() {
        for (TargetSystem system : TargetSystem.values()) {
            assertThat(new PackageVersion("1.10.2").of(system)).isEqualTo("1.10.2");
        }
    }
}
