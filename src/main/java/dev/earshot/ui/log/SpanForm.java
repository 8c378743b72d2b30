package dev.earshot.ui.log;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.TimeSpan;
import dev.earshot.session.TimeParser;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTextField;
import java.io.IOException;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** A form over the window that asks for the span of time to show. */
final class SpanForm extends PopoverPanel {
    private static final int TEXT_WIDTH = 300;

    private final transient Words words;
    private final transient LogTimes times;
    private final transient TimeSpan before;
    private final transient Consumer<TimeSpan> apply;
    private final PlainTextField from = new PlainTextField();
    private final PlainTextField until = new PlainTextField();
    private final Notice failure = new Notice("spanProblem", "reset", Token.ERROR, TEXT_WIDTH);

    /**
     * @param before the present span; null for all times
     * @param selectedRow the number of the selected row, which may limit the span, or {@link ShownRows#NONE}
     * @param apply takes the new span; null for all times
     */
    SpanForm(Words words, LogTimes times, TimeSpan before, long selectedRow, Consumer<TimeSpan> apply) {
        super("spanForm", new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[][grow, fill]"));
        this.words = words;
        this.times = times;
        this.before = before;
        this.apply = apply;
        getAccessibleContext().setAccessibleName(words.of("ui.span.tip"));
        addQuick("ui.span.minute", "spanMinuteButton", rows -> ago(rows, "-1m"), "span, split 3, growx, pushx");
        addQuick("ui.span.minutes", "spanMinutesButton", rows -> ago(rows, "-5m"), "growx, pushx");
        addQuick("ui.span.hour", "spanHourButton", rows -> ago(rows, "-1h"), "growx, pushx");
        addQuick("ui.span.selected.from", "spanSelectedFromButton", rows -> since(rows, selectedRow), "span, growx")
                .setEnabled(selectedRow != ShownRows.NONE);
        addQuick("ui.span.selected.until", "spanSelectedUntilButton", rows -> to(rows, selectedRow), "span, growx")
                .setEnabled(selectedRow != ShownRows.NONE);
        addField("ui.span.from", "spanFromField", from, SpanWords.from(before));
        addField("ui.span.until", "spanUntilField", until, SpanWords.until(before));
        Notice about = new Notice("spanAbout", null, Token.MUTED, TEXT_WIDTH);
        about.say(words.of("ui.span.about"));
        add(about, "span");
        add(failure, "span");
        addButtons();
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::apply);
    }

    @Override
    protected JComponent first() {
        return from;
    }

    private PlainButton addQuick(String key, String name, LogTimes.Question<TimeSpan> question, String place) {
        PlainButton button = button(name, key, () -> times.ask(question, this::done, text -> complain(text, null)));
        add(button, place + ", h 28!");
        // Enter on it is a click, not what the fields say.
        FormShortcuts.enterClicks(button);
        return button;
    }

    private void addField(String key, String name, PlainTextField field, String text) {
        field.setName(name);
        field.setText(text);
        field.setColumns(22);
        field.getDocument().addDocumentListener(TextEdits.listener(() -> complain("", null)));
        add(new Controls(words).label(key, field));
        add(field, "h 28!");
    }

    private void addButtons() {
        PlainButton done = button("spanApplyButton", "ui.span.apply", this::apply);
        Controls.setPrimary(done, true);
        PlainButton cancel = button("spanCancelButton", "ui.span.cancel", this::close);
        FormShortcuts.enter(cancel, WHEN_FOCUSED, this::close);
        add(done, "span, split 2, ax right, h 28!");
        add(cancel, "h 28!");
    }

    private PlainButton button(String name, String key, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    private static TimeSpan ago(RowReader rows, String typed) throws IOException, Problem {
        return new TimeSpan(TimeParser.of(rows).parse(typed), Long.MAX_VALUE);
    }

    private static TimeSpan since(RowReader rows, long row) throws IOException {
        return new TimeSpan(rows.endedAt(row), Long.MAX_VALUE);
    }

    /** Returns the span that ends just behind a row, so that it contains the row. */
    private static TimeSpan to(RowReader rows, long row) throws IOException {
        return new TimeSpan(Long.MIN_VALUE, Math.min(Long.MAX_VALUE - 1, rows.endedAt(row)) + 1);
    }

    private void apply() {
        String typedFrom = from.getText();
        String typedUntil = until.getText();
        PlainTextField[] wrong = {from};
        times.ask(
                rows -> {
                    TimeParser text = TimeParser.of(rows);
                    // An unchanged text keeps the exact time, whose nanoseconds the text does not show.
                    long first = typedFrom.isBlank()
                            ? Long.MIN_VALUE
                            : typedFrom.equals(SpanWords.from(before)) ? before.from() : text.parse(typedFrom);
                    wrong[0] = until;
                    long end = typedUntil.isBlank()
                            ? Long.MAX_VALUE
                            : typedUntil.equals(SpanWords.until(before)) ? before.until() : text.parse(typedUntil);
                    if (first >= end) {
                        throw new Problem("problem.span.empty", 0);
                    }
                    return new TimeSpan(first, end);
                },
                this::done,
                problem -> complain(problem, wrong[0]));
    }

    private void done(TimeSpan span) {
        close();
        boolean all = span.from() == Long.MIN_VALUE && span.until() == Long.MAX_VALUE;
        apply.accept(all ? null : span);
    }

    private void complain(String text, PlainTextField field) {
        failure.say(text);
        for (PlainTextField one : new PlainTextField[] {from, until}) {
            one.putClientProperty(
                    FlatClientProperties.OUTLINE, one == field ? FlatClientProperties.OUTLINE_ERROR : null);
        }
        if (field != null) {
            field.requestFocusInWindow();
            field.selectAll();
        }
        fit();
    }
}
