package dev.earshot.session.view;

import dev.earshot.codec.TextForm;
import dev.earshot.net.Transport;
import dev.earshot.session.Words;
import java.util.List;

/** The views among which one is chosen for a message. Immutable. */
public final class MessageViews {
    /** All views there are. Of two that are equally sure the first one is chosen. */
    private static final List<MessageView> ALL = List.of(new TftpView(), new HexView(), new TextView());

    /** Any view: a message that is not legible as text is shown as hex digits, which lose nothing. */
    public static final MessageViews AUTOMATIC = new MessageViews(ALL, true);

    /** Any view but hex digits: for places that show these besides, and for scripts, which expect one form. */
    public static final MessageViews WITHOUT_HEX = new MessageViews(
            ALL.stream().filter(view -> !(view instanceof HexView)).toList(), false);

    /** Hex digits, whatever the message is. */
    public static final MessageViews HEX = new MessageViews(List.of(new HexView()), false);

    private final List<MessageView> choices;
    private final boolean tellsHow;

    /**
     * @param choices one of which can show any message, unless there is only one
     * @param tellsHow whether a reader is to be told beside the line how a message was read
     */
    MessageViews(List<MessageView> choices, boolean tellsHow) {
        this.choices = choices;
        this.tellsHow = tellsHow;
    }

    /** The views for messages that are shown as text, or as hex. */
    public static MessageViews of(TextForm form) {
        return form == TextForm.HEX ? HEX : AUTOMATIC;
    }

    /** The view with the strongest evidence for this message. */
    public MessageView choose(DecodedRow message) {
        MessageView best = choices.get(0);
        if (choices.size() > 1) {
            MessageView.Evidence strongest = best.evidence(message);
            for (int i = 1; i < choices.size() && strongest != MessageView.Evidence.PROTOCOL; i++) {
                MessageView.Evidence evidence = choices.get(i).evidence(message);
                if (evidence.compareTo(strongest) > 0) {
                    strongest = evidence;
                    best = choices.get(i);
                }
            }
        }
        return best;
    }

    /** Whether a reader is to be told beside the line how a message was read. */
    boolean showsTag() {
        return tellsHow;
    }

    /** The name of the protocol that peers of this transport speak; empty where the transport does not say. */
    public static String protocol(Transport transport, Words words) {
        for (MessageView view : ALL) {
            if (view.handles(transport)) {
                return view.name(words);
            }
        }
        return "";
    }
}
