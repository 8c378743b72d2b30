package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.CompiledTemplate.ChecksumPart;
import dev.earshot.reply.rules.CompiledTemplate.IndependentPart;
import dev.earshot.reply.rules.CompiledTemplate.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses one typed template into the parts of a {@link CompiledTemplate}. Used once. */
final class TemplateParser {
    static final String BEGIN = "${";

    private final Template template;
    private final String typed;
    private final int captures;
    private final List<Part> parts = new ArrayList<>();
    private final TemplateMarks marks = new TemplateMarks();

    /** The positions of the checksums, by the numbers of their parts. */
    private final Map<Integer, Integer> checksumPositions = new HashMap<>();

    TemplateParser(Template template, int captures) {
        this.template = template;
        this.typed = template.text();
        this.captures = captures;
    }

    CompiledTemplate parse() throws Problem {
        Optional<byte[]> pasted = template.form() == TextForm.HEX ? PastedHex.find(typed) : Optional.empty();
        if (pasted.isPresent()) { // first, for the text beside the bytes of a dump may look like a variable
            byte[] bytes = pasted.get();
            return new CompiledTemplate(List.of((IndependentPart) values -> bytes), List.of(), List.of());
        }
        int copied = 0;
        int variable = typed.indexOf(BEGIN);
        while (variable >= 0) {
            if (variable > 0 && typed.charAt(variable - 1) == '$') {
                addText(copied, variable - 1);
                addText(variable, variable + BEGIN.length());
                copied = variable + BEGIN.length();
            } else {
                addText(copied, variable);
                int end = typed.indexOf('}', variable);
                if (end < 0) {
                    throw problem("problem.template.open", variable);
                }
                addVariable(typed.substring(variable + BEGIN.length(), end), variable);
                copied = end + 1;
            }
            variable = typed.indexOf(BEGIN, copied);
        }
        addText(copied, typed.length());
        if (template.form() == TextForm.TEXT) {
            parts.add((IndependentPart) values -> template.ending().bytes(values.encoding()));
        }
        List<TemplateMarks.Piece> stuffed = marks.finish(parts.size());
        return new CompiledTemplate(parts, checksumsInOrder(), stuffed);
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

    private void addVariable(String written, int position) throws Problem {
        String name = written.split(":", 2)[0].strip();
        String rest = written.substring(Math.min(written.length(), written.indexOf(':') + 1));
        if (name.equals("begin")) {
            marks.begin(written.contains(":") ? rest : "", parts.size(), position);
        } else if (name.equals("end")) {
            marks.end(written.contains(":") ? rest.strip() : "", parts.size(), position);
        } else {
            Part part = new VariableParser(template.form(), captures, marks, position).parse(written);
            if (part instanceof ChecksumPart) {
                checksumPositions.put(parts.size(), position);
            }
            parts.add(part);
        }
    }

    /** Returns the numbers of the checksums, each after those that it covers. */
    private List<Integer> checksumsInOrder() throws Problem {
        List<Integer> ordered = new ArrayList<>();
        List<Integer> left = new ArrayList<>(checksumPositions.keySet());
        left.sort(null);
        while (!left.isEmpty()) {
            Integer next =
                    left.stream().filter(i -> !coversAny(i, left)).findFirst().orElse(null);
            if (next == null) {
                throw problem("problem.template.circle", checksumPositions.get(left.get(0)));
            }
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private boolean coversAny(int number, List<Integer> others) {
        ChecksumPart checksum = (ChecksumPart) parts.get(number);
        return others.stream().anyMatch(other -> other >= checksum.from() && other < checksum.to(number));
    }

    /** Returns a problem with a template, whose first argument is the position as people count. */
    static Problem problem(String key, int position, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Integer.toString(position + 1);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem(key, position, arguments);
    }
}
