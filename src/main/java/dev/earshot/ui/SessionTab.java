package dev.earshot.ui;

import dev.earshot.codec.VisibleText;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.connect.StateLine;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * A tab of the window, with a session and the {@link Workspace} that shows it. The session starts, and the workspace is
 * built, when the tab is first shown, so that tabs from the last run cost nothing at the start.
 */
public final class SessionTab extends JPanel {

    /** Builds the workspace of a session in the present language. */
    interface Builder {
        Workspace build(Session session, Settings settings);
    }

    private static final Status NOT_STARTED = new Status(Status.State.CLOSED, "", null);

    private final transient Settings settings;
    private transient Session session; // null: not started yet
    private Workspace workspace; // null: not shown yet
    private boolean outdated;
    private transient Component focus;
    private long seen;

    /** @param settings the settings of this tab */
    SessionTab(Settings settings) {
        super(new BorderLayout());
        this.settings = settings;
        setName("tab." + settings.number());
    }

    int number() {
        return settings.number();
    }

    public Settings settings() {
        return settings;
    }

    /** Returns the session; null as long as it has not started. */
    public Session session() {
        return session;
    }

    /** Returns the workspace; null as long as the tab has not been shown. */
    public Workspace workspace() {
        return workspace;
    }

    /** Whether the tab shows an old capture; such tabs are not opened again at the next start. */
    boolean isCapture() {
        return session != null && !session.isWritable();
    }

    /** Sets the session, which has started. */
    void setSession(Session started) {
        session = started;
        seen = traffic();
    }

    /** Shows why the session could not be started. */
    void showFailure(String why) {
        removeAll();
        PlainLabel label = new PlainLabel();
        label.setText(why);
        label.setIcon(Lamp.FAILED.icon());
        label.setForeground(new TokenColor(Token.ERROR));
        label.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        add(label, BorderLayout.NORTH);
        revalidate();
    }

    /** Builds the workspace if there is none in the present language, and keeps what was being typed. */
    Workspace build(Builder builder) {
        if (workspace == null || outdated) {
            Workspace before = workspace;
            if (before != null) {
                before.close();
            }
            workspace = builder.build(session, settings);
            workspace.tabTitle(this::title);
            if (before != null) {
                workspace.takeOver(before);
            }
            outdated = false;
            focus = before == null ? null : likeFocused(before);
            removeAll();
            add(workspace);
            revalidate();
        }
        return workspace;
    }

    /** Returns the component that has the name of the one which has, or had last, the focus in the workspace before. */
    private Component likeFocused(Workspace before) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
        Component last = owner != null && SwingUtilities.isDescendingFrom(owner, before) ? owner : focus;
        return last == null || last.getName() == null ? null : named(workspace, last.getName());
    }

    private static Component named(Container in, String name) {
        for (Component child : in.getComponents()) {
            Component found = name.equals(child.getName())
                    ? child
                    : child instanceof Container container ? named(container, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Marks the workspace as outdated by another language or kind: it is rebuilt when the tab is next shown. */
    void outdate() {
        outdated = workspace != null;
    }

    /** Remembers which component has the focus, for the tab is about to be hidden. */
    void leave() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        focus = owner != null && SwingUtilities.isDescendingFrom(owner, this) ? owner : focus;
        seen = traffic();
    }

    /** Gives the focus back to the component that had it last. */
    void focus() {
        if (focus == null || !focus.requestFocusInWindow()) {
            workspace.connect().focusButton();
        }
    }

    /** Shows the figures if the tab is the selected one, or else measures its rates, so that they have no gap. */
    void refreshFigures(boolean selected) {
        if (selected && workspace != null) {
            workspace.refreshClients();
        } else if (session != null) {
            session.traffic().measure(System.nanoTime());
        }
    }

    /** Whether anything was received or sent, or a client came or left, since the tab was last shown. */
    boolean hasNews() {
        return seen != traffic();
    }

    private long traffic() {
        return session == null
                ? 0
                : session.clients().bytesIn()
                        + session.clients().bytesOut()
                        + session.clients().version();
    }

    Status status() {
        return session == null ? NOT_STARTED : session.status();
    }

    /** Returns the name that the person gave the tab, or else the {@link #ordinaryTitle}. */
    public String title(Words words) {
        String given = settings.get(Settings.NAME);
        String title = given.isEmpty() ? ordinaryTitle(words) : VisibleText.of(given);
        // A component that shows such a title would take it for HTML.
        return title.startsWith("<") ? " " + title : title;
    }

    /** Returns the kind and the address of the endpoint, or the file name of the capture. */
    public String ordinaryTitle(Words words) {
        if (isCapture()) {
            return String.valueOf(session.log().capture().getFileName()).replaceFirst("\\.pcapng$", "");
        }
        EndpointKind kind = kind();
        String place = kind.portKey().isEmpty() ? kind.place(settings) : port();
        return words.forKind(kind).of("ui.tab.name", words.nameOf(kind), place);
    }

    EndpointKind kind() {
        return settings.get(Settings.KIND);
    }

    /** Returns the port on which the endpoint listens or would listen; empty if its kind does not listen. */
    String port() {
        Status status = status();
        if (kind().portKey().isEmpty()) {
            return "";
        } else if (status.state() == Status.State.OPEN) {
            return status.address().substring(status.address().lastIndexOf(':') + 1);
        }
        return kind().place(settings);
    }

    /** Returns the tool tip: title, state, and whether there are news. */
    String tip(Words words) {
        String comma = words.of("ui.comma");
        String state = isCapture() ? "" : comma + StateLine.text(status(), words.forKind(kind()));
        return title(words) + state + (hasNews() ? comma + words.of("ui.tab.news") : "");
    }

    /** Returns the question to ask before the tab is closed; empty if nothing would be lost. */
    public String loss(Words words) {
        return CloseQuestion.ofTab(this, words);
    }

    /** Closes the workspace, but not the session. */
    void end() {
        if (session != null) {
            session.onChange(() -> {});
        }
        if (workspace != null) {
            workspace.close();
            workspace.windows().close();
        }
    }
}
