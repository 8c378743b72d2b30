package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

/**
 * What the variables of a {@link Template} stand for, for one answer.
 *
 * @param captures the message that is answered, and its pieces
 * @param counter how many answers there have been, with this one
 * @param client whose message it is, as address and port
 * @param clients how many are connected
 * @param encoding in which the receiver is read, and the text of the template is written
 */
public record TemplateValues(
        MatchCaptures captures,
        long counter,
        ZonedDateTime time,
        String client,
        int clients,
        Encoding encoding,
        RandomGenerator random) {}
