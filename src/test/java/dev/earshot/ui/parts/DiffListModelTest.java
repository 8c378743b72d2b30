package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import org.junit.jupiter.api.Test;

class DiffListModelTest {

    @Test
    void listenersThatFollowTheEventsEndUpWithTheSameList() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DiffListModel<Integer> list = new DiffListModel<>();
        Mirror mirror = new Mirror(list);
        for (int round = 0; round < 500; round++) {
            List<Integer> wanted = IntStream.range(0, 12)
                    .filter(i -> random.nextBoolean())
                    .boxed()
                    .toList();
            list.setItems(wanted);
            assertThat(mirror.items).as("seed " + seed).isEqualTo(wanted);
            assertThat(list.getSize()).isEqualTo(wanted.size());
        }
    }

    @Test
    void theSameItemsFireNoEvent() {
        DiffListModel<String> list = new DiffListModel<>();
        list.setItems(List.of("a", "b"));
        Mirror mirror = new Mirror(list);
        assertThat(list.setItems(List.of("a", "b"))).isFalse();
        assertThat(mirror.rows).isZero();
    }

    @Test
    void aChangeOfOneInAThousandRowsFiresAnEventForOneRow() {
        List<Integer> thousand =
                new ArrayList<>(IntStream.range(0, 1000).boxed().toList());
        DiffListModel<Integer> list = new DiffListModel<>();
        list.setItems(thousand);
        Mirror mirror = new Mirror(list);
        thousand.remove(500);
        list.setItems(thousand);
        assertThat(mirror.rows).isEqualTo(1);
    }

    /** Keeps a copy up to date by the events alone. */
    private static final class Mirror implements ListDataListener {
        private final DiffListModel<?> list;
        private final List<Object> items = new ArrayList<>();
        private int rows;

        Mirror(DiffListModel<?> list) {
            this.list = list;
            for (int i = 0; i < list.getSize(); i++) {
                items.add(list.getElementAt(i));
            }
            list.addListDataListener(this);
        }

        @Override
        public void intervalAdded(ListDataEvent e) {
            for (int i = e.getIndex0(); i <= e.getIndex1(); i++) {
                items.add(i, list.getElementAt(i));
                rows++;
            }
        }

        @Override
        public void intervalRemoved(ListDataEvent e) {
            items.subList(e.getIndex0(), e.getIndex1() + 1).clear();
            rows += e.getIndex1() - e.getIndex0() + 1;
        }

        @Override
        public void contentsChanged(ListDataEvent e) {
            for (int i = e.getIndex0(); i <= e.getIndex1(); i++) {
                items.set(i, list.getElementAt(i));
                rows++;
            }
        }
    }
}
