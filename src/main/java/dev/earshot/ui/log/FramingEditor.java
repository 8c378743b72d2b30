package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.session.Words;

/**
 * Describes and edits the parameters of one kind of framing. It keeps nothing: one editor serves all forms.
 * {@link FramingEditors} lists them. Its methods are given framings of its kind only.
 */
interface FramingEditor {

    /** Reads the framing that the fields of a form describe. */
    interface Reader {
        Framing read() throws Problem;
    }

    /** Returns a description of a word or two, for a narrow box. */
    String brief(Words words, Framing framing);

    /** Returns a description with all parameters. */
    default String inFull(Words words, Framing framing) {
        return brief(words, framing);
    }

    /** Adds the fields to the form, filled in with the proposed framing, and returns their reader. */
    Reader addFields(FramingForm form, Framing proposed);

    /** Returns the words of a warning that the form shows about this framing; empty if there is none. */
    default String warning(Words words, Framing framing) {
        return "";
    }
}
