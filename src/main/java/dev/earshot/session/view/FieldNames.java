package dev.earshot.session.view;

import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldValue;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the names of the fields that a message has, with those of the groups around them where that is needed. */
public final class FieldNames {
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_NAMES = 200;

    private FieldNames() {}

    /** Returns the names of the fields with a value, as conditions have them: {@code temp}, {@code gps.lat}. */
    static List<String> of(FieldReading reading) {
        return of(reading, value -> true);
    }

    private static List<String> of(FieldReading reading, Predicate<FieldValue> wanted) {
        Set<String> names = new LinkedHashSet<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < reading.size() && names.size() < MOST_NAMES; i++) {
            FieldValue value = reading.get(i);
            while (groups.size() > value.depth()) {
                groups.remove(groups.size() - 1);
            }
            if (!value.name().isEmpty() && !value.plainText().isEmpty() && wanted.test(value)) {
                names.add(name(groups, value.name()));
            }
            groups.add(value.name());
        }
        return List.copyOf(names);
    }

    /**
     * Returns a name as conditions have it, with its groups; one with signs and blanks stands alone, between
     * backquotes.
     *
     * @param groups the names of the groups around the field, the outermost first
     */
    public static String name(List<String> groups, String own) {
        if (!isPlain(own)) {
            return own.indexOf('`') < 0 ? '`' + own + '`' : own;
        }
        StringBuilder path = new StringBuilder();
        groups.stream()
                .filter(FieldNames::isPlain)
                .forEach(group -> path.append(group).append('.'));
        return path + own;
    }

    private static boolean isPlain(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    }

    /**
     * Reads the names of the fields of a message. Blocks; never on the EDT.
     *
     * @param number of the row in the whole log; less than 0 for none
     * @return no names for a row without fields
     */
    public static List<String> read(Session session, long number) {
        return read(session, number, value -> true);
    }

    /** Reads the names of the fields of a message that are numbers and no checksums. Blocks; never on the EDT. */
    public static List<String> readNumbers(Session session, long number) {
        return read(session, number, value -> value.isNumeric() && !value.isCheck());
    }

    private static List<String> read(Session session, long number, Predicate<FieldValue> wanted) {
        if (number < 0) {
            return List.of();
        }
        session.log().layouts().await();
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, MOST_BYTES);
            if (row.kind() == Row.Kind.EVENT || row.peer() == null) {
                return List.of();
            }
            FieldReading reading = new FieldReading();
            DecodedRow message = new DecodedRow(row, session.log().lens());
            session.log().lens().fields(row.peer()).read(message.fieldInput(), reading);
            return of(reading, wanted);
        } catch (IOException | IndexOutOfBoundsException e) {
            return List.of(); // the name can be typed
        }
    }
}
