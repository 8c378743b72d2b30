package dev.earshot.ui.log.detail;

import dev.earshot.session.view.FieldNames;
import dev.earshot.session.view.FieldNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import javax.swing.table.AbstractTableModel;

/**
 * The parts of a message as the rows of a table: those whose groups are all open, one below the other. Remembers by
 * their names which groups a person has opened and closed, also for the next messages. Confined to the EDT.
 */
final class FieldRows extends AbstractTableModel {
    /** With more parts, only the outermost groups are open by themselves. */
    private static final int MOST_OPEN = 300;

    private final Map<String, Boolean> chosen = new HashMap<>(); // whether a group is open, by its path
    private final List<Item> items = new ArrayList<>();
    private List<FieldNode> roots = List.of();
    private boolean opensAll = true;

    /**
     * One row.
     *
     * @param path the names of the groups around the part, and its own; unique in the message
     * @param depth the number of groups around the part
     */
    record Item(FieldNode node, String path, int depth) {}

    /** Shows the parts of another message. */
    void show(List<FieldNode> parts) {
        roots = parts;
        opensAll = count(parts) <= MOST_OPEN;
        rebuild();
    }

    private static int count(List<FieldNode> parts) {
        int count = parts.size();
        for (FieldNode part : parts) {
            count += count(part.parts());
        }
        return count;
    }

    private void rebuild() {
        items.clear();
        add(roots, "", 0);
        fireTableDataChanged();
    }

    private void add(List<FieldNode> parts, String group, int depth) {
        Map<String, Integer> named = new HashMap<>();
        for (FieldNode part : parts) {
            String path = path(group, part, named);
            items.add(new Item(part, path, depth));
            if (isOpen(path, depth)) {
                add(part.parts(), path, depth + 1);
            }
        }
    }

    /** Returns the path of a part; the second one of a name in its group has a number. */
    private static String path(String group, FieldNode part, Map<String, Integer> named) {
        int number = named.merge(part.name(), 1, Integer::sum);
        return group + "\n" + part.name() + (number > 1 ? "\t" + number : "");
    }

    private boolean isOpen(String path, int depth) {
        return chosen.getOrDefault(path, opensAll || depth == 0);
    }

    Item item(int row) {
        return items.get(row);
    }

    boolean isGroup(int row) {
        return !item(row).node.parts().isEmpty();
    }

    boolean isOpen(int row) {
        return isGroup(row) && isOpen(item(row).path, item(row).depth);
    }

    /** Opens or closes a group. */
    void open(int row, boolean wanted) {
        if (isGroup(row) && isOpen(row) != wanted) {
            chosen.put(item(row).path, wanted);
            rebuild();
        }
    }

    /** Opens or closes all groups of the message. */
    void openAll(boolean wanted) {
        chosen.clear();
        opensAll = wanted;
        choose(roots, "", wanted);
        rebuild();
    }

    private void choose(List<FieldNode> parts, String group, boolean wanted) {
        Map<String, Integer> named = new HashMap<>();
        for (FieldNode part : parts) {
            String path = path(group, part, named);
            if (!part.parts().isEmpty()) {
                chosen.put(path, wanted);
                choose(part.parts(), path, wanted);
            }
        }
    }

    /** Returns the row of the group around a part; -1 if it has none. */
    int groupOf(int row) {
        int at = row - 1;
        while (at >= 0 && item(at).depth >= item(row).depth) {
            at--;
        }
        return at;
    }

    /** Returns the name of a part as conditions have it, with the groups around it: {@code gps.lat}. */
    String fieldName(int row) {
        LinkedList<String> groups = new LinkedList<>();
        for (int at = groupOf(row); at >= 0; at = groupOf(at)) {
            groups.addFirst(item(at).node.name());
        }
        return FieldNames.name(groups, item(row).node.name());
    }

    /** Returns the row of a path; -1 if there is none now. */
    int find(String path) {
        for (int row = 0; row < items.size(); row++) {
            if (items.get(row).path.equals(path)) {
                return row;
            }
        }
        return -1;
    }

    /** Opens the groups around the smallest part that has all these bytes, and returns its row; -1 if there is none. */
    int reveal(int from, int to) {
        List<String> path = new ArrayList<>();
        smallest(roots, "", from, to, path);
        int row = -1;
        for (String step : path) {
            if (row >= 0) {
                open(row, true);
            }
            row = find(step);
        }
        return row;
    }

    private static void smallest(List<FieldNode> parts, String group, int from, int to, List<String> way) {
        Map<String, Integer> named = new HashMap<>();
        FieldNode best = null;
        String bestPath = "";
        for (FieldNode part : parts) {
            String path = path(group, part, named);
            boolean isIn = part.from() >= 0 && part.from() <= from && part.to() >= to;
            if (isIn && (best == null || part.to() - part.from() < best.to() - best.from())) {
                best = part;
                bestPath = path;
            }
        }
        if (best != null) {
            way.add(bestPath);
            smallest(best.parts(), bestPath, from, to, way);
        }
    }

    @Override
    public int getRowCount() {
        return items.size();
    }

    @Override
    public int getColumnCount() {
        return 2;
    }

    @Override
    public Object getValueAt(int row, int column) {
        FieldNode node = item(row).node;
        return column == 0 ? node.name() : node.value();
    }
}
