package dev.earshot.net;

import java.util.Locale;

/** What can send a message. The capture keeps each kind under its {@link #id}. */
public enum OriginKind {
    /** A person has typed it. Nothing is written about this in the capture. */
    PERSON(Naming.NEVER, false),
    /** Every message is sent back to its sender. */
    ECHO(Naming.NEVER, true),
    /** Every message is answered with the same text. */
    REPLY(Naming.NEVER, true),
    /** A rule has matched; named by its number and its name. */
    RULE(Naming.ALWAYS, true),
    /** A peer has asked for a role that it does not get. */
    REFUSAL(Naming.NEVER, true),
    /** Another client has said it to everybody. */
    CHAT(Naming.NEVER, false),
    /** The partner of the receiver has sent it; named by the partner's role. */
    FORWARD(Naming.ALWAYS, false),
    /** The receiver has just connected. */
    GREETING(Naming.NEVER, false),
    /** A message is sent again and again. */
    REPEAT(Naming.NEVER, false),
    /** A quick send, alone or in a sequence; named as the person has named it, if at all. */
    QUICK(Naming.SOMETIMES, false),
    /** A file is being sent; named by the file. */
    FILE(Naming.ALWAYS, false),
    /** The other side of a relay has sent it. */
    RELAY(Naming.NEVER, false),
    /** A capture names what this version does not know; the name is all that it says. */
    OTHER(Naming.ALWAYS, false);

    /** Whether a kind says which one of it has sent a message. */
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

    /** The word for this kind in captures and in the keys of its words. */
    public String id() {
        return id;
    }

    /** Whether it sends by itself, and no person does. */
    public boolean isAutomatic() {
        return this != PERSON;
    }

    /** Whether it answers a message of the receiver itself, rather than passing on another's or starting by itself. */
    public boolean isAnswer() {
        return answer;
    }

    /** Whether an origin of this kind can have a name. */
    public boolean canHaveName() {
        return naming != Naming.NEVER;
    }

    /** Whether an origin of this kind can be without a name. */
    public boolean canLackName() {
        return naming != Naming.ALWAYS;
    }
}
