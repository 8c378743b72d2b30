package dev.earshot.session.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequentItemsTest {

    @Test
    void fewItemsAreCountedExactly() {
        FrequentItems<String, Integer> items = new FrequentItems<>(3);
        for (String item : "a b c a b a".split(" ")) {
            items.add(item, () -> 0);
        }
        assertThat(items.top(2, Comparator.naturalOrder()))
                .extracting(item -> item.key() + item.count())
                .containsExactly("a3", "b2");
        assertThat(items.greatestError()).isZero();
        assertThat(items.different()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 1000})
    void manyItemsKeepTheirGuarantees(int most) {
        Random random = new Random(most);
        Map<Integer, Long> right = new HashMap<>();
        FrequentItems<Integer, Integer> items = new FrequentItems<>(most);
        int added = 200_000;
        for (int i = 0; i < added; i++) {
            int item = (int) Math.exp(random.nextDouble() * 12); // few are frequent, most are rare
            right.merge(item, 1L, Long::sum);
            items.add(item, () -> item);
        }
        long error = items.greatestError();
        assertThat(error).isLessThanOrEqualTo(2L * added / most);
        Map<Integer, Long> counted = new HashMap<>();
        items.top(Integer.MAX_VALUE, Comparator.naturalOrder()).forEach(item -> counted.put(item.key(), item.count()));
        assertThat(counted.size()).isLessThanOrEqualTo(most);
        counted.forEach((item, count) -> assertThat(right.get(item)).isBetween(count, count + error));
        right.forEach((item, count) ->
                assertThat(count > error && !counted.containsKey(item)).isFalse());
        assertThat(items.different()).isLessThanOrEqualTo(right.size());
    }
}
