package dev.earshot.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the forms in which people write fingerprints. */
class FingerprintTest {
    private static final String DIGITS = "3AF0".repeat(16);

    @Test
    void allUsualFormsMeanTheSame() throws Problem {
        Fingerprint read = Fingerprint.parse(DIGITS);
        assertThat(read.text()).startsWith("3A:F0:3A").hasSize(95);
        assertThat(Fingerprint.parse(read.text())).isEqualTo(read);
        assertThat(Fingerprint.parse(" " + DIGITS.toLowerCase(java.util.Locale.ROOT) + "\n"))
                .isEqualTo(read);
        assertThat(Fingerprint.parse("sha256 Fingerprint=" + read.text())).isEqualTo(read);
        assertThat(Fingerprint.parse("SHA-256:" + read.text().replace(':', ' ')))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3A", "3AF03AF03AF03AF03AF03AF03AF03AF03AF03AF0", "boiler"})
    void othersAreRefused(String typed) {
        assertThatThrownBy(() -> Fingerprint.parse(typed)).isInstanceOf(Problem.class);
    }
}
