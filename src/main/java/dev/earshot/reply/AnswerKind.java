package dev.earshot.reply;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;

/** A kind of answer: its id, its default answer and its JSON reader. {@link AnswerKinds} lists them all. */
public final class AnswerKind<A extends Answer> {
    private final String id;
    private final A defaultAnswer;
    private final Reader<A> reader;

    /** Reads the fields that {@link Answer#write} has written; a missing field has its default. */
    interface Reader<A> {
        A read(JsonFields from) throws Problem;
    }

    /** Creates a kind without settings. */
    AnswerKind(String id, A defaultAnswer) {
        this(id, defaultAnswer, null);
    }

    AnswerKind(String id, A defaultAnswer, Reader<A> reader) {
        this.id = id;
        this.defaultAnswer = defaultAnswer;
        this.reader = reader;
    }

    /** Returns its name in files, word keys and on the command line: lower-case letters, never changed. */
    public String id() {
        return id;
    }

    /** Returns the answer with the default settings. */
    public A defaultAnswer() {
        return defaultAnswer;
    }

    /** Returns whether this kind has settings that the user can change. */
    public boolean hasSettings() {
        return reader != null;
    }

    A read(JsonFields from) throws Problem {
        return reader == null ? defaultAnswer : reader.read(from);
    }

    @Override
    public String toString() {
        return id;
    }
}
