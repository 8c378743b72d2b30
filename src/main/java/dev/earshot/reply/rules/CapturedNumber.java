package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;

/**
 * A part of a template that is a captured number after some operations.
 *
 * @param capture the number of the capture
 * @param reading how the captured bytes are read
 * @param form how the result is written; null = in the way and with at least the length in which it was captured
 * @param at the position of the variable, for problems
 */
record CapturedNumber(int capture, Arithmetic arithmetic, Reading reading, NumberForm form, int at)
        implements CompiledTemplate.IndependentPart {

    /** The ways in which captured bytes are read as a number. */
    enum Reading {
        DIGITS,
        BIG_ENDIAN,
        LITTLE_ENDIAN
    }

    @Override
    public byte[] bytes(TemplateValues values) throws Problem {
        byte[] captured = values.captures().get(capture);
        Encoding encoding = values.encoding();
        if (reading == Reading.DIGITS) {
            String text = new String(captured, encoding.readCharset());
            int digits = text.length() - (text.startsWith("-") || text.startsWith("+") ? 1 : 0);
            return written(digits(text), new NumberForm(digits, 0, false), encoding);
        }
        NumberForm asCaptured = new NumberForm(0, captured.length, reading == Reading.LITTLE_ENDIAN);
        return written(binary(captured), asCaptured, encoding);
    }

    private byte[] written(long number, NumberForm asCaptured, Encoding encoding) {
        return (form == null ? asCaptured : form).bytes(arithmetic.apply(number), encoding);
    }

    private long digits(String text) throws Problem {
        if (!text.matches("[-+]?[0-9]{1,18}")) {
            throw TemplateParser.problem(
                    "problem.template.digits", at, Integer.toString(capture), VisibleText.brief(text));
        }
        return Long.parseLong(text);
    }

    private long binary(byte[] captured) throws Problem {
        if (captured.length == 0 || captured.length > Long.BYTES) {
            throw TemplateParser.problem("problem.template.bytes", at, Integer.toString(capture), captured.length);
        }
        long number = 0;
        for (int i = 0; i < captured.length; i++) {
            int place = reading == Reading.LITTLE_ENDIAN ? i : captured.length - 1 - i;
            number |= (captured[i] & 0xFFL) << 8 * place;
        }
        return number;
    }
}
