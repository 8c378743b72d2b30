package dev.earshot.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds out whether there is a display for window tests; as an extension it skips them where there is none. */
public final class Display implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return present()
                ? ConditionEvaluationResult.enabled("there is a display")
                : ConditionEvaluationResult.disabled("there is no display");
    }

    /** Whether a display works. It opens one, for {@code isHeadless} is also false when DISPLAY is dead. */
    public static boolean present() {
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .getDefaultScreenDevice()
                            .getDefaultConfiguration()
                    != null;
        } catch (HeadlessException | AWTError | LinkageError e) {
            if (Boolean.getBoolean("gui.require")) {
                throw new AssertionError("There is no display, and the window tests are required to run", e);
            }
            return false;
        }
    }
}
