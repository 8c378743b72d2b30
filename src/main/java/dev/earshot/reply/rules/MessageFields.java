package dev.earshot.reply.rules;

import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.FieldSource;
import java.util.function.Supplier;

/**
 * The fields of a received message. They are read at most once, and only if a rule or a template asks for them. One
 * thread at a time.
 */
public final class MessageFields {
    /** The fields where there is no message, such as for a greeting. */
    public static final MessageFields NONE = new MessageFields(null, null);

    private final Supplier<FieldSource> source;
    private final FieldInput message;
    private FieldReading reading;

    private MessageFields(Supplier<FieldSource> source, FieldInput message) {
        this.source = source;
        this.message = message;
    }

    /**
     * @param message whose sender may be null for one that a person has typed
     * @param source is asked for at the first need
     */
    public static MessageFields of(Message message, Supplier<FieldSource> source) {
        boolean fromClient =
                message.from() == null || message.from().transport().isFromClient(true);
        return new MessageFields(source, FieldInput.of(message.bytes(), message.encoding(), fromClient));
    }

    /** Returns what was read; null if there is no message. */
    FieldReading reading() {
        if (reading == null && source != null) {
            FieldReading fresh = new FieldReading();
            source.get().read(message, fresh);
            reading = fresh;
        }
        return reading;
    }
}
