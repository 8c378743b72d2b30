package dev.earshot.session.view;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Transport;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of views, of which the one with the strongest evidence shows a message, unless a person has chosen one.
 * Immutable.
 *
 * <p>The log shows by itself what was sent, as text or hex digits, and the words of a protocol. The forms of texts,
 * such as JSON, appear there by choice; the detail of a message has their trees by itself, beside the text.
 */
public final class MessageViews {
    private static final List<MessageView> PROTOCOLS =
            List.of(new TftpView(), new FieldsView(false), new UnescapedView());
    private static final MessageView HEX_DIGITS = new HexView();
    private static final MessageView TEXT = new TextView();

    /**
     * The views of forms that a text can have; a new one is registered here. Of two that are certain, the first shows.
     */
    private static final List<MessageView> FORMS =
            List.of(new FieldsView(true), new JsonView(), new XmlView(), new KeyValueView(), new HttpView());

    /** The views that a person can choose. */
    private static final List<MessageView> CHOICES =
            join(List.of(TEXT, HEX_DIGITS), FORMS, List.of(new WebSocketView()));

    /** The ids that a person can choose, in the order in which they are offered; the first is {@link ViewId#AUTO}. */
    public static final List<String> IDS = Stream.concat(
                    Stream.of(ViewId.AUTO), CHOICES.stream().map(MessageView::id))
            .toList();

    /** A message that is not legible as text is shown as hex digits, which lose nothing. */
    public static final MessageViews AUTOMATIC =
            new MessageViews(join(PROTOCOLS, List.of(HEX_DIGITS, TEXT)), List.of(), true);

    /** As {@link #AUTOMATIC}, unless another view was chosen for the log or the client and can show the message. */
    public static final MessageViews CHOSEN =
            new MessageViews(join(PROTOCOLS, List.of(HEX_DIGITS, TEXT)), CHOICES, true);

    /** All views but hex digits, for scripts, which expect one form. */
    public static final MessageViews WITHOUT_HEX = new MessageViews(join(PROTOCOLS, List.of(TEXT)), List.of(), false);

    /** Text by itself, for scripts, which expect one form; or the view that was chosen, if it can show the message. */
    public static final MessageViews TEXT_OR_CHOSEN =
            new MessageViews(List.of(new TftpView(), new UnescapedView(), TEXT), CHOICES, false);

    /**
     * All views but hex digits, for the detail of a message, which has a hex dump beside it. A view that was chosen
     * goes first, then the one of which the client's messages were before.
     */
    public static final MessageViews DETAIL = new MessageViews(
            join(PROTOCOLS, FORMS, List.of(TEXT)),
            CHOICES.stream().filter(view -> view != HEX_DIGITS).toList(),
            false);

    /** Only hex digits, for every message. */
    public static final MessageViews HEX = new MessageViews(List.of(HEX_DIGITS), List.of(), false);

    private final List<MessageView> automatic;
    private final List<MessageView> byChoice;
    private final boolean showsTag;

    /**
     * @param automatic views of which one can show any message, unless there is only one
     * @param byChoice views that show a message if they were chosen and can show it
     * @param showsTag whether the view's tag is shown beside the line
     */
    MessageViews(List<MessageView> automatic, List<MessageView> byChoice, boolean showsTag) {
        this.automatic = automatic;
        this.byChoice = byChoice;
        this.showsTag = showsTag;
    }

    @SafeVarargs
    private static List<MessageView> join(List<MessageView>... lists) {
        List<MessageView> all = new ArrayList<>();
        for (List<MessageView> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** Whether this id stands for a view, or for the fields by a layout. */
    public static boolean isKnown(String id) {
        return IDS.contains(id) || ViewId.layout(id) != null;
    }

    /**
     * Checks an id that a person has typed.
     *
     * @throws Problem if there is no view of this id
     */
    public static String parse(String id) throws Problem {
        if (!isKnown(id)) {
            throw new Problem("problem.view", 0, VisibleText.brief(id), String.join(", ", IDS));
        }
        return id;
    }

    /** Returns the name of what can be chosen; that of Auto for an id that is not known, which acts like it. */
    public static String name(String id, Words words) {
        String layout = ViewId.layout(id);
        if (layout != null) {
            return words.of("row.view.layout", VisibleText.of(layout));
        }
        return find(CHOICES, id).map(view -> view.name(words)).orElseGet(() -> words.of("row.view.auto"));
    }

    private static Optional<MessageView> find(List<MessageView> views, String id) {
        String own = ViewId.layout(id) == null ? id : ViewId.FIELDS;
        return views.stream().filter(view -> view.id().equals(own)).findFirst();
    }

    /** Returns the view that shows this message. */
    public MessageView choose(DecodedRow message) {
        if (byChoice.isEmpty()) {
            return strongest(message);
        }
        return chosen(message.chosenView(), message).orElseGet(() -> likeTheLast(message));
    }

    private Optional<MessageView> chosen(String id, DecodedRow message) {
        return id == null || id.equals(ViewId.AUTO)
                ? Optional.empty()
                : find(byChoice, id).filter(view -> view.canShow(message));
    }

    private MessageView likeTheLast(DecodedRow message) {
        boolean tellsForms = automatic.contains(FORMS.get(0)); // in the log they must not change what is seen
        if (!tellsForms) {
            return strongest(message);
        }
        return chosen(message.knownView(), message).orElseGet(() -> {
            MessageView view = strongest(message);
            if (FORMS.contains(view)) {
                remember(view, message);
            }
            return view;
        });
    }

    private static void remember(MessageView view, DecodedRow message) {
        String next = view.nextId(message);
        message.rememberView(next, !next.equals(view.id()));
    }

    private MessageView strongest(DecodedRow message) {
        MessageView best = automatic.get(0);
        if (automatic.size() > 1) {
            MessageView.Evidence strongest = best.evidence(message);
            for (int i = 1; i < automatic.size() && strongest != MessageView.Evidence.PROTOCOL; i++) {
                MessageView.Evidence evidence = automatic.get(i).evidence(message);
                if (evidence.compareTo(strongest) > 0) {
                    strongest = evidence;
                    best = automatic.get(i);
                }
            }
        }
        return best;
    }

    /** Returns what is shown beside the line of a view; nothing for hex digits that somebody has chosen. */
    String tag(MessageView view, DecodedRow message, Words words) {
        boolean wanted = showsTag && !(view == HEX_DIGITS && !byChoice.isEmpty() && isChosen(view, message));
        return wanted ? view.tag(message, words) : "";
    }

    private static boolean isChosen(MessageView view, DecodedRow message) {
        return view.id().equals(message.chosenView());
    }

    /** Returns the name of the protocol of this transport; empty for a transport that is no protocol. */
    public static String protocol(Transport transport, Words words) {
        for (MessageView view : PROTOCOLS) {
            if (view.handles(transport)) {
                return view.name(words);
            }
        }
        return "";
    }
}
