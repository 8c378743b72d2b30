package dev.earshot.reply;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;

/** A kind of answer: its id, its default answer, and how a file tells one. {@link AnswerKinds} lists them all. */
public final class AnswerKind<A extends Answer> {
    private final String id;
    private final A standard;
    private final Reader<A> reader;

    /** Reads what {@link Answer#write} has written. What is left out has its default. */
    interface Reader<A> {
        A read(JsonFields from) throws Problem;
    }

    /** A kind about which there is nothing to choose. */
    AnswerKind(String id, A standard) {
        this(id, standard, null);
    }

    AnswerKind(String id, A standard, Reader<A> reader) {
        this.id = id;
        this.standard = standard;
        this.reader = reader;
    }

    /** Its name in files, in the keys of its words and on the command line: small letters, never changed. */
    public String id() {
        return id;
    }

    /** The answer it has before a person chose anything. */
    public A standard() {
        return standard;
    }

    /** Whether a person can choose something about it. */
    public boolean hasSettings() {
        return reader != null;
    }

    A read(JsonFields from) throws Problem {
        return reader == null ? standard : reader.read(from);
    }

    @Override
    public String toString() {
        return id;
    }
}
