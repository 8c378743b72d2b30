package dev.earshot.ui.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.words.Words;

/**
 * Describes and edits the parameters of one kind of framing. It keeps nothing: one editor serves all forms.
 * {@link FramingEditors} finds it. Its methods are given framings of its kind only, never a timed one.
 */
interface FramingEditor {

    /** Reads the framing that the fields of a form describe. */
    interface Reader {
        Framing read() throws Problem;
    }

    /** Returns a description of a word or two, for a narrow box. */
    default String brief(Words words, Framing framing) {
        return words.of("ui.framing." + framing.kind().id());
    }

    /** Returns a description with all parameters. */
    default String inFull(Words words, Framing framing) {
        String parameters = framing.toString().substring(framing.kind().id().length() + 1);
        return brief(words, framing) + " " + parameters;
    }

    /** Adds the fields to a form, filled in with the proposed framing, and returns their reader. */
    Reader addFields(FramingFields fields, Framing proposed);

    /** Returns the words of a warning that the form shows about this framing; empty if there is none. */
    default String warning(Words words, Framing framing) {
        return "";
    }
}
