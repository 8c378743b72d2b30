package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParseCacheTest {
    @Test
    void whatIsUsedIsReadOnceAndTheRestIsForgotten() {
        ParseCache<Object> recent = new ParseCache<>(text -> new Object());
        Object first = recent.of("0");
        for (int i = 0; i < 3 * ParseCache.MOST; i++) {
            recent.of("other " + i);
            assertThat(recent.of("0")).as("it is used").isSameAs(first);
        }
        Object other = recent.of("other 0");
        assertThat(other).isSameAs(recent.of("other 0"));
        for (int i = 0; i < ParseCache.MOST; i++) {
            recent.of(" " + i);
        }
        assertThat(recent.of("other 0")).as("forgotten").isNotSameAs(other);
    }

    @Test
    void aFramingIsReadOnceForAllStreamsAndMessages() {
        assertThat(MarkSet.of("AA55|AA56")).isSameAs(MarkSet.of("AA55|AA56"));
        assertThat(FramingOptions.mark("AA57")).isSameAs(FramingOptions.mark("AA57"));
    }
}
