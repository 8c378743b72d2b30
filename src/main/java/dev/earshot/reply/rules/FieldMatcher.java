package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldCondition;
import dev.earshot.fields.FieldReading;

/** Tests the fields of a message by a condition. A message whose condition is unknown does not match. */
final class FieldMatcher extends MessageMatcher {
    private final FieldCondition condition;

    FieldMatcher(String typed) throws Problem {
        try {
            condition = FieldCondition.parse(typed);
        } catch (Problem e) {
            throw TemplateParser.problem("problem.position", Math.min(e.position(), typed.length() - 1), e);
        }
    }

    @Override
    boolean readsFields() {
        return true;
    }

    @Override
    MatchCaptures match(DecodedMessage message) {
        FieldReading reading = message.fields.reading();
        return reading != null && condition.isTrue(reading) ? whole(message) : null;
    }
}
