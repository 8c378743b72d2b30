package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JvmWarningsTest {

    @Test
    void theJvmWarnsOnStandardErrorAndNeverOnStandardOutput() throws Exception {
        JvmWarnings.move();
        String outputs = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmLog",
                        new Object[] {new String[] {"list"}},
                        new String[] {String[].class.getName()});
        assertThat(outputs).containsPattern("stdout all=off").containsPattern("stderr all=warning");
    }
}
