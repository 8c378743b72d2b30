package dev.earshot;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A condition that is awaited is looked at often, so that nobody waits for nothing, and fails for good reasons only: a
 * machine that has much else to do is none.
 */
public final class Patience implements BeforeAllCallback {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(15);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONG);
        Awaitility.setDefaultPollInterval(OFTEN);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }
}
