package dev.earshot.net;

import java.util.Locale;

/**
 * The kinds of origins of sent messages: a person, a rule, a file and so on. The capture keeps each kind under its
 * {@link #id}.
 */
public enum OriginKind {
    /** A person has sent the message. The capture stores nothing for this kind. */
    PERSON(Naming.NEVER, false),
    /** Every message is sent back to its sender. */
    ECHO(Naming.NEVER, true),
    /** Every message is answered with the same text. */
    REPLY(Naming.NEVER, true),
    /** A rule has matched; named by its number and its name. */
    RULE(Naming.ALWAYS, true),
    /** A peer has asked for a role that it does not get. */
    REFUSAL(Naming.NEVER, true),
    /** Another client has sent the message to all clients of a chat. */
    CHAT(Naming.NEVER, false),
    /** The receiver's partner has sent the message; named by the partner's role. */
    FORWARD(Naming.ALWAYS, false),
    /** The receiver has just connected and is greeted. */
    GREETING(Naming.NEVER, false),
    /** A message is sent repeatedly. */
    REPEAT(Naming.NEVER, false),
    /** A quick send was sent, alone or in a sequence; named by its name, if it has one. */
    QUICK(Naming.SOMETIMES, false),
    /** A file is being sent; named by the file. */
    FILE(Naming.ALWAYS, false),
    /** A kept conversation is sent again; named by the address of its peer. */
    REPLAY(Naming.ALWAYS, false),
    /** The other side of a relay has sent the message. */
    RELAY(Naming.NEVER, false),
    /** A capture names an origin that this version does not know; the name is its whole text. */
    OTHER(Naming.ALWAYS, false);

    /** The rule whether origins of a kind have a name. */
    private enum Naming {
        NEVER,
        SOMETIMES,
        ALWAYS
    }

    private final String id = name().toLowerCase(Locale.ROOT);
    private final Naming naming;
    private final boolean answer;

    OriginKind(Naming naming, boolean answer) {
        this.naming = naming;
        this.answer = answer;
    }

    /** Returns the id of this kind in captures and in the keys of its words. */
    public String id() {
        return id;
    }

    /** Returns whether the program sends by itself, without a person. */
    public boolean isAutomatic() {
        return this != PERSON;
    }

    /** Returns whether it answers a message of the receiver, rather than forwarding one or sending unasked. */
    public boolean isAnswer() {
        return answer;
    }

    /**
     * Returns whether it is sent because of what a client did, without a person: answers, greetings, forwarded
     * messages.
     */
    public boolean isReaction() {
        return answer || this == CHAT || this == FORWARD || this == GREETING;
    }

    /**
     * Returns whether it passes on the bytes of a read as they came, so that what is sent at once need not be a
     * message.
     */
    public boolean isPassedOn() {
        return this == ECHO || this == FORWARD || this == RELAY;
    }

    /** Returns whether an origin of this kind can have a name. */
    public boolean canHaveName() {
        return naming != Naming.NEVER;
    }

    /** Returns whether an origin of this kind can be without a name. */
    public boolean canLackName() {
        return naming != Naming.ALWAYS;
    }
}
