package dev.earshot.reply;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.reply.CompiledTemplate.IndependentPart;
import dev.earshot.reply.CompiledTemplate.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parses one typed template into the parts of a {@link CompiledTemplate}. Used once. */
final class TemplateParser {
    private static final String KNOWN =
            "${0} ${1} ${counter} ${time} ${random:1-100} ${client} ${clients} ${hex:0D 0A} ${length}"
                    + " ${checksum:CRC-32}";

    private static final String BEGIN = "${";

    private final Template template;
    private final String typed;
    private final int captures;
    private final List<Part> parts = new ArrayList<>();

    /** The position of the variable that is being parsed. */
    private int variableStart;

    TemplateParser(Template template, int captures) {
        this.template = template;
        this.typed = template.text();
        this.captures = captures;
    }

    CompiledTemplate parse() throws Problem {
        Optional<byte[]> pasted = template.form() == TextForm.HEX ? PastedHex.find(typed) : Optional.empty();
        if (pasted.isPresent()) { // first, for the text beside the bytes of a dump may look like a variable
            byte[] bytes = pasted.get();
            return new CompiledTemplate(List.of((IndependentPart) values -> bytes));
        }
        int copied = 0;
        variableStart = typed.indexOf(BEGIN);
        while (variableStart >= 0) {
            if (variableStart > 0 && typed.charAt(variableStart - 1) == '$') {
                addText(copied, variableStart - 1);
                addText(variableStart, variableStart + BEGIN.length());
                copied = variableStart + BEGIN.length();
            } else {
                addText(copied, variableStart);
                int end = typed.indexOf('}', variableStart);
                if (end < 0) {
                    throw problem("problem.template.open");
                }
                parts.add(variable(typed.substring(variableStart + BEGIN.length(), end)));
                copied = end + 1;
            }
            variableStart = typed.indexOf(BEGIN, copied);
        }
        addText(copied, typed.length());
        if (template.form() == TextForm.TEXT) {
            parts.add((IndependentPart) values -> template.ending().bytes(values.encoding()));
        }
        return new CompiledTemplate(parts);
    }

    private void addText(int from, int to) throws Problem {
        if (from == to) {
            return;
        } else if (template.form() == TextForm.HEX) {
            byte[] bytes = Hex.parse(" ".repeat(from) + typed.substring(from, to));
            parts.add((IndependentPart) values -> bytes);
        } else {
            EncodedText text = new EncodedText(typed, from, to, template.ending());
            text.bytes(Encoding.UTF_8);
            parts.add((IndependentPart) values -> text.bytes(values.encoding()));
        }
    }

    private Part variable(String written) throws Problem {
        int colon = written.indexOf(':');
        String name = (colon < 0 ? written : written.substring(0, colon)).strip();
        String rest = colon < 0 ? "" : written.substring(colon + 1).strip();
        return switch (name) {
            case "counter" -> counter(rest);
            case "time" -> time(rest);
            case "random" -> random(rest);
            case "client" -> withoutOptions(rest, "${client}", values -> ascii(values.client()));
            case "clients" -> clients(rest);
            case "hex" -> hex(written, colon);
            case "length" -> new CompiledTemplate.LengthPart(form(rest, "${length:u16}"));
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
        return withoutOptions(
                rest, BEGIN + number + "}", values -> values.captures().get(number));
    }

    private Part withoutOptions(String rest, String example, IndependentPart part) throws Problem {
        if (!rest.isEmpty()) {
            throw formProblem(example);
        }
        return part;
    }

    private Part counter(String rest) throws Problem {
        NumberForm form = form(rest, "${counter:4}");
        return (IndependentPart) values -> form.bytesWrapped(values.counter());
    }

    private Part clients(String rest) throws Problem {
        NumberForm form = form(rest, "${clients:u8}");
        return (IndependentPart) values -> form.bytesWrapped(values.clients());
    }

    private Part time(String rest) throws Problem {
        String[] words = rest.split(":", 2);
        if (words[0].strip().equals("unix")) {
            NumberForm form = form(words.length == 1 ? "" : words[1], "${time:unix:u32}");
            return (IndependentPart) values -> form.bytesWrapped(values.time().toEpochSecond());
        }
        return TimeText.parse(rest, variableStart);
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
        return (IndependentPart) values -> form.bytesExact(values.random().nextLong(least, most + 1));
    }

    private Part hex(String written, int colon) throws Problem {
        int from = variableStart + BEGIN.length() + colon + 1;
        byte[] bytes = Hex.parse(" ".repeat(from) + written.substring(colon + 1));
        if (bytes.length == 0) {
            throw formProblem("${hex:0D 0A}");
        }
        return (IndependentPart) values -> bytes;
    }

    private Part checksum(String rest) throws Problem {
        String[] words = rest.split(":", -1);
        Checksum checksum = Checksum.named(words[0])
                .orElseThrow(() -> problem(
                        "problem.template.checksum", VisibleText.brief(words[0]), Checksum.suggestions(words[0])));
        boolean little = checksum.usuallyLittle();
        boolean hex = false;
        int from = 0;
        for (int i = 1; i < words.length; i++) {
            String word = words[i].strip();
            if (word.matches("from=[0-9]{1,7}")) {
                from = Integer.parseInt(word.substring("from=".length()));
            } else if (word.equals("le") || word.equals("be")) {
                little = word.equals("le");
            } else if (word.equals("hex")) {
                hex = true;
            } else {
                throw formProblem("${checksum:" + checksum.label() + ":le:hex:from=1}");
            }
        }
        return new CompiledTemplate.ChecksumPart(checksum, little, hex, from);
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Problem problem(String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Integer.toString(variableStart + 1);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem(key, variableStart, arguments);
    }
}
