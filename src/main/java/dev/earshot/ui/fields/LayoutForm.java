package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.net.Background;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.settings.ViewId;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A form that adds fields to a layout of the user, or to a new one. It is applied on a thread, for that writes a file.
 */
abstract class LayoutForm extends PopoverForm {
    private static final String NEW = "";

    protected final transient DescribedMessage described;
    private final transient Session session;
    private final transient Consumer<String> say;
    private PlainComboBox<String> layout;
    private PlainTextField name;
    private PlainComboBox<Scope> scope;
    private transient JComponent anchor;

    /** The messages to which a new layout applies. */
    private enum Scope {
        FRAMING,
        PORT,
        CHOSEN
    }

    /** @param say takes messages for the status line */
    protected LayoutForm(String name, Session session, DescribedMessage described, Words words, Consumer<String> say) {
        super(name, words);
        this.session = session;
        this.described = described;
        this.say = say;
    }

    /** Adds to a layout. Any thread. */
    protected interface Addition {
        EditedLayout to(EditedLayout target) throws Problem;
    }

    /** Finds or makes a layout. Any thread. */
    private interface Target {
        EditedLayout in(LayoutDocument document) throws Problem;
    }

    /**
     * Returns what adds the described fields to a layout.
     *
     * @throws Problem if a field of the form is wrong
     */
    protected abstract Addition addition() throws Problem;

    /** Says what was done. */
    protected abstract String done(String layoutName);

    /** Whether a layout can take what is described here. */
    protected abstract boolean fits(EditedLayout target);

    /** Opens the form, and again if the file could not be written. */
    final void show(JComponent at) {
        anchor = at;
        open(at);
    }

    /** Adds the choice of the layout. */
    protected final void addTarget() {
        boolean chinese = words.isChinese();
        List<String> targets = new ArrayList<>();
        described.document().layouts().stream().filter(this::fits).forEach(one -> targets.add(one.name()));
        targets.add(NEW);
        layout = enterApplies(controls.box(
                "fieldsLayoutBox",
                "ui.fields.layout",
                one -> one.equals(NEW)
                        ? words.of("ui.fields.layout.new")
                        : VisibleText.of(LayoutNames.shown(described.document().named(one), chinese)),
                targets));
        name = field("fieldsLayoutField", "ui.fields.layout.name");
        name.setText(LayoutNames.free(words.of("ui.fields.layout.usual"), described.document()));
        add(controls.label("ui.fields.layout", layout));
        JPanel target = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3, nogrid", "", "[28!]"));
        target.setOpaque(false);
        target.add(layout, "growx, pushx, wmin 0, h 28!");
        target.add(name, "growx, pushx, wmin 60, h 28!");
        add(target);
        List<Scope> scopes = new ArrayList<>(List.of(Scope.FRAMING));
        if (described.port() > 0) {
            scopes.add(Scope.PORT);
        }
        scopes.add(Scope.CHOSEN);
        scope = addChoice("fieldsScopeBox", "ui.fields.scope", this::scopeName, scopes);
        layout.setSelectedItem(
                targets.contains(described.part().layout()) ? described.part().layout() : NEW);
        layout.addActionListener(e -> showTarget());
        showTarget();
    }

    /** Makes a field that other words than a label name. */
    protected final PlainTextField field(String fieldName, String key) {
        PlainTextField field = new PlainTextField("");
        field.setName(fieldName);
        field.setToolTipText(words.of(key));
        field.getAccessibleContext().setAccessibleName(words.of(key));
        field.getDocument().addDocumentListener(TextEdits.listener(this::clearProblem));
        return field;
    }

    private String scopeName(Scope one) {
        return switch (one) {
            case FRAMING -> words.of("ui.fields.scope.framing", described.framing());
            case PORT -> words.of("ui.fields.scope.port", Integer.toString(described.port()));
            case CHOSEN -> words.of("ui.fields.scope.chosen");
        };
    }

    private void showTarget() {
        boolean fresh = isNew();
        name.setVisible(fresh);
        setShown(scope, fresh);
        clearProblem();
    }

    /** Shows or hides a part of the form with its label. */
    protected final void setShown(JComponent part, boolean wanted) {
        part.setVisible(wanted);
        for (Component other : getComponents()) {
            if (other instanceof PlainLabel label && label.getLabelFor() == part) {
                label.setVisible(wanted);
            }
        }
    }

    /** Chooses a new layout as the one that is added to. */
    protected final void chooseNew() {
        layout.setSelectedItem(NEW);
    }

    private boolean isNew() {
        return NEW.equals(layout.getSelectedItem());
    }

    /** Returns what finds the chosen layout, or makes the new one. */
    private Target target() {
        if (!isNew()) {
            String chosen = (String) layout.getSelectedItem();
            return document -> {
                EditedLayout found = document.named(chosen);
                if (found == null) {
                    throw new Problem("problem.fields.layout.gone", -1, chosen);
                }
                return found;
            };
        }
        String typed = name.getText();
        String framings = scope.getSelectedItem() == Scope.FRAMING ? described.framing() : "";
        String ports = scope.getSelectedItem() == Scope.PORT ? Integer.toString(described.port()) : "";
        return document ->
                LayoutNames.fresh(typed, document).with("framings", framings).with("ports", ports);
    }

    @Override
    protected final void apply() throws Problem {
        Target target = target();
        Addition addition = addition();
        EditedLayout next = addition.to(target.in(described.document()));
        described.document().with(next); // so that a problem is said at once
        LayoutBook book = session.log().layouts();
        Background.run("layouts", () -> {
            try {
                book.change(present -> present.with(addition.to(target.in(present))));
                EventQueue.invokeLater(() -> added(next.name()));
            } catch (Problem problem) {
                EventQueue.invokeLater(() -> failed(problem));
            }
        });
    }

    private void added(String layoutName) {
        boolean byHand = isNew() && scope.getSelectedItem() == Scope.CHOSEN;
        if (byHand && described.peer() != null) {
            session.log().showAs(described.peer(), ViewId.ofLayout(layoutName));
        }
        say.accept(done(layoutName));
    }

    private void failed(Problem problem) {
        if (!isOpen() && anchor.isShowing()) {
            show(anchor);
        }
        complain(problem);
    }
}
