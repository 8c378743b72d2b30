package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void theWalkGoesBackAndReturnsToTheDraft() {
        history.add(text("one"));
        history.add(text("two\nlines"));
        assertThat(history.walk(-1, text("half"))).isEqualTo(text("two\nlines"));
        assertThat(history.walk(-1, text("two\nlines"))).isEqualTo(text("one"));
        assertThat(history.walk(-1, text("one"))).isNull();
        assertThat(history.walk(1, text("one"))).isEqualTo(text("two\nlines"));
        assertThat(history.walk(1, text("two\nlines"))).isEqualTo(text("half"));
        assertThat(history.walk(1, text("half"))).isNull();
    }

    @Test
    void anEditedMessageBecomesTheDraft() {
        history.add(text("one"));
        history.add(text("two"));
        history.walk(-1, text(""));
        history.restartWalk();
        assertThat(history.walk(-1, text("two!"))).isEqualTo(text("two"));
        assertThat(history.walk(1, text("two"))).isEqualTo(text("two!"));
    }

    @Test
    void aRepeatedMessageIsKeptOnceAsTheLatest() {
        history.add(text("one"));
        history.add(text("two"));
        history.add(text("one"));
        assertThat(history.latestFirst()).containsExactly(text("one"), text("two"));
    }

    @Test
    void theSameTextInAnotherFormOrEncodingIsAnother() {
        history.add(text("31"));
        history.add(text("31").with("31", TextForm.HEX, Optional.empty()));
        history.add(text("31").with("31", TextForm.TEXT, Optional.of(Encoding.GBK)));
        assertThat(history.latestFirst()).hasSize(3);
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 0; i <= History.MOST; i++) {
            history.add(text("message " + i));
        }
        assertThat(history.latestFirst()).hasSize(History.MOST).doesNotContain(text("message 0"));
        assertThat(history.latestFirst().get(0)).isEqualTo(text("message " + History.MOST));
    }

    @Test
    void veryLongMessagesPushOutEarlierOnes() {
        String half = "x".repeat(History.MOST_CHARACTERS / 2);
        history.add(text("one"));
        history.add(text("a" + half));
        history.add(text("b" + half));
        assertThat(history.latestFirst()).containsExactly(text("b" + half));
        history.add(text(half + half + half));
        assertThat(history.latestFirst()).hasSize(1);
    }

    @Test
    void loadedMessagesComeBeforeLaterOnes() {
        history.addAll(List.of(text("two"), text("one")));
        history.add(text("three"));
        assertThat(history.latestFirst()).containsExactly(text("three"), text("two"), text("one"));
        history.remove(text("two"));
        assertThat(history.latestFirst()).containsExactly(text("three"), text("one"));
        history.clear();
        assertThat(history.walk(-1, text(""))).isNull();
    }

    private static Draft text(String text) {
        return Draft.EMPTY.with(text, TextForm.TEXT, Optional.empty());
    }
}
