package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.MatchCaptures;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainTextField;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** The form for the group chat: what ends a conversation, and whether a sender gets its own messages. */
final class ChatForm extends PopoverForm {
    private final transient Behaviour before;
    private final transient Consumer<Behaviour> apply;
    private final PlainTextField leave;
    private final PlainTextField example;
    private final Notice verdict = new Notice("chatVerdict", "dot", Token.OK, TEXT_WIDTH);
    private final PlainCheckBox toSender = new PlainCheckBox();

    /** @param before the behaviour with a {@link ChatAnswer} */
    ChatForm(Words words, Behaviour before, Consumer<Behaviour> apply) {
        super("chat", words);
        this.before = before;
        this.apply = apply;
        ChatAnswer chat = (ChatAnswer) before.answer();
        explain("ui.reply.chat.about");
        leave = addField("chatLeaveField", "ui.reply.chat.leave", chat.leavePattern(), "growx");
        leave.setFont(Theme.mono(12));
        example = addField("chatExampleField", "ui.reply.example", "小明说bye", "growx");
        add(verdict, "span");
        toSender.setName("chatToSenderBox");
        toSender.setText(words.of("ui.reply.chat.sender"));
        toSender.setSelected(chat.includesSender());
        add(toSender, "span");
        addButtons("chat");
        leave.getDocument().addDocumentListener(TextEdits.listener(this::showVerdict));
        example.getDocument().addDocumentListener(TextEdits.listener(this::showVerdict));
        showVerdict();
    }

    @Override
    protected void apply() throws Problem {
        ChatAnswer chat = new ChatAnswer(leave.getText(), toSender.isSelected());
        check(leave, () -> check(chat.leavePattern()));
        apply.accept(before.with(chat));
    }

    @Override
    protected JComponent first() {
        return leave;
    }

    /** Shows what the example message would do. */
    private void showVerdict() {
        verdict.say(verdict());
        fit();
    }

    private String verdict() {
        if (leave.getText().isEmpty()) {
            return words.of("ui.reply.chat.never");
        }
        try {
            MatchCaptures found = new Match(Match.Kind.EXPRESSION, leave.getText())
                    .compile()
                    .match(example.getText().getBytes(StandardCharsets.UTF_8), Encoding.UTF_8);
            return words.of(found == null ? "ui.reply.chat.relayed" : "ui.reply.chat.leaves");
        } catch (Problem problem) {
            return words.of(problem);
        }
    }

    private static void check(String expression) throws Problem {
        if (!expression.isEmpty()) {
            new Match(Match.Kind.EXPRESSION, expression).check();
        }
    }
}
