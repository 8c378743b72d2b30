package dev.earshot.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerSetTest {

    @Test
    void aSetHasItsPeersAndNoOthers() {
        PeerSet some = PeerSet.of(List.of(7, 3, 7));
        assertThat(some.isEverybody()).isFalse();
        assertThat(List.of(0, 2, 3, 7, 8)).filteredOn(some::contains).containsExactly(3, 7);
        assertThat(some).isEqualTo(PeerSet.of(List.of(3, 7))).hasSameHashCodeAs(PeerSet.of(List.of(3, 7)));
        assertThat(PeerSet.of(3)).isEqualTo(PeerSet.of(List.of(3))).isNotEqualTo(some);
    }

    @Test
    void anEmptySetStandsForEverybodyAndRowsAboutNoPeer() {
        PeerSet all = PeerSet.of(List.of());
        assertThat(all).isEqualTo(PeerSet.EVERYBODY);
        assertThat(all.isEverybody()).isTrue();
        assertThat(List.of(0, 1, 99)).allMatch(all::contains);
    }
}
