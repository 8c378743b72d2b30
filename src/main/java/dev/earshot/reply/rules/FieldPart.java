package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.FieldFormula;
import dev.earshot.fields.FieldReading;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * A part of a template that is a field of the message that is answered, or a number computed from fields.
 *
 * @param typed the formula as it was typed, for problems
 * @param form how a number is written; null = as text
 * @param asBytes whether it is the bytes of the field as they were received
 * @param at the position of the variable, for problems
 */
record FieldPart(FieldFormula formula, String typed, NumberForm form, boolean asBytes, int at)
        implements CompiledTemplate.IndependentPart {

    /** Parses what follows {@code field:}, from this index of the variable on. */
    static FieldPart parse(String variable, int from, int position) throws Problem {
        String[] words = split(variable.substring(from));
        NumberForm form = null;
        boolean asBytes = false;
        for (String option : Arrays.asList(words).subList(1, words.length)) {
            asBytes |= option.strip().equals("bytes");
            form = NumberForm.parse(option);
            if (form == null && !asBytes || words.length > 2) {
                throw TemplateParser.problem(
                        "problem.template.form", position, "${field:temp:u16le} ${field:temp:bytes}");
            }
        }
        FieldFormula formula;
        try {
            formula = FieldFormula.parse(words[0]);
        } catch (Problem e) {
            int place = position + TemplateParser.BEGIN.length() + from + e.position();
            throw TemplateParser.problem("problem.position", place, e);
        }
        if (asBytes && !formula.isName()) {
            throw TemplateParser.problem("problem.template.form", position, "${field:temp:bytes}");
        }
        return new FieldPart(formula, words[0].strip(), form, asBytes, position);
    }

    /** Splits at colons, but not within quotes. */
    private static String[] split(String typed) {
        return typed.split(":(?=(?:[^`'\"]|`[^`]*`|'[^']*'|\"[^\"]*\")*$)", -1);
    }

    @Override
    public boolean readsFields() {
        return true;
    }

    @Override
    public byte[] bytes(TemplateValues values) throws Problem {
        FieldReading reading = values.fields().reading();
        if (reading == null) {
            return new byte[0];
        } else if (asBytes) {
            return formula.bytes(reading);
        } else if (form == null) {
            return encode(formula.text(reading), values.encoding());
        }
        Long number = formula.wholeNumber(reading);
        if (number == null) {
            throw TemplateParser.problem("problem.template.field", at, VisibleText.brief(typed));
        }
        return form.bytes(number, values.encoding());
    }

    private static byte[] encode(String text, Encoding encoding) throws Problem {
        try {
            ByteBuffer encoded = encoding.writeCharset().newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(encoded.array(), encoded.limit());
        } catch (CharacterCodingException e) {
            return Payload.text(text, encoding, false, LineEnding.NONE); // says which character it is
        }
    }
}
