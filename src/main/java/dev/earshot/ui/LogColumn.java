package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.LogBar;
import dev.earshot.ui.log.SpanBar;
import dev.earshot.ui.reply.ReplyBar;
import dev.earshot.ui.send.SendBar;
import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The column beside the clients: the log with its bars, and below it the reply bar and the send box. */
final class LogColumn extends JPanel {
    private static final int WIDTH_FOR_LABELS = 840;
    private static final int WIDTH_FOR_REPLY_LABEL = 740;
    private static final int WIDTH_FOR_WIDE_ROWS = 760;
    private static final int WIDTH_FOR_SEND_ROW = 760;
    private static final int HEIGHT_FOR_SEND_BOX = 700;
    private static final int HEIGHT_FOR_DETAIL = 560;

    private final LogBar logBar;
    private final LogArea log;
    private final ReplyBar replyBar;
    private final SendBar sendBar;
    private final CaptureBar captureBar;
    private final JPanel output = new JPanel(new BorderLayout());
    private final JPanel notices = new JPanel(new BorderLayout());

    LogColumn(LogBar logBar, SpanBar spanBar, LogArea log, ReplyBar replyBar, SendBar sendBar, CaptureBar captureBar) {
        super(new BorderLayout());
        this.logBar = logBar;
        this.log = log;
        this.replyBar = replyBar;
        this.sendBar = sendBar;
        this.captureBar = captureBar;
        JPanel bars = new JPanel(new BorderLayout());
        bars.add(logBar);
        bars.add(spanBar, BorderLayout.SOUTH);
        output.add(sendBar.lines(), BorderLayout.NORTH);
        output.add(replyBar);
        output.add(sendBar, BorderLayout.SOUTH);
        notices.add(captureBar, BorderLayout.SOUTH);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(notices, BorderLayout.NORTH);
        middle.add(log);
        add(bars, BorderLayout.NORTH);
        add(middle);
        add(output, BorderLayout.SOUTH);
    }

    /** Shows bars above the log. They take room from the log only, so that nothing moves that sends or deletes. */
    void showNotices(JComponent windowBars) {
        notices.add(windowBars);
        notices.revalidate();
    }

    /** Shows what is wrong with the capture, if anything is. */
    void showCapture(CaptureState state) {
        captureBar.show(state);
    }

    LogArea log() {
        return log;
    }

    LogBar logBar() {
        return logBar;
    }

    ReplyBar replyBar() {
        return replyBar;
    }

    SendBar sendBar() {
        return sendBar;
    }

    /** Hides the reply bar and the send box, for an endpoint to which nothing can be sent. */
    void hideOutput() {
        output.setVisible(false);
        sendBar.tools().setUsable(false);
    }

    /**
     * Leaves out what matters least in a small window.
     *
     * @param width of this column, in pixels
     * @param height of the window, in pixels; no bar that comes or goes changes it
     */
    void fit(int width, int height) {
        boolean labels = width >= UIScale.scale(WIDTH_FOR_LABELS);
        logBar.showLabels(labels);
        replyBar.showLabel(width >= UIScale.scale(WIDTH_FOR_REPLY_LABEL));
        sendBar.fit(width < UIScale.scale(WIDTH_FOR_SEND_ROW), height < UIScale.scale(HEIGHT_FOR_SEND_BOX));
        log.fit(height >= UIScale.scale(HEIGHT_FOR_DETAIL), width < UIScale.scale(WIDTH_FOR_WIDE_ROWS) ? 8 : 16);
    }
}
