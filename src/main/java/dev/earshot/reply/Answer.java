package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.Problem;
import java.io.IOException;

/**
 * An answer to what peers send, with everything a person chose about it. A value; each {@link AnswerKind} has a record of
 * its own, in this package.
 */
public interface Answer {

    /** Which kind it is. */
    AnswerKind<?> kind();

    /** Whether a person must still fill it in before it can answer anything. */
    default boolean isBlank() {
        return false;
    }

    /** @throws Problem which says why it cannot be given as it stands */
    default void check() throws Problem {}

    /** Writes what a person chose as fields of the JSON object that is open; {@link AnswerKind#read} reads them. */
    default void write(JsonWriter out) throws IOException {}

    /** Makes the replier that carries it out at one endpoint. */
    Replier replier(ReplyContext context);
}
