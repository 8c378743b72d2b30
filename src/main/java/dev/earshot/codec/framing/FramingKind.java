package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;

/**
 * A kind of framing: its id, its default framing and the parser of its parameters. {@link FramingKinds} lists them all.
 */
public final class FramingKind {
    private final String id;
    private final Framing defaultFraming;
    private final Parser parser;
    private final boolean hasParameters;
    private final String form;

    /** Reads the parameters of a framing, which follow the kind's id and a colon. */
    interface Parser {
        /** Returns the framing with these parameters, never empty; null if they do not have the form of this kind. */
        Framing parse(String parameters) throws Problem;
    }

    /** Creates a kind without parameters. */
    FramingKind(String id, Framing onlyFraming) {
        this(id, onlyFraming, null);
    }

    /** Creates a kind whose parameters are hardly ever needed: nobody is asked for them. */
    FramingKind(String id, Framing defaultFraming, Parser rareParameters) {
        this(id, id, defaultFraming, rareParameters, false);
    }

    /**
     * Creates a kind.
     *
     * @param form in which a framing is typed, with the parameters in capitals
     */
    FramingKind(String id, String form, Framing defaultFraming, Parser parser) {
        this(id, form, defaultFraming, parser, true);
    }

    private FramingKind(String id, String form, Framing defaultFraming, Parser parser, boolean hasParameters) {
        this.hasParameters = hasParameters;
        this.id = id;
        this.form = form;
        this.defaultFraming = defaultFraming;
        this.parser = parser;
    }

    /** Returns its name in files, word keys and on the command line: lower-case letters, never changed. */
    public String id() {
        return id;
    }

    /** Returns the form in which a framing of this kind is typed, such as {@code fixed:BYTES}. */
    public String form() {
        return form;
    }

    /** Returns the framing with the default parameters. */
    public Framing defaultFraming() {
        return defaultFraming;
    }

    /** Returns whether its framings have parameters that the user is asked for. */
    public boolean hasParameters() {
        return hasParameters;
    }

    /**
     * Returns the framing with these parameters as a person has typed them; null if they do not have the form of this
     * kind.
     *
     * @throws Problem what is wrong with them
     */
    public Framing parseParameters(String parameters) throws Problem {
        return parser.parse(parameters);
    }

    /** Returns the framing with these parameters, empty if there are none; null if they do not fit this kind. */
    Framing parse(String parameters) throws Problem {
        if (parameters.isEmpty()) {
            return hasParameters ? null : defaultFraming;
        }
        return parser == null ? null : parser.parse(parameters);
    }

    @Override
    public String toString() {
        return id;
    }
}
