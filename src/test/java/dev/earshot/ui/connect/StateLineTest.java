package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.Status;
import dev.earshot.session.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateLineTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:8080", "[::]:8080"})
    void anEndpointOnAllInterfacesSaysSoAsLongAsItIsOpen(String address) {
        assertThat(StateLine.text(new Status(Status.State.OPEN, address, null), ENGLISH))
                .isEqualTo("Listening on " + address + " - the whole network can reach it");
        assertThat(StateLine.text(new Status(Status.State.CLOSED, address, null), ENGLISH))
                .doesNotContain("network");
    }

    @Test
    void anEndpointOnOneAddressSaysNothingMore() {
        assertThat(StateLine.text(new Status(Status.State.OPEN, "127.0.0.1:8080", null), ENGLISH))
                .isEqualTo("Listening on 127.0.0.1:8080");
    }
}
