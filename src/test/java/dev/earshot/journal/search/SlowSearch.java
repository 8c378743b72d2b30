package dev.earshot.journal.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.journal.Scene;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decides slowly and plainly which rows pass a filter: each is looked at by itself, and as a whole. */
final class SlowSearch {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Pattern LINE_ENDING = Pattern.compile("(\r?\n|\r\0?)\\z");
    private static final Predicate<String> NOTHING = text -> false;

    private final Journal journal;
    private final List<Seen> rows;

    SlowSearch(List<Row> rows, Journal journal) {
        this.journal = journal;
        this.rows = rows.stream().map(Seen::new).toList();
    }

    /** A row, and its bytes as texts, which are made once for all filters. */
    private static final class Seen {
        private final Row row;
        private final String raw;
        private final String lowerCase;
        private final Map<Encoding, String> decoded = new HashMap<>();

        Seen(Row row) {
            this.row = row;
            raw = new String(row.bytes(), ISO_8859_1);
            lowerCase = inLowerCase(raw);
        }

        String decoded(Encoding encoding) {
            return decoded.computeIfAbsent(
                    encoding,
                    any -> LINE_ENDING
                            .matcher(TextDecoder.decode(any, row.bytes(), 0, row.bytes().length))
                            .replaceFirst(""));
        }
    }

    /** Returns the numbers of the rows that pass. */
    List<Long> find(Filter filter, Encoding fixed) {
        Predicate<Seen> inBytes = inBytes(filter, fixed);
        Predicate<String> inNote = inNote(filter);
        return rows.stream()
                .filter(seen -> isWanted(filter, seen.row)
                        && (filter.term() == null
                                || inNote.test(seen.row.note())
                                || seen.row.kind() != Row.Kind.EVENT && inBytes.test(seen)))
                .map(seen -> seen.row.number())
                .toList();
    }

    private static boolean isWanted(Filter filter, Row row) {
        boolean kind = switch (row.kind()) {
            case RECEIVED -> filter.received();
            case SENT -> filter.sent();
            case EVENT -> filter.events();
        };
        return kind
                && filter.peers().contains(row.peerId())
                && (!filter.noted() || !row.note().isEmpty());
    }

    private Predicate<Seen> inBytes(Filter filter, Encoding fixed) {
        String typed = filter.term() == null ? "\"\"" : filter.term().typed();
        String inner = typed.substring(1, typed.length() - 1);
        if (typed.startsWith("/")) {
            Predicate<String> expression = Pattern.compile(inner).asPredicate();
            return seen -> expression.test(seen.decoded(fixed != null ? fixed : journal.encoding(seen.row.peerId())));
        } else if (typed.startsWith("hex")) {
            String expression = typed.substring(4).replace("??", "(?s:.)").replaceAll("\\b([0-9A-F]{2})\\b", "\\\\x$1");
            Predicate<String> bytes =
                    Pattern.compile(expression.replace(" ", "")).asPredicate();
            return seen -> bytes.test(seen.raw);
        }
        String utf8 = inLowerCase(new String(inner.getBytes(Scene.UTF_8), ISO_8859_1));
        String gbk = inLowerCase(new String(inner.getBytes(GBK), ISO_8859_1));
        return seen -> (fixed == null || fixed.equals(Encoding.UTF_8)) && seen.lowerCase.contains(utf8)
                || (fixed == null || fixed.equals(Encoding.GBK)) && seen.lowerCase.contains(gbk);
    }

    private static Predicate<String> inNote(Filter filter) {
        String typed = filter.term() == null ? "" : filter.term().typed();
        if (typed.startsWith("/")) {
            return Pattern.compile(typed.substring(1, typed.length() - 1)).asPredicate();
        } else if (typed.startsWith("\"")) {
            String inner = typed.substring(1, typed.length() - 1);
            Predicate<String> text = Pattern.compile(Pattern.quote(inner), Pattern.CASE_INSENSITIVE)
                    .asPredicate();
            return note -> !note.isEmpty() && text.test(note);
        }
        return NOTHING;
    }

    /** Returns the text with small ASCII letters. */
    private static String inLowerCase(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] += (char) (letters[i] >= 'A' && letters[i] <= 'Z' ? 'a' - 'A' : 0);
        }
        return new String(letters);
    }
}
