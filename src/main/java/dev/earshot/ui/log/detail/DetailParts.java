package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.view.FieldNode;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;

/**
 * Shows the fields of a message, or the dissection by Wireshark, beside its text, if a person wants it and the message
 * has it. The components are made when they are first shown. Confined to the EDT.
 */
final class DetailParts {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final DetailBody body;
    private final Consumer<FieldNode> chosen;
    private final Consumer<String> say;
    private Consumer<String> plotter; // null: nobody plots fields
    private DetailPart wanted;
    private DetailPart shown = DetailPart.TEXT;
    private FieldTable fields; // null: no message had any yet
    private JScrollPane scroll;
    private WiresharkPane wireshark; // null: nobody has asked it yet
    private int textSize = WindowKeys.FONT_SIZE.fallback();

    /**
     * @param body where they are shown
     * @param chosen takes the field that is chosen, or null
     * @param say takes messages for the status line
     */
    DetailParts(
            Session session,
            Settings settings,
            Words words,
            DetailBody body,
            Consumer<FieldNode> chosen,
            Consumer<String> say) {
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.body = body;
        this.chosen = chosen;
        this.say = say;
        wanted = settings.get(WindowKeys.DETAIL_FIELDS) ? DetailPart.FIELDS : DetailPart.TEXT;
    }

    /** Sets what plots the field of a name. */
    void onPlot(Consumer<String> taker) {
        plotter = taker;
        if (fields != null) {
            fields.onPlot(taker);
        }
    }

    /** Sets what a person wants to see of this message and the next ones. */
    void want(DetailPart part) {
        wanted = part;
        settings.put(WindowKeys.DETAIL_FIELDS, part != DetailPart.TEXT);
    }

    /** Whether something stands beside the text of a message. */
    boolean isBesideText(boolean hasFields) {
        return wanted == DetailPart.WIRESHARK || wanted == DetailPart.FIELDS && hasFields;
    }

    /**
     * Shows what is wanted of a message.
     *
     * @param number of its row; negative for a row that is no message
     * @param hasWireshark whether Wireshark can be asked
     */
    void show(DetailHeader header, long number, List<FieldNode> parts, boolean hasWireshark) {
        Set<DetailPart> offered = EnumSet.of(DetailPart.TEXT);
        if (!parts.isEmpty()) {
            offered.add(DetailPart.FIELDS);
        }
        if (number >= 0 && (hasWireshark || wanted == DetailPart.WIRESHARK)) {
            offered.add(DetailPart.WIRESHARK);
        }
        shown = offered.contains(wanted) ? wanted : DetailPart.TEXT;
        header.offer(offered, shown);
        switch (shown) {
            case FIELDS -> {
                fields().show(parts);
                body.setFields(scroll);
            }
            case WIRESHARK -> {
                body.setFields(wireshark());
                wireshark.show(number);
            }
            default -> body.setFields(null);
        }
        if (wireshark != null && shown != DetailPart.WIRESHARK) {
            wireshark.cancel();
        }
    }

    private FieldTable fields() {
        if (fields == null) {
            fields = new FieldTable("detailFields", words.of("ui.detail.fields"), words, chosen, say);
            fields.onPlot(plotter);
            fields.setTextSize(textSize);
            scroll = Controls.scroll(fields);
            scroll.setViewportBorder(BorderFactory.createEmptyBorder(UIScale.scale(6), 0, 0, 0)); // as the text has
            scroll.setBackground(new TokenColor(Token.TABLE));
            FocusRing.set(scroll, fields);
        }
        return fields;
    }

    private WiresharkPane wireshark() {
        if (wireshark == null) {
            wireshark = new WiresharkPane(session, settings, words, chosen, say);
            wireshark.fields().setTextSize(textSize);
        }
        return wireshark;
    }

    /** Returns the table that is shown; null if only the text is. */
    private FieldTable table() {
        return shown == DetailPart.FIELDS ? fields : shown == DetailPart.WIRESHARK ? wireshark.fields() : null;
    }

    /** Chooses the smallest field that has all these bytes; without one, none is chosen. */
    void choose(int from, int to) {
        if (table() != null && !table().choose(from, to)) {
            chosen.accept(null);
        }
    }

    /** Returns the component that takes the keyboard where the text is not shown. */
    JComponent focusable(JComponent text) {
        return text.isShowing() || table() == null ? text : table();
    }

    void setTextSize(int points) {
        textSize = points;
        if (fields != null) {
            fields.setTextSize(points);
        }
        if (wireshark != null) {
            wireshark.fields().setTextSize(points);
        }
    }

    /** Stops what goes on for a message that is not shown any more. */
    void forget() {
        if (wireshark != null) {
            wireshark.cancel();
        }
    }

    void close() {
        if (wireshark != null) {
            wireshark.close();
        }
    }
}
