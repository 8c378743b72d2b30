package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoableListModelTest {
    private final List<String> published = new ArrayList<>();
    private final Letters model = new Letters();
    private int changes;

    private enum Column {
        DELAY,
        FORM
    }

    /** The undone state: letters and a mark. */
    private record Marked(List<String> letters, String mark) {}

    private final class Letters extends UndoableListModel<Marked, String> {
        private String mark = "";

        Letters() {
            super("ui.rules.column.", new Words(Locale.ENGLISH), Column.values(), List.of("a", "b", "c"));
            whenChanged(() -> changes++);
        }

        @Override
        protected List<String> list(Marked state) {
            return state.letters;
        }

        @Override
        protected Marked stateWith(List<String> other) {
            return new Marked(other, mark);
        }

        @Override
        protected void publish(Marked state) {
            mark = state.mark;
            published.add(mark + String.join("", state.letters));
        }

        @Override
        protected String withValue(String letter, int column, Object value) {
            return String.valueOf(value);
        }

        @Override
        public Map<Column, Problem> problems(int row) {
            return get(row).startsWith("?") ? Map.of(Column.FORM, new Problem("ui.send.nothing", -1)) : Map.of();
        }

        @Override
        public Object getValueAt(int row, int column) {
            return get(row);
        }

        void mark(String now) {
            replaceAround(new Marked(list(), now), "mark");
        }
    }

    @Test
    void everyChangeIsPublishedAndUndoneSeparately() {
        model.add(1, "x");
        model.remove(0);
        assertThat(model.move(0, 1)).isEqualTo(1);
        model.setValueAt("z", 2, 0);
        model.mark("!");
        assertThat(published).containsExactly("axbc", "xbc", "bxc", "bxz", "!bxz");
        published.clear();
        while (model.canUndo()) {
            model.undo();
        }
        assertThat(published).containsExactly("bxz", "bxc", "xbc", "axbc", "abc");
        assertThat(changes).isEqualTo(10);
    }

    @Test
    void oneUndoTakesBackAllConsecutiveEditsOfTheSameThing() {
        model.put(0, "a1", "name 0");
        model.put(0, "a12", "name 0");
        model.put(1, "b1", "name 1");
        model.undo();
        assertThat(model.list()).containsExactly("a12", "b", "c");
        model.undo();
        assertThat(model.list()).containsExactly("a", "b", "c");
    }

    @Test
    void anEqualEntryIsNotAChange() {
        model.put(0, "a");
        assertThat(model.move(0, -1)).isZero();
        assertThat(model.move(2, 1)).isEqualTo(2);
        model.setValueAt("z", 3, 0); // an editor that ends after its row was taken away
        model.undo();
        assertThat(published).isEmpty();
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void aListChangedElsewhereIsShownButNotPublished() {
        model.show(List.of("q"));
        assertThat(model.list()).containsExactly("q");
        assertThat(published).isEmpty();
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void onlyTheLatestHundredChangesAreUndone() {
        for (int i = 0; i < 120; i++) {
            model.put(0, "a" + i);
        }
        int undone = 0;
        while (model.canUndo()) {
            model.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(100);
        assertThat(model.get(0)).isEqualTo("a19");
    }

    @Test
    void theProblemOfTheSelectedEntryComesFirst() {
        assertThat(model.firstProblem(-1)).isNull();
        model.put(1, "?");
        model.put(2, "?");
        assertThat(model.firstProblem(-1).row()).isEqualTo(1);
        assertThat(model.firstProblem(2).row()).isEqualTo(2);
        assertThat(model.firstProblem(0).row()).isEqualTo(1);
        assertThat(model.firstProblem(3).column()).isEqualTo("Form");
    }

    @Test
    void columnsAreNamedByTheirWords() {
        assertThat(model.getColumnCount()).isEqualTo(2);
        assertThat(model.getColumnName(1)).isEqualTo("Form");
    }
}
