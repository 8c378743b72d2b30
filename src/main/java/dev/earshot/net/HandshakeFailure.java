package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;

/** Thrown when the handshake of an encrypted connection fails; holds the problem to show. */
final class HandshakeFailure extends IOException {
    private final transient Problem problem;

    HandshakeFailure(Problem problem, IOException cause) {
        super(problem.getMessage(), cause);
        this.problem = problem;
    }

    /** Returns the problem {@code problem.tls.*} that explains the failure. */
    Problem problem() {
        return problem;
    }
}
