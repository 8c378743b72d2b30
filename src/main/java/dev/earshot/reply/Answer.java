package dev.earshot.reply;

import java.util.List;

/** What is done with a message that arrives. */
public sealed interface Answer {

    /** Nothing. */
    record Nothing() implements Answer {}

    /** The bytes go back as they were read, at once. */
    record Echo() implements Answer {}

    /** Every message is answered with the same template. */
    record Reply(Template template) implements Answer {}

    /** The first rule that matches answers. */
    record Rules(List<Rule> rules) implements Answer {
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Every message goes to everybody.
     *
     * @param leave a regular expression; a message in which it is found is not relayed and ends its sender's own
     *     conversation; empty = none does
     * @param toSender whether the sender gets its own messages too
     */
    record Chat(String leave, boolean toSender) implements Answer {
        public static final String LEAVE = "(^|说)bye$";
        public static final Chat STANDARD = new Chat(LEAVE, true);
    }

    /**
     * A peer's first message names its role, optionally followed by a blank and the id of its pair; from then on its bytes
     * go to the other side of its pair, or without an id to all peers of the other side without one, and nowhere else.
     *
     * @param first the name of one side, such as {@code APP}
     * @param second the name of the other side, such as {@code DEVICE}
     * @param replace whether somebody who claims a role with an id that is in use takes it over; otherwise its holder
     *     keeps it
     * @param refusal what somebody is sent whose claim is refused; {@code ${0}} is what it had sent
     */
    record Roles(String first, String second, boolean replace, Template refusal) implements Answer {
        public static final Roles STANDARD = new Roles("APP", "DEVICE", false, Template.text("REFUSED ${0}\\r\\n"));
    }
}
