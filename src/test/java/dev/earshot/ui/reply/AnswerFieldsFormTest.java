package dev.earshot.ui.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.TextForm;
import dev.earshot.reply.Answer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** Tests the form of kinds without a form of their own, with answers that have one. */
class AnswerFieldsFormTest extends WindowTest {
    private final List<Behaviour> applied = new ArrayList<>();

    @Test
    void everySettingHasAComponentAndIsApplied() {
        open(RolesAnswer.DEFAULT);
        TestWindow.run(() -> {
            ui.<JTextComponent>find("rolesFirstField").setText("PHONE");
            ui.<AbstractButton>find("rolesReplaceBox").doClick(0);
            ui.<JComboBox<?>>find("rolesRefusalFormBox").setSelectedItem(TextForm.HEX);
            ui.<JTextComponent>find("rolesRefusalField").setText("15");
            assertThat(ui.<JLabel>find("rolesRefusalPreview").getText()).isEqualTo("1 byte  15");
            ui.<AbstractButton>find("rolesApplyButton").doClick(0);
            assertThat((Object) TestWindow.find(ui.window, "rolesForm"))
                    .as("closed")
                    .isNull();
        });
        assertThat(applied)
                .extracting(Behaviour::answer)
                .containsExactly(new RolesAnswer(
                        "PHONE",
                        RolesAnswer.DEFAULT.second(),
                        !RolesAnswer.DEFAULT.replacesHolder(),
                        new Template(
                                TextForm.HEX,
                                "15",
                                RolesAnswer.DEFAULT.refusal().ending())));
    }

    @Test
    void aWrongTemplateIsMarkedAndNotApplied() {
        open(RolesAnswer.DEFAULT);
        TestWindow.run(() -> {
            ui.<JTextComponent>find("rolesRefusalField").setText("${you}");
            ui.<AbstractButton>find("rolesApplyButton").doClick(0);
            assertThat(ui.<JTextArea>find("rolesProblem").getText()).contains("you");
            assertThat(ui.<JComponent>find("rolesRefusalField").getClientProperty("JComponent.outline"))
                    .isEqualTo("error");
        });
        assertThat(applied).isEmpty();
    }

    private void open(Answer answer) {
        Behaviour before = Behaviour.NONE.with(answer);
        TestWindow.run(() -> new AnswerFieldsForm(new Words(Locale.ENGLISH), before, applied::add)
                .open(ui.<JComponent>find("replyBox")));
    }
}
