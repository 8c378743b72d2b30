package dev.earshot.reply;

import dev.earshot.net.NoteArgument;
import dev.earshot.net.NoteKind;
import dev.earshot.net.NoteSeverity;
import java.util.List;

/** Notes about automatic messages and roles; in brackets their arguments. */
public enum ReplyNote implements NoteKind {
    /** The peer's messages are left unanswered, because there are too many (how many may be answered in a second). */
    LOOP_CUT(NoteSeverity.WARNING, NoteArgument.COUNT),
    /** The peer is answered again (messages left unanswered). */
    LOOP_OVER(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The peer, or without a peer all together, sends more than is relayed (limit in bytes a second). */
    RELAY_CUT(NoteSeverity.WARNING, NoteArgument.SIZE),
    /** Everything is relayed again (messages that were not). */
    RELAY_OVER(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The peer's outbox is full, and automatic messages to it are left out. */
    ANSWERS_WITHHELD(NoteSeverity.WARNING),
    /** There is room in the outbox again, or the peer leaves (messages left out). */
    ANSWERS_RESUMED(NoteSeverity.INFO, NoteArgument.COUNT),
    /** Answers could not be sent, or were still waiting for their time, when the conversation ended (how many). */
    ANSWERS_LOST(NoteSeverity.WARNING, NoteArgument.COUNT),
    /**
     * More would go automatically to a UDP peer than came from it. Its address may be forged, so the surplus is left
     * out.
     */
    UNASKED_WITHHELD(NoteSeverity.INFO),
    /** Nothing is left out for that reason any more, or the peer leaves (messages left out). */
    UNASKED_OVER(NoteSeverity.INFO, NoteArgument.COUNT),
    /** An answer could not be made (what should have sent it, why). */
    ANSWER_FAILED(NoteSeverity.ERROR, NoteArgument.TEXT, NoteArgument.PROBLEM),
    /** Too many answers are waiting for their time, and further ones are left out (how many may wait). */
    DELAYS_FULL(NoteSeverity.WARNING, NoteArgument.COUNT),
    /** The peer has connected and is disconnected at once, as was asked for. */
    VISITED(NoteSeverity.INFO),
    /** The peer has a role from now on (the role). */
    ROLE_GIVEN(NoteSeverity.INFO, NoteArgument.TEXT),
    /** The peer's role was taken away by hand (the role). */
    ROLE_TAKEN(NoteSeverity.INFO, NoteArgument.TEXT),
    /** The peer asked for a role that another one has and keeps (the other's address, the role). */
    ROLE_REFUSED(NoteSeverity.INFO, NoteArgument.ADDRESS, NoteArgument.TEXT),
    /** The peer keeps its role, for which another one has asked (the other's address, the role). */
    ROLE_KEPT(NoteSeverity.INFO, NoteArgument.ADDRESS, NoteArgument.TEXT),
    /** The peer loses its role to another one and is disconnected (the other's address, the role). */
    ROLE_LOST(NoteSeverity.INFO, NoteArgument.ADDRESS, NoteArgument.TEXT),
    /** The bytes of the peer are not forwarded, because no partner is connected. */
    NOBODY_THERE(NoteSeverity.INFO),
    /** A partner is connected now, or the peer leaves (bytes that were not forwarded). */
    NOT_FORWARDED(NoteSeverity.INFO, NoteArgument.COUNT),
    /** The peer did not read what was forwarded to it and is cut off with RST (after how many seconds). */
    CUT_OFF(NoteSeverity.ERROR, NoteArgument.SECONDS);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    ReplyNote(NoteSeverity severity, NoteArgument... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    @Override
    public NoteSeverity severity() {
        return severity;
    }

    @Override
    public List<NoteArgument> arguments() {
        return arguments;
    }
}
