package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void aTaskRunsOnADaemonThreadOfThatName() {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        Thread thread = Background.run("some work", () -> ran.complete(Thread.currentThread()));
        assertThat(ran.join()).isSameAs(thread);
        assertThat(thread.getName()).isEqualTo("some work");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void theProgramWaitsForATaskRunToTheEndEvenFromADaemonThread() {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        Background.run("begins it", () -> ran.complete(Background.runToTheEnd("has to finish", () -> {})));
        assertThat(ran.join().isDaemon()).isFalse();
        assertThat(ran.join().getName()).isEqualTo("has to finish");
    }

    @Test
    void threadsThatAreStartedLaterAreDaemonsToo() {
        for (Thread thread : new Thread[] {
            Background.thread("later", () -> {}),
            Background.leanThread("later", () -> {}),
            Background.threads("later").newThread(() -> {})
        }) {
            assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
            assertThat(thread.getName()).isEqualTo("later");
            assertThat(thread.isDaemon()).isTrue();
        }
    }

    @Test
    void aWorkerRunsItsTasksOnOneThread() throws Exception {
        ExecutorService worker = Background.worker("works");
        try {
            Thread first = worker.submit(Thread::currentThread).get();
            assertThat(worker.submit(Thread::currentThread).get()).isSameAs(first);
            assertThat(first.getName()).isEqualTo("works");
            assertThat(first.isDaemon()).isTrue();
        } finally {
            worker.shutdown();
        }
    }

    @Test
    void uncaughtExceptionsGoToTheHandlerThatMainSets() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Background.logUncaughtExceptions();
            Thread thread = Background.thread("fails", () -> {});
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotNull().isNotSameAs(before);
            assertThat(thread.getUncaughtExceptionHandler())
                    .isSameAs(thread.getThreadGroup()); // which asks the default
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
