package dev.earshot.ui.reply;

import dev.earshot.codec.Framing;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.log.FramingBox;
import dev.earshot.ui.log.FramingForm;
import dev.earshot.ui.parts.Popover;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A box of framings that belongs to a form: one with parameters asks for them, and then what was chosen is shown and told. */
final class FramingChoice {
    private final Words words;
    private final FramingBox box;
    private final Consumer<Framing> told;
    private Framing framing;
    private Popover popover;

    FramingChoice(Words words, Settings settings, String name, Framing now, Consumer<Framing> told) {
        this.words = words;
        this.told = told;
        List<Framing> choices = new ArrayList<>(List.of(Framing.LINES, Framing.RECEIVED));
        Settings.FRAMINGS.forEach(key -> choices.add(settings.get(key)));
        box = new FramingBox(words, choices, this::chosen);
        if (settings.get(Settings.KIND).datagrams()) {
            box.eachDatagram();
        }
        box.setName(name);
        show(now);
    }

    FramingBox box() {
        return box;
    }

    Framing framing() {
        return framing;
    }

    void show(Framing now) {
        if (!now.equals(framing)) {
            framing = now;
            box.show(now);
        }
    }

    private void chosen(Framing chosen) {
        if (FramingForm.wantedFor(chosen)) {
            EventQueue.invokeLater(() -> ask(chosen)); // later, for now the box still has its list open
        } else {
            take(chosen);
        }
    }

    private void ask(Framing proposed) {
        FramingForm form = new FramingForm(words, proposed, this::take, () -> popover.close());
        popover = Popover.open(form, box);
        form.focusFirst();
    }

    private void take(Framing chosen) {
        show(chosen);
        told.accept(chosen);
    }
}
