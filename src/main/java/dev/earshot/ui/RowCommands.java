package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.TextForm;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Origin;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.send.TypedMessage;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.fields.FieldCommands;
import dev.earshot.ui.log.FilterBar;
import dev.earshot.ui.log.RowActions;
import dev.earshot.ui.plot.PlotWindows;
import dev.earshot.ui.reply.ReplyBar;
import dev.earshot.ui.send.SendBar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * Carries out the commands on rows of the log that concern other parts, such as the filter, the send box and the rules.
 * Confined to the EDT.
 */
final class RowCommands implements RowActions {
    private final Session session;
    private final FilterBar filter;
    private final SendBar sendBar;
    private final ReplyBar replyBar;
    private final RowComparison comparison;
    private final Words words;
    private final Consumer<String> say;
    private final Supplier<PlotWindows> plots;
    private final FieldCommands fields;

    /**
     * @param say shows a short message to the person
     * @param plots returns the windows of plots, which are made when they are first needed
     */
    RowCommands(
            Session session,
            FilterBar filter,
            SendBar sendBar,
            ReplyBar replyBar,
            RowComparison comparison,
            Words words,
            Consumer<String> say,
            Supplier<PlotWindows> plots) {
        this.session = session;
        this.filter = filter;
        this.sendBar = sendBar;
        this.replyBar = replyBar;
        this.comparison = comparison;
        this.words = words;
        this.say = say;
        this.plots = plots;
        fields = new FieldCommands(session, words, say);
    }

    @Override
    public void describeBytes(long row, int from, int to, JComponent anchor) {
        fields.describeBytes(row, from, to, anchor);
    }

    @Override
    public void describeText(long row, String marked, JComponent anchor) {
        fields.describeText(row, marked, anchor);
    }

    private Optional<Client> client(int peerId) {
        return session.clients().all().stream()
                .filter(client -> client.peer().id() == peerId)
                .findFirst();
    }

    @Override
    public boolean canSend(int peerId) {
        return isWritable() && client(peerId).filter(Client::isPresent).isPresent();
    }

    @Override
    public boolean isWritable() {
        return session.isWritable();
    }

    @Override
    public void sendTo(int peerId) {
        client(peerId).ifPresent(client -> sendBar.choose(List.of(client)));
    }

    @Override
    public void sendAgain(Row message) {
        client(message.peerId()).ifPresent(client -> {
            if (!session.sending().send(client.peer(), message.bytes(), Origin.PERSON)) {
                say.accept(words.of("ui.row.not.sent"));
            }
        });
    }

    @Override
    public void edit(Row message) {
        sendBar.edit(message.bytes(), encoding(message));
    }

    @Override
    public void makeRule(Row message) {
        TypedMessage typed = TypedMessage.of(withoutEnding(message), encoding(message));
        Match match = typed.form() == TextForm.TEXT
                ? new Match(Match.Kind.EQUALS, typed.text())
                : new Match(Match.Kind.HEX, Hex.print(message.bytes(), 0, message.bytes().length));
        Rule blank = Rule.BLANK;
        replyBar.addRule(new Rule(true, "", match, blank.answer(), 0, Rule.Receivers.SENDER, "", 0, false));
    }

    @Override
    public void markForComparison(Row message) {
        comparison.mark(message);
        say.accept(words.of("ui.row.compare.marked.done", message.number() + 1));
    }

    @Override
    public boolean hasMarked() {
        return comparison.hasMarked();
    }

    @Override
    public void compareWithMarked(Row message) {
        comparison.openWithMarked(message, filter);
    }

    @Override
    public void compare(Row left, Row right) {
        comparison.open(left, right, filter);
    }

    @Override
    public void filterBy(Row message) {
        byte[] bytes = withoutEnding(message);
        TypedMessage typed = TypedMessage.of(bytes, encoding(message));
        boolean plain = typed.form() == TextForm.TEXT && typed.text().indexOf('\\') < 0 && bytes.length > 0;
        filter.search(
                plain ? "\"" + typed.text() + "\"" : "hex " + Hex.print(message.bytes(), 0, message.bytes().length));
    }

    @Override
    public void showOnly(int peerId) {
        filter.peers(PeerSet.of(List.of(peerId)));
    }

    @Override
    public void plotNumber(Row message) {
        byte[] bytes = withoutEnding(message);
        plots.get().plotNumber(TextDecoder.decode(encoding(message), bytes, 0, bytes.length));
    }

    @Override
    public void plotField(String field) {
        plots.get().plotField(field);
    }

    @Override
    public void markInPlot(Row row) {
        plots.get().mark(row);
    }

    private Encoding encoding(Row message) {
        return session.log().lens().encoding(message);
    }

    private byte[] withoutEnding(Row message) {
        byte[] bytes = message.bytes();
        return Arrays.copyOf(bytes, LineEnding.lengthBefore(encoding(message), bytes, 0, bytes.length));
    }
}
