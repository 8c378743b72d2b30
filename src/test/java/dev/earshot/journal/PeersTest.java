package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {

    @Test
    void someAreThoseAndNobodyElse() {
        Peers some = Peers.of(List.of(7, 3, 7));
        assertThat(some.everybody()).isFalse();
        assertThat(List.of(0, 2, 3, 7, 8)).filteredOn(some::contains).containsExactly(3, 7);
        assertThat(some).isEqualTo(Peers.of(List.of(3, 7))).hasSameHashCodeAs(Peers.of(List.of(3, 7)));
        assertThat(Peers.of(3)).isEqualTo(Peers.of(List.of(3))).isNotEqualTo(some);
    }

    @Test
    void noneStandsForEverybodyAndForRowsAboutNobody() {
        Peers all = Peers.of(List.of());
        assertThat(all).isEqualTo(Peers.EVERYBODY);
        assertThat(all.everybody()).isTrue();
        assertThat(List.of(0, 1, 99)).allMatch(all::contains);
    }
}
