package dev.earshot.fields.edit;

import dev.earshot.codec.Problem;
import java.util.List;

/** The parts of a field's description that people type in cells of a table, each as one text. */
public enum FieldProperty {
    NAME,
    /**
     * Where it begins: 3 from the start, -1 from the end, +2 behind the field before, (1) a group; empty: right behind.
     */
    PLACE {
        private static final List<String> KEYS = List.of("at", "skip", "group");

        @Override
        public String of(EditedField field) {
            String group = field.get("group");
            String skip = field.get("skip");
            return !group.isEmpty() ? "(" + group + ")" : !skip.isEmpty() ? "+" + skip : field.get("at");
        }

        @Override
        public EditedField put(EditedField field, String typed) {
            EditedField plain = field.without(KEYS);
            if (typed.startsWith("(") && typed.endsWith(")")) {
                return number(
                        plain, "group", typed.substring(1, typed.length() - 1).strip());
            }
            return typed.startsWith("+")
                    ? number(plain, "skip", typed.substring(1).strip())
                    : number(plain, "at", typed);
        }
    },
    TYPE {
        @Override
        public EditedField put(EditedField field, String typed) {
            return field.with("type", typed);
        }
    },
    ORDER,
    /**
     * The bytes of a text: a number or formula, or one of {@code until 0D0A}, {@code prefix u8} and {@code without 2}.
     */
    LENGTH {
        private static final List<String> KEYS = List.of("length", "until", "prefix", "without");

        @Override
        public String of(EditedField field) {
            for (String key : KEYS) {
                String value = field.get(key);
                if (!value.isEmpty()) {
                    return key.equals("length") ? value : key + " " + value;
                }
            }
            return "";
        }

        @Override
        public EditedField put(EditedField field, String typed) {
            EditedField plain = field.without(KEYS);
            for (String key : KEYS) {
                if (typed.startsWith(key + " ")) {
                    return number(plain, key, typed.substring(key.length()).strip());
                }
            }
            return number(plain, "length", typed);
        }
    },
    /** How bytes become a text or a time: the encoding, or the offset of the time zone, {@code +08:00}. */
    ENCODING {
        @Override
        public String of(EditedField field) {
            return (field.get("encoding") + " " + field.get("zone")).strip();
        }

        @Override
        public EditedField put(EditedField field, String typed) {
            boolean isZone = typed.matches("Z|[+-].*");
            return field.with("encoding", isZone ? "" : typed).with("zone", isZone ? typed : "");
        }
    },
    SCALE,
    UNIT,
    /** The words of values, {@code 1=reading, 2=alarm}. */
    WORDS {
        @Override
        public String of(EditedField field) {
            return field.words();
        }

        @Override
        public EditedField put(EditedField field, String typed) {
            return field.withWords(typed);
        }

        @Override
        public boolean canPut(EditedField field) {
            return field.isPlain() && field.hasSimpleWords();
        }
    },
    /** The bits of a number, {@code 0=alarm, 1..2=mode}. */
    BITS {
        @Override
        public String of(EditedField field) {
            return field.bits();
        }

        @Override
        public EditedField put(EditedField field, String typed) throws Problem {
            return field.withBits(typed);
        }

        @Override
        public boolean canPut(EditedField field) {
            return field.isPlain() && field.hasSimpleBits();
        }
    },
    WHEN,
    /** A checksum, and behind a blank the bytes under it, {@code CRC-16/MODBUS 1..-2}. */
    CHECKSUM {
        @Override
        public String of(EditedField field) {
            return (field.get("checksum") + " " + field.get("over")).strip();
        }

        @Override
        public EditedField put(EditedField field, String typed) {
            int blank = typed.lastIndexOf(' ');
            boolean hasRange = blank > 0 && typed.indexOf("..", blank) > 0;
            return field.with("checksum", hasRange ? typed.substring(0, blank).strip() : typed)
                    .with("over", hasRange ? typed.substring(blank + 1) : "");
        }
    };

    /** Returns this part of a field as text; empty if it has none. */
    public String of(EditedField field) {
        return field.get(key());
    }

    /**
     * Returns a field with another text as this part; whether it is right, only a document knows.
     *
     * @throws Problem if the text cannot be this part of any field
     */
    public EditedField put(EditedField field, String typed) throws Problem {
        return field.with(key(), typed);
    }

    /** Whether this part of a field can be typed without losing anything. */
    public boolean canPut(EditedField field) {
        return field.isPlain();
    }

    private String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Puts a whole number as a number, anything else as a text. */
    private static EditedField number(EditedField field, String key, String typed) {
        return typed.matches("-?[0-9]{1,9}") ? field.with(key, Long.parseLong(typed)) : field.with(key, typed);
    }
}
