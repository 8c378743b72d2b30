package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.MessageLayout;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.fields.edit.PartValue;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ListEditor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTabbedPane;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingConstants;

/**
 * The editor of the user's layouts: a list of them, the fields of one in a table, and all of the file as text. Built-in
 * layouts are only shown, and can be copied.
 */
final class LayoutEditor extends ListEditor<LayoutState, EditedField> {
    private static final Names NAMES = new Names("layouts", "layoutsAddButton", "ui.layouts.note.");
    private static final int TABLE = 0;
    private static final int TEXT = 1;

    private final LayoutModel model;
    private final LayoutTable table;
    private final LayoutList list;
    private final LayoutFacts facts;
    private final LayoutTextPane text;
    private final JPanel tools;
    private final PlainTabbedPane tabs = new PlainTabbedPane(SwingConstants.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);
    private final PlainButton create;
    private final PlainButton remove;
    private final PlainButton copy;
    private final transient AtomicReference<LayoutDocument> latest;
    private final String file;
    private String broken = ""; // the text of a file that has a mistake; empty if it has none
    private String builtIn = ""; // the name of the built-in layout that is shown; empty for none

    /**
     * @param file the name of the user's file, for the words of problems
     * @param edited takes each document that a person has made
     */
    LayoutEditor(Words words, String file, Consumer<LayoutDocument> edited) {
        this(words, file, new AtomicReference<>(LayoutDocument.EMPTY), edited);
    }

    private LayoutEditor(
            Words words, String file, AtomicReference<LayoutDocument> latest, Consumer<LayoutDocument> edited) {
        this(
                words,
                file,
                new LayoutModel(words, state -> {
                    latest.set(state.document());
                    edited.accept(state.document());
                }),
                latest);
    }

    private LayoutEditor(Words words, String file, LayoutModel model, AtomicReference<LayoutDocument> latest) {
        this(words, file, model, new LayoutTable(model, words), latest);
    }

    private LayoutEditor(
            Words words, String file, LayoutModel model, LayoutTable table, AtomicReference<LayoutDocument> latest) {
        super(words, NAMES, model, table, LayoutState.files(latest::get));
        this.model = model;
        this.table = table;
        this.latest = latest;
        this.file = file;
        table.onWrong(this::showInputProblem);
        list = new LayoutList(words, this::choose);
        facts = new LayoutFacts(words, this::changeFacts, this::showInputProblem);
        text = new LayoutTextPane(words, this::take);
        create = button("LayoutAddButton", "ui.layouts.add", this::addLayout);
        remove = button("LayoutRemoveButton", "ui.layouts.remove", this::removeLayout);
        copy = button("LayoutCopyButton", "ui.layouts.copy", this::copyBuiltIn);
        tools = makeTools();
        layOut(tools, List.of(), facts);
        arrange();
        showLayout();
    }

    /** Puts the list at the left, and the table behind a tab beside the text. */
    private void arrange() {
        Component rows = ((BorderLayout) getLayout()).getLayoutComponent(BorderLayout.CENTER);
        remove(rows);
        remove(tools);
        JPanel fields = new JPanel(new BorderLayout());
        fields.add(tools, BorderLayout.NORTH);
        fields.add(rows);
        tabs.setName("layoutsTabs");
        tabs.addTab(words.of("ui.layouts.tab.table"), fields);
        tabs.addTab(words.of("ui.layouts.tab.text"), text);
        tabs.addChangeListener(e -> tabChosen());
        JPanel commands = LayoutSidebar.commands();
        commands.add(create, "h 28!");
        commands.add(remove, "h 28!");
        commands.add(copy, "h 28!");
        addFiles(commands, "h 28!, newline");
        add(new LayoutSidebar(list, commands), BorderLayout.WEST);
        add(tabs);
    }

    /** Lists these built-in layouts below the user's. */
    void builtIn(List<MessageLayout> layouts) {
        list.builtIn(layouts);
        showLayout();
    }

    /** Shows what the file says now. */
    void load(LayoutDocument document) {
        broken = "";
        latest.set(document);
        boolean first = model.present().document().equals(LayoutDocument.EMPTY);
        model.show(model.present().with(document));
        tabs.setEnabledAt(TABLE, true);
        if (first && tabs.getSelectedIndex() == TEXT && !text.isChanged()) {
            tabs.setSelectedIndex(TABLE);
        }
        showLayout();
        select(0);
        if (first) {
            first().requestFocusInWindow();
        }
    }

    /** Shows the text of a file that has a mistake: it is only corrected as text, and replaced by nothing else. */
    void showBroken(String typed) {
        broken = typed;
        builtIn = "";
        model.show(LayoutState.EMPTY);
        text.show(broken, file, true);
        tabs.setSelectedIndex(TEXT);
        tabs.setEnabledAt(TABLE, false);
        tools.setVisible(false);
        remove.setEnabled(false);
    }

    /** Says why the file was not written. */
    void showFailure(Problem problem) {
        showInputProblem(words.of(problem));
    }

    void showValues(List<PartValue> values) {
        model.showValues(values);
    }

    /** Returns what is edited; nothing while a built-in layout is shown. */
    LayoutState present() {
        return builtIn.isEmpty() ? model.present() : LayoutState.EMPTY;
    }

    private void choose(LayoutList.Entry entry) {
        if (!table.stopEditing() || !facts.commit()) {
            showLayout();
            return;
        }
        builtIn = entry.isBuiltIn() ? entry.name() : "";
        if (!entry.isBuiltIn()) {
            model.show(model.present().showing(entry.name()));
            select(0);
        }
        showLayout();
    }

    /** Shows the chosen layout in all parts. */
    private void showLayout() {
        boolean isOwn = builtIn.isEmpty();
        LayoutState state = model.present();
        if (isOwn && !broken.isEmpty()) {
            list.show(state.document(), "", false);
            if (!text.isChanged()) {
                text.show(broken, file, true);
            }
            return;
        }
        list.show(state.document(), isOwn ? state.layout() : builtIn, !isOwn);
        facts.show(isOwn ? state.shown() : null);
        tools.setVisible(isOwn);
        remove.setEnabled(isOwn && state.shown() != null);
        copy.setVisible(!isOwn);
        remove.setVisible(isOwn);
        tabs.setEnabledAt(TABLE, isOwn);
        if (!isOwn) {
            text.show(LayoutNames.builtIn(builtIn), builtIn, false);
            tabs.setSelectedIndex(TEXT);
        } else if (!text.isChanged()) {
            LayoutDocument document = state.document();
            text.show(document.equals(LayoutDocument.EMPTY) ? "" : document.text(), file, true);
        }
    }

    private void tabChosen() {
        if (tabs.getSelectedIndex() == TEXT && table.stopEditing() && builtIn.isEmpty() && !text.isChanged()) {
            text.scrollTo(model.present().layout());
        }
    }

    private void changeFacts(EditedLayout edited, String key) throws Problem {
        LayoutState state = model.present();
        model.changeAround(state.withShown(edited), key + " " + state.layout());
    }

    private void take(LayoutDocument typed) {
        broken = "";
        tabs.setEnabledAt(TABLE, true);
        replace(model.present().with(typed), words.of("ui.layouts.note.text"));
    }

    private void addLayout() {
        if (!broken.isEmpty() || !facts.commit()) {
            return;
        }
        builtIn = "";
        try {
            LayoutState next = model.present().withNew();
            replace(next, words.of("ui.layouts.note.added", next.layout()));
        } catch (Problem problem) {
            showInputProblem(words.of(problem));
        }
        tabs.setSelectedIndex(TABLE);
    }

    private void removeLayout() {
        LayoutState state = model.present();
        table.removeEditor();
        replace(state.withoutShown(), words.of("ui.layouts.note.removed.layout", state.layout()));
    }

    private void copyBuiltIn() {
        String name = builtIn;
        try {
            LayoutState next = model.present().withBuiltIn(name);
            builtIn = "";
            replace(next, words.of("ui.layouts.note.copied", name));
        } catch (Problem problem) {
            showInputProblem(words.of(problem));
        }
    }

    @Override
    protected boolean leave() {
        if (text.isChanged()) {
            tabs.setSelectedIndex(TEXT);
            showInputProblem(words.of("ui.layouts.text.unsaved"));
            return false;
        }
        return super.leave() && facts.commit();
    }

    @Override
    protected boolean startsWithEntry() {
        return false; // the file would get a layout that nobody wants
    }

    /** The table, or the button that makes a layout where there is none that could have fields. */
    @Override
    protected JComponent first() {
        return model.present().shown() == null ? create : super.first();
    }

    @Override
    protected EditedField newEntry() {
        return model.fresh(words.of("ui.layouts.field.usual"));
    }

    @Override
    protected Enum<?> firstColumn() {
        return LayoutModel.Column.NAME;
    }

    @Override
    protected String describe(int row) {
        return VisibleText.brief(model.get(row).get("name"));
    }

    @Override
    protected void showDetails(Optional<EditedField> selected) {}

    @Override
    protected void listChanged() {
        showLayout();
    }
}
