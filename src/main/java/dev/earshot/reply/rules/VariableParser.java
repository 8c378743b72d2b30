package dev.earshot.reply.rules;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.rules.CapturedNumber.Reading;
import dev.earshot.reply.rules.CompiledTemplate.ChecksumPart;
import dev.earshot.reply.rules.CompiledTemplate.IndependentPart;
import dev.earshot.reply.rules.CompiledTemplate.LengthPart;
import dev.earshot.reply.rules.CompiledTemplate.Part;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one variable of a template into a part of a {@link CompiledTemplate}. Used once. */
final class VariableParser {
    private static final String KNOWN =
            "${0} ${1} ${1+1} ${field:temp} ${counter} ${time} ${random:1-100} ${client} ${clients} ${hex:0D 0A}"
                    + " ${length} ${checksum:CRC-32} ${begin:body} ${end:body}";

    /** Matches the name of a number, and what is calculated with it. */
    private static final Pattern CALCULATION = Pattern.compile("([0-9]|counter|clients|length)(\\s*[-+*/%&|^].*)");

    private final TextForm templateForm;
    private final int captures;
    private final TemplateMarks marks;
    private final int position;

    /** The calculation with the number. */
    private Arithmetic arithmetic = Arithmetic.NONE;

    /** @param position the position of the variable in the template */
    VariableParser(TextForm templateForm, int captures, TemplateMarks marks, int position) {
        this.templateForm = templateForm;
        this.captures = captures;
        this.marks = marks;
        this.position = position;
    }

    /** Parses what stands between the brackets. */
    Part parse(String written) throws Problem {
        int colon = written.indexOf(':');
        String name = (colon < 0 ? written : written.substring(0, colon)).strip();
        String rest = colon < 0 ? "" : written.substring(colon + 1).strip();
        Matcher calculation = CALCULATION.matcher(name);
        if (calculation.matches()) {
            name = calculation.group(1);
            arithmetic = Arithmetic.parse(calculation.group(2));
            if (arithmetic == null) {
                throw formProblem(TemplateParser.BEGIN + name + "+1}");
            }
        }
        return switch (name) {
            case "counter" -> counter(rest);
            case "time" -> time(rest);
            case "random" -> random(rest);
            case "client" -> client(rest);
            case "clients" -> clients(rest);
            case "hex" -> hex(written, colon);
            case "field" -> FieldPart.parse(written, colon < 0 ? written.length() : colon + 1, position);
            case "length" -> length(rest);
            case "checksum" -> checksum(rest);
            default -> capture(name, rest);
        };
    }

    private Part capture(String name, String rest) throws Problem {
        if (!name.matches("[0-9]")) {
            throw problem("problem.template.unknown", VisibleText.brief(name), KNOWN);
        }
        int number = name.charAt(0) - '0';
        if (number > captures) {
            throw problem("problem.template.capture", name, captures);
        }
        if (rest.isEmpty() && arithmetic.isNone()) {
            return (IndependentPart) values -> values.captures().get(number);
        }
        return capturedNumber(number, rest);
    }

    /**
     * Parses a captured number. If nothing else is said, it is read as the answer is written: as bytes in hex, as
     * digits in text.
     */
    private Part capturedNumber(int number, String rest) throws Problem {
        NumberForm form = null;
        Reading reading = templateForm == TextForm.HEX ? Reading.BIG_ENDIAN : Reading.DIGITS;
        for (String word : words(rest)) {
            NumberForm parsed = NumberForm.parse(word);
            form = parsed == null ? form : parsed;
            if (parsed != null && parsed.littleEndian() && reading == Reading.BIG_ENDIAN) {
                reading = Reading.LITTLE_ENDIAN;
            }
            switch (parsed == null ? word : "") {
                case "" -> {}
                case "read=digits" -> reading = Reading.DIGITS;
                case "read=le" -> reading = Reading.LITTLE_ENDIAN;
                case "read=be" -> reading = Reading.BIG_ENDIAN;
                default -> throw formProblem("${1+1:u16le:read=digits}");
            }
        }
        return new CapturedNumber(number, arithmetic, reading, form, position);
    }

    private Part client(String rest) throws Problem {
        if (!rest.isEmpty()) {
            throw formProblem("${client}");
        }
        return (IndependentPart)
                values -> values.client().getBytes(values.encoding().writeCharset());
    }

    private Part counter(String rest) throws Problem {
        NumberForm form = form(rest, "${counter:4}");
        return (IndependentPart) values -> form.bytes(arithmetic.apply(values.counter()), values.encoding());
    }

    private Part clients(String rest) throws Problem {
        NumberForm form = form(rest, "${clients:u8}");
        return (IndependentPart) values -> form.bytes(arithmetic.apply(values.clients()), values.encoding());
    }

    private Part time(String rest) throws Problem {
        String[] words = rest.split(":", 2);
        if (words[0].strip().equals("unix")) {
            NumberForm form = form(words.length == 1 ? "" : words[1], "${time:unix:u32}");
            return (IndependentPart) values -> form.bytes(values.time().toEpochSecond(), values.encoding());
        }
        return TimeText.parse(rest, position);
    }

    private Part random(String rest) throws Problem {
        String[] words = rest.split(":", 2);
        String[] bounds = words[0].strip().split("\\s*-\\s*", -1);
        NumberForm form = form(words.length == 1 ? "" : words[1], "${random:0-65535:u16}");
        boolean numbers = bounds.length == 2 && Arrays.stream(bounds).allMatch(b -> b.matches("[0-9]{1,15}"));
        long least = numbers ? Long.parseLong(bounds[0]) : 1;
        long most = numbers ? Long.parseLong(bounds[1]) : 0;
        if (least > most || most > form.most()) {
            throw formProblem("${random:1-100}");
        }
        return (IndependentPart) values -> form.bytes(values.random().nextLong(least, most + 1), values.encoding());
    }

    private Part hex(String written, int colon) throws Problem {
        int from = position + TemplateParser.BEGIN.length() + colon + 1;
        byte[] bytes = Hex.parse(" ".repeat(from) + written.substring(colon + 1));
        if (bytes.length == 0) {
            throw formProblem("${hex:0D 0A}");
        }
        return (IndependentPart) values -> bytes;
    }

    private Part length(String rest) throws Problem {
        NumberForm form = NumberForm.PLAIN;
        TemplateMarks.Piece of = null;
        for (String word : words(rest)) {
            if (word.startsWith("of=")) {
                of = marks.find(word.substring("of=".length()).strip(), position);
            } else {
                form = form(word, "${length:u16:of=body}");
            }
        }
        if (!arithmetic.keepsOrder()) {
            throw formProblem("${length+2}");
        }
        return new LengthPart(form, arithmetic, of, position);
    }

    private Part checksum(String rest) throws Problem {
        String[] words = rest.split(":", -1);
        Checksum checksum = Checksum.named(words[0])
                .orElseThrow(() -> problem(
                        "problem.template.checksum", VisibleText.brief(words[0]), Checksum.suggestions(words[0])));
        boolean little = checksum.usuallyLittle();
        ChecksumForm.Kind kind = ChecksumForm.Kind.BYTES;
        TemplateMarks.Piece of = null;
        int skipped = 0;
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip();
            if (word.matches("from=[0-9]{1,7}")) {
                skipped = Integer.parseInt(word.substring("from=".length()));
            } else if (word.startsWith("of=")) {
                of = marks.find(word.substring("of=".length()).strip(), position);
            } else {
                switch (word) {
                    case "le" -> little = true;
                    case "be" -> little = false;
                    case "hex" -> kind = ChecksumForm.Kind.HEX;
                    case "decimal" -> kind = ChecksumForm.Kind.DECIMAL;
                    default -> throw formProblem("${checksum:" + checksum.label() + ":le:hex:of=body}");
                }
            }
        }
        return new ChecksumPart(checksum, new ChecksumForm(kind, little), of, skipped);
    }

    private static String[] words(String rest) {
        return rest.isEmpty() ? new String[0] : rest.strip().split("\\s*:\\s*", -1);
    }

    private NumberForm form(String written, String example) throws Problem {
        NumberForm form = written.isEmpty() ? NumberForm.PLAIN : NumberForm.parse(written);
        if (form == null) {
            throw formProblem(example);
        }
        return form;
    }

    private Problem formProblem(String example) {
        return problem("problem.template.form", example);
    }

    private Problem problem(String key, Object... more) {
        return TemplateParser.problem(key, position, more);
    }
}
