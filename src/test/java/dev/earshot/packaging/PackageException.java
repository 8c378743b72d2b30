package dev.earshot.packaging;

/** A package cannot be made. The message says why and what to do. */
final class PackageException extends RuntimeException {
    PackageException(String message) {
        super(message);
    }
}
