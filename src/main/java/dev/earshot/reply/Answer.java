package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.Problem;
import java.io.IOException;

/**
 * The settings of one automatic answer to what peers send. An immutable value; each {@link AnswerKind} has a record of
 * its own, in this package.
 */
public interface Answer {

    /** Returns the kind of this answer. */
    AnswerKind<?> kind();

    /** Returns whether the user must still fill something in before it can answer. */
    default boolean isBlank() {
        return false;
    }

    /**
     * Checks whether the settings can be used.
     *
     * @throws Problem which says what is wrong with them
     */
    default void check() throws Problem {}

    /** Writes the settings as fields of the open JSON object; {@link AnswerKind#read} reads them. */
    default void write(JsonWriter out) throws IOException {}

    /** Creates the replier that carries this answer out at one endpoint. */
    Replier replier(ReplyContext context);
}
