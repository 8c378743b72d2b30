package dev.earshot.ui.parts;

import static dev.earshot.ui.TestWindow.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Canvas;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("gui")
class DeferredTasksTest {
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private JFrame window;
    private DeferredTasks tasks;

    @BeforeEach
    void addTwo() {
        run(() -> {
            window = new JFrame();
            tasks = new DeferredTasks(window);
            tasks.add(() -> ran.add("first"));
            tasks.add(() -> ran.add("second"));
        });
    }

    @AfterEach
    void close() {
        run(window::dispose);
    }

    @Test
    void runInTheirOrderAfterThePaint() {
        run(() -> {
            window.setSize(200, 100);
            window.setVisible(true);
            assertThat(ran).isEmpty();
        });
        await().untilAsserted(() -> assertThat(ran).containsExactly("first", "second"));
    }

    @Test
    void runBeforeTheFirstKeyIsTaken() {
        run(() -> {
            Canvas field = new Canvas() {
                @Override
                protected void processKeyEvent(KeyEvent e) {
                    ran.add("key");
                }
            };
            field.addKeyListener(new KeyAdapter() {});
            KeyEvent typed = new KeyEvent(field, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_F, 'f');
            KeyboardFocusManager.getCurrentKeyboardFocusManager().redispatchEvent(field, typed);
        });
        assertThat(ran).containsExactly("first", "second", "key");
    }

    @Test
    void runBeforeTheFirstClickIsTaken() {
        run(() -> {
            Canvas field = new Canvas() {
                @Override
                protected void processMouseEvent(MouseEvent e) {
                    ran.add("click");
                }
            };
            field.addMouseListener(new MouseAdapter() {});
            field.dispatchEvent(
                    new MouseEvent(field, MouseEvent.MOUSE_PRESSED, 0, 0, 1, 1, 1, false, MouseEvent.BUTTON1));
        });
        assertThat(ran).containsExactly("first", "second", "click");
    }

    @Test
    void anotherOneRunsAtOnceWhenAllHaveRun() {
        int before = Toolkit.getDefaultToolkit().getAWTEventListeners().length;
        run(() -> {
            tasks.runAll();
            tasks.add(() -> ran.add("third"));
        });
        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(Toolkit.getDefaultToolkit().getAWTEventListeners()).hasSize(before - 1);
    }
}
