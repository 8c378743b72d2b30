package dev.earshot.fields;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.math.BigDecimal;

/** Reads a scale, such as {@code 0.1} or {@code 1/1800000}, and an offset from JSON. */
final class ScaleJson {
    private static final String NUMBER = "-?[0-9]{1,12}(\\.[0-9]{1,12})?";

    private ScaleJson() {}

    static Scale read(JsonFields from) throws Problem {
        if (!from.has("scale") && !from.has("offset")) {
            return Scale.NONE;
        }
        String scale = from.has("scale") ? from.scalar("scale") : "1";
        int slash = scale.indexOf('/');
        BigDecimal factor = number(from, "scale", slash < 0 ? scale : scale.substring(0, slash));
        BigDecimal divisor = slash < 0 ? BigDecimal.ONE : number(from, "scale", scale.substring(slash + 1));
        if (divisor.signum() == 0) {
            throw from.problem("problem.fields.number", "scale", VisibleText.brief(scale));
        }
        BigDecimal offset = from.has("offset") ? number(from, "offset", from.scalar("offset")) : BigDecimal.ZERO;
        return Scale.of(factor, divisor, offset);
    }

    private static BigDecimal number(JsonFields from, String key, String digits) throws Problem {
        if (!digits.strip().matches(NUMBER)) {
            throw from.problem("problem.fields.number", key, VisibleText.brief(digits));
        }
        return new BigDecimal(digits.strip());
    }
}
