package dev.earshot.ui.parts;

import java.awt.Frame;

/** The window of a {@link ListEditor}. It stays open beside the main window and opens again at its last place. */
public final class EditorWindow extends SideWindow {
    private final ListEditor<?, ?> editor;

    /** @param page of the guide about it, as {@link GuideHost} names it */
    public EditorWindow(Frame owner, String name, String page, ListEditor<?, ?> editor, Place place) {
        super(owner, name, page, place);
        this.editor = editor;
        begin(editor);
    }

    /** Sets the title, if it has changed. */
    public void showTitle(String title) {
        if (!title.equals(getTitle())) {
            setTitle(title);
        }
    }

    /** Shows the window and gives the table the keyboard. */
    public void open() {
        setVisible(true);
        toFront();
        editor.begin();
    }

    /** Ends editing, remembers the place and hides the window. Does nothing while the editor keeps a wrong text. */
    @Override
    public void leave() {
        if (editor.leave()) {
            super.leave();
        }
    }
}
