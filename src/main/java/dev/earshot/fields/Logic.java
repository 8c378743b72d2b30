package dev.earshot.fields;

/** Joins conditions of which some may be unknown, as SQL does (ISO/IEC 9075-2, section 6.39). */
final class Logic {
    private Logic() {}

    /** Returns a condition that is true if one of two is, and false if both are false. */
    static Formula or(Formula left, Formula right) {
        return scope -> {
            double first = Formula.truth(left.number(scope));
            if (first == 1) {
                return 1;
            }
            double second = Formula.truth(right.number(scope));
            return second == 1 ? 1 : first + second;
        };
    }

    /** Returns a condition that is true if two are, and false if one is false. */
    static Formula and(Formula left, Formula right) {
        return scope -> {
            double first = Formula.truth(left.number(scope));
            if (first == 0) {
                return 0;
            }
            double second = Formula.truth(right.number(scope));
            return second == 0 ? 0 : first * second;
        };
    }

    static Formula not(Formula inner) {
        return scope -> 1 - Formula.truth(inner.number(scope));
    }
}
