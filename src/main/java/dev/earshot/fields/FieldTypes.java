package dev.earshot.fields;

import java.util.LinkedHashMap;
import java.util.Map;

/** The types of fields by their names; a new type is registered here. */
final class FieldTypes {
    private static final Map<String, FieldType> BY_NAME = new LinkedHashMap<>();

    static {
        for (int size = 1; size <= 8; size++) {
            add(new IntegerType(size, false));
            add(new IntegerType(size, true));
        }
        addAll(FloatType.values());
        addAll(TextType.values());
        addAll(TimeType.values());
        addAll(VarintType.values());
        addAll(DomainNameType.values());
        addAll(AddressType.values());
    }

    private FieldTypes() {}

    private static void addAll(FieldType... types) {
        for (FieldType type : types) {
            add(type);
        }
    }

    private static void add(FieldType type) {
        BY_NAME.put(type.toString(), type);
    }

    /** Returns the type of a name; null if there is none. */
    static FieldType find(String name) {
        return BY_NAME.get(name);
    }

    /** Returns all names with commas between. */
    static String names() {
        return String.join(", ", BY_NAME.keySet());
    }
}
