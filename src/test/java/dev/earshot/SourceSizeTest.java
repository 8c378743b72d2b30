package dev.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A file and a method of the program can be read at one sitting. */
class SourceSizeTest {
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_A_METHOD = 60;
    private static final Pattern LONG_COMMENT = Pattern.compile("(?m)^(?=.{121}) *(?:\\*|/\\*|//).*");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void nothingElseStandsAmongTheSources() throws IOException {
        assertThat(sources()).allMatch(file -> file.toString().endsWith(".java"));
    }

    @Test
    void noFileIsLong() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path source : sources()) {
            int lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES) {
                wrong.add(source + " has " + lines + " lines");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Code is wrapped by its formatter, which leaves comments as they are. */
    @Test
    void noCommentIsWide() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path source : sources()) {
            Matcher wide = LONG_COMMENT.matcher(Files.readString(source));
            while (wide.find()) {
                wrong.add(source + ": " + wide.group().strip());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noMethodIsLong() throws IOException {
        List<String> wrong = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parser = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(parser).getSourcePositions();
            for (CompilationUnitTree file : parser.parse()) {
                new LongMethods(file, positions, wrong).scan(file, null);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Collects the methods of a file that are too long. */
    private static final class LongMethods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree file, SourcePositions positions, List<String> found) {
            this.file = file;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = file.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(file, method));
            long last = lines.getLineNumber(positions.getEndPosition(file, method));
            if (last - first >= MOST_LINES_OF_A_METHOD) {
                found.add(file.getSourceFile().getName() + ": " + method.getName() + " has " + (last - first + 1)
                        + " lines");
            }
            return super.visitMethod(method, nothing);
        }
    }
}
