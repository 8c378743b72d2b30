package dev.earshot.ui;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.CaptureState;
import dev.earshot.session.EndpointKind;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import dev.earshot.ui.connect.StateLine;
import dev.earshot.ui.parts.Lamp;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * One tab: a session and the {@link Workspace} that shows it. The session is begun, and the workspace built, when the tab
 * is first shown, so that tabs from the last time cost nothing at the start.
 */
public final class SessionTab extends JPanel {

    /** Makes the workspace of a session in the words of the present language. */
    interface Builder {
        Workspace build(Session session, Settings settings);
    }

    private static final Status NOT_BEGUN = new Status(Status.State.CLOSED, "", null);

    private final transient Settings settings;
    private transient Session session; // null: not begun yet
    private Workspace workspace; // null: not shown yet
    private boolean outdated;
    private transient Component focus;
    private long seen;

    /** @param settings the tab's own view of them */
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

    /** Null as long as it has not been begun. */
    public Session session() {
        return session;
    }

    /** Null as long as it has not been shown. */
    public Workspace workspace() {
        return workspace;
    }

    /** Whether it is an old capture, which is not there any more at the next start. */
    boolean isCapture() {
        return session != null && !session.isWritable();
    }

    void begun(Session now) {
        session = now;
        seen = traffic();
    }

    /** Says why there is no session. */
    void failed(String why) {
        removeAll();
        PlainLabel label = new PlainLabel();
        label.setText(why);
        label.setIcon(Lamp.FAILED.icon());
        label.setForeground(new TokenColor(Token.ERROR));
        label.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        add(label, BorderLayout.NORTH);
        revalidate();
    }

    /** Builds the workspace where there is none in the present language; what was being typed stays. */
    Workspace build(Builder builder) {
        if (workspace == null || outdated) {
            Workspace before = workspace;
            if (before != null) {
                before.close();
            }
            workspace = builder.build(session, settings);
            workspace.tabTitle(this::title);
            if (before != null) {
                workspace.goOn(before);
            }
            outdated = false;
            focus = null;
            removeAll();
            add(workspace);
            revalidate();
        }
        return workspace;
    }

    /** The language is another one: the next time it is shown, it is built anew. */
    void outdate() {
        outdated = workspace != null;
    }

    /** Remembers where the keyboard is, for the tab is about to be hidden. */
    void leave() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        focus = owner != null && SwingUtilities.isDescendingFrom(owner, this) ? owner : focus;
        seen = traffic();
    }

    /** Gives the keyboard back to where it was. */
    void focus() {
        if (focus == null || !focus.requestFocusInWindow()) {
            workspace.connect().focusButton();
        }
    }

    /** Takes over the figures that go on while nobody looks. */
    void refreshHidden() {
        if (session != null) {
            session.traffic().measure(System.nanoTime());
        }
    }

    /** Whether something came, went or was sent since it was last seen. */
    boolean hasNews() {
        return seen != traffic();
    }

    void seen() {
        seen = traffic();
    }

    private long traffic() {
        return session == null
                ? 0
                : session.clients().bytesIn()
                        + session.clients().bytesOut()
                        + session.clients().version();
    }

    Status status() {
        return session == null ? NOT_BEGUN : session.status();
    }

    /** What the person calls it, or else {@link #ordinaryTitle}. */
    public String title(Words words) {
        String given = settings.get(Settings.NAME);
        String title = given.isEmpty() ? ordinaryTitle(words) : VisibleText.of(given);
        // Text that begins so would be taken for a page by whoever shows the title.
        return title.startsWith("<") ? " " + title : title;
    }

    /** What it is and where, or of which file the capture is. */
    public String ordinaryTitle(Words words) {
        if (isCapture()) {
            return String.valueOf(session.log().capture().getFileName()).replaceFirst("\\.pcapng$", "");
        }
        EndpointKind kind = kind();
        String place = kind.portKey().isEmpty() ? kind.place(settings) : port();
        return words.forKind(kind).of("ui.tab.name", kind.name(words), place);
    }

    EndpointKind kind() {
        return settings.get(Settings.KIND);
    }

    /** On which port it listens, or what stands in the field; empty if it does not listen. */
    String port() {
        Status status = status();
        if (kind().portKey().isEmpty()) {
            return "";
        } else if (status.state() == Status.State.OPEN) {
            return status.address().substring(status.address().lastIndexOf(':') + 1);
        }
        return kind().place(settings);
    }

    /** The title, the state and what there is of news, in words. */
    String tip(Words words) {
        String comma = words.of("ui.comma");
        String state = isCapture() ? "" : comma + StateLine.text(status(), words.forKind(kind()));
        return title(words) + state + (hasNews() ? comma + words.of("ui.tab.news") : "");
    }

    /** What would be lost if it was closed now, as a question; empty if nothing. */
    public String loss(Words words) {
        if (session == null || isCapture()) {
            return "";
        } else if (session.clients().presentCount() > 0) {
            return words.forKind(kind())
                    .of(
                            "ui.tab.close.connected",
                            session.clients().presentCount(),
                            title(words).strip());
        } else if (session.log().storage().state().kind() != CaptureState.Kind.KEPT) {
            return words.of("ui.tab.close.unkept", title(words).strip());
        }
        return "";
    }

    /** Nobody is told of the session any more, and what shows it ends. */
    void end() {
        if (session != null) {
            session.onChange(() -> {});
        }
        if (workspace != null) {
            workspace.close();
        }
    }
}
