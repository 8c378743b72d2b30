package dev.earshot.fields;

import dev.earshot.codec.Problem;
import java.util.List;

/** Reads a {@link Formula} by recursive descent. Confined to one thread. */
final class FormulaParser {
    /** The brackets and signs that may stand inside each other, so that no formula needs a deep stack. */
    private static final int DEEPEST = 50;

    private static final List<List<String>> ARITHMETIC =
            List.of(List.of("|"), List.of("&"), List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"));

    private final FormulaTokens tokens;
    private int depth;

    FormulaParser(String text) throws Problem {
        tokens = new FormulaTokens(text);
    }

    /** @throws Problem if the text is no formula */
    Formula parse() throws Problem {
        Formula whole = or();
        if (!tokens.isAtEnd()) {
            throw tokens.problem("problem.formula.unexpected", tokens.present());
        }
        return whole;
    }

    private Formula or() throws Problem {
        Formula left = and();
        while (tokens.take("or")) {
            left = Logic.or(left, and());
        }
        return left;
    }

    private Formula and() throws Problem {
        Formula left = not();
        while (tokens.take("and")) {
            left = Logic.and(left, not());
        }
        return left;
    }

    private Formula not() throws Problem {
        if (tokens.take("not")) {
            enter();
            Formula inner = not();
            depth--;
            return Logic.not(inner);
        }
        return comparison();
    }

    private Formula comparison() throws Problem {
        Formula left = arithmetic(0);
        for (Comparison.Operator operator : Comparison.Operator.values()) {
            if (tokens.take(operator.sign)) {
                return new Comparison(operator, left, arithmetic(0));
            }
        }
        return left;
    }

    private Formula arithmetic(int level) throws Problem {
        if (level == ARITHMETIC.size()) {
            return signed();
        }
        Formula left = arithmetic(level + 1);
        while (true) {
            String taken = null;
            for (String sign : ARITHMETIC.get(level)) {
                if (tokens.take(sign)) {
                    taken = sign;
                    break;
                }
            }
            if (taken == null) {
                return left;
            }
            left = new Operation(taken, left, arithmetic(level + 1));
        }
    }

    private Formula signed() throws Problem {
        if (tokens.take("-")) {
            enter();
            Formula inner = signed();
            depth--;
            return new Operation("-", Constant.of(0), inner);
        }
        return single();
    }

    private Formula single() throws Problem {
        if (tokens.take("(")) {
            enter();
            Formula inner = or();
            depth--;
            if (!tokens.take(")")) {
                throw tokens.problem("problem.formula.bracket", "");
            }
            return inner;
        }
        return tokens.value();
    }

    private void enter() throws Problem {
        if (++depth > DEEPEST) {
            throw tokens.problem("problem.formula.deep", DEEPEST);
        }
    }
}
