package dev.earshot.ui.log.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.view.FieldNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldRowsTest {
    private final FieldRows rows = new FieldRows();

    private static FieldNode group(String name, int from, int to, FieldNode... parts) {
        return new FieldNode(name, "", from, to, false, List.of(parts));
    }

    private static FieldNode leaf(String name, int from, int to) {
        return FieldNode.leaf(name, name + "!", from, to);
    }

    private List<String> shown() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < rows.getRowCount(); row++) {
            names.add(" ".repeat(rows.item(row).depth()) + rows.getValueAt(row, 0));
        }
        return names;
    }

    @Test
    void groupsAreOpenUntilAPersonClosesThemAlsoInTheNextMessage() {
        List<FieldNode> parts = List.of(leaf("a", 0, 1), group("g", 1, 3, leaf("x", 1, 2), leaf("y", 2, 3)));
        rows.show(parts);
        assertThat(shown()).containsExactly("a", "g", " x", " y");
        rows.open(1, false);
        assertThat(shown()).containsExactly("a", "g");
        rows.show(parts);
        assertThat(shown()).containsExactly("a", "g");
        rows.openAll(true);
        assertThat(shown()).containsExactly("a", "g", " x", " y");
        rows.openAll(false);
        assertThat(shown()).containsExactly("a", "g");
    }

    @Test
    void bytesFindTheSmallestPartAndOpenTheGroupsAroundIt() {
        rows.show(List.of(leaf("a", 0, 1), group("g", 1, 9, group("h", 1, 5, leaf("x", 1, 2)), leaf("y", 6, 7))));
        rows.openAll(false);
        assertThat(rows.getValueAt(rows.reveal(1, 2), 0)).isEqualTo("x");
        assertThat(rows.getValueAt(rows.reveal(1, 3), 0)).isEqualTo("h");
        assertThat(rows.getValueAt(rows.reveal(5, 7), 0)).isEqualTo("g");
        assertThat(rows.reveal(0, 9)).isEqualTo(-1);
        assertThat(rows.reveal(20, 21)).isEqualTo(-1);
    }

    @Test
    void partsOfTheSameNameAreTold() {
        rows.show(List.of(leaf("a", 0, 1), leaf("a", 1, 2)));
        assertThat(rows.find(rows.item(1).path())).isEqualTo(1);
        assertThat(rows.item(0).path()).isNotEqualTo(rows.item(1).path());
    }

    @Test
    void aHugeTreeBeginsWithItsOutermostGroupsOpen() {
        FieldNode[] many =
                IntStream.range(0, 1000).mapToObj(i -> leaf("n" + i, i, i + 1)).toArray(FieldNode[]::new);
        rows.show(List.of(group("g", 0, 1000, group("inner", 0, 1000, many))));
        assertThat(shown()).containsExactly("g", " inner");
        assertThat(rows.getValueAt(rows.reveal(999, 1000), 0)).isEqualTo("n999");
    }
}
