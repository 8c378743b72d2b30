package dev.earshot.session.view;

import dev.earshot.codec.TextForm;
import dev.earshot.net.Transport;
import dev.earshot.session.Words;
import java.util.List;

/** A set of views, of which the one with the strongest evidence shows a message. Immutable. */
public final class MessageViews {
    /** The list of all views; a new view is registered here. Of two with equal evidence the first one is chosen. */
    private static final List<MessageView> ALL =
            List.of(new TftpView(), new UnescapedView(), new HexView(), new TextView());

    /** All views: a message that is not legible as text is shown as hex digits, which lose nothing. */
    public static final MessageViews AUTOMATIC = new MessageViews(ALL, true);

    /** All views but hex digits, for places that also show a hex dump, and for scripts, which expect one form. */
    public static final MessageViews WITHOUT_HEX = new MessageViews(
            ALL.stream().filter(view -> !(view instanceof HexView)).toList(), false);

    /** Only hex digits, for every message. */
    public static final MessageViews HEX = new MessageViews(List.of(new HexView()), false);

    private final List<MessageView> choices;
    private final boolean showsTag;

    /**
     * @param choices views of which one can show any message, unless there is only one
     * @param showsTag whether the view's tag is shown beside the line
     */
    MessageViews(List<MessageView> choices, boolean showsTag) {
        this.choices = choices;
        this.showsTag = showsTag;
    }

    /** Returns all views for the text form, and only hex digits for the hex form. */
    public static MessageViews of(TextForm form) {
        return form == TextForm.HEX ? HEX : AUTOMATIC;
    }

    /** Returns the view with the strongest evidence for this message. */
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

    /** Whether the view's tag is shown beside the line. */
    boolean showsTag() {
        return showsTag;
    }

    /** Returns the name of the protocol of this transport; empty for a transport that is no protocol. */
    public static String protocol(Transport transport, Words words) {
        for (MessageView view : ALL) {
            if (view.handles(transport)) {
                return view.name(words);
            }
        }
        return "";
    }
}
