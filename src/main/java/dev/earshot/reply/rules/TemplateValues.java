package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

/**
 * The values of the variables of a {@link Template} for one answer.
 *
 * @param fields the fields of the message that is answered
 * @param captures the message that is answered, and its captures
 * @param counter the number of this answer, from 1
 * @param client the address and port of the sender of the message
 * @param clients the number of connected peers
 * @param encoding the encoding of the receiver, in which the text of the template is written
 */
public record TemplateValues(
        MessageFields fields,
        MatchCaptures captures,
        long counter,
        ZonedDateTime time,
        String client,
        int clients,
        Encoding encoding,
        RandomGenerator random) {

    /** Makes the values for an answer to no message, or to one without fields. */
    public TemplateValues(
            MatchCaptures captures,
            long counter,
            ZonedDateTime time,
            String client,
            int clients,
            Encoding encoding,
            RandomGenerator random) {
        this(MessageFields.NONE, captures, counter, time, client, clients, encoding, random);
    }
}
