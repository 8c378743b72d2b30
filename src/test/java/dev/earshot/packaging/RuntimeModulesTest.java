package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuntimeModulesTest {
    /**
     * Libraries of the tests alone, and that of certificates, which is large and stays within java.base and
     * java.naming.
     */
    private static final String LEFT_OUT =
            ".*(junit|assertj|awaitility|archunit|commons-net|jmh|codegen|byte-buddy|opentest4j"
                    + "|apiguardian|hamcrest|jopt|commons-math|console|idea|bcprov|bcpkix|bcutil|surefire|test-classes).*";

    @Test
    void allThatJdepsFindsIsThere() {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(one -> !Path.of(one).getFileName().toString().matches(LEFT_OUT))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> arguments = new ArrayList<>(RuntimeModules.jdepsArguments(Path.of(jars.remove(0))));
        arguments.addAll(jars);
        String found = Tools.jdk("jdeps", arguments).strip();
        assertThat(found).contains("java.base", "java.desktop", "jdk.net");
        assertThat(RuntimeModules.all()).contains(found.split(","));
    }

    @Test
    void eachModuleIsPartOfTheJdk() {
        for (String module : RuntimeModules.all()) {
            assertThat(ModuleFinder.ofSystem().find(module)).as(module).isPresent();
        }
    }

    @Test
    void compressionIsNamedAsTheJdkKnowsIt() {
        assertThat(RuntimeModules.jlinkArguments(Path.of("r"), 17)).contains("--compress=0");
        assertThat(RuntimeModules.jlinkArguments(Path.of("r"), 25))
                .contains("--compress=zip-0", "--include-locales=en,zh");
    }
}
