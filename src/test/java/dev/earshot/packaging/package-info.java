/**
 * Makes the packages that people install: {@code ./mvnw -Ppackage package}. Nothing of it is in the program.
 *
 * <p>{@link dev.earshot.packaging.PackageBuild} carries out these steps in order, each with its result in {@code
 * target/package}:
 *
 * <ol>
 *   <li>{@link dev.earshot.packaging.IconFiles} draws the icon in all sizes and formats.
 *   <li>{@code jlink} makes a runtime of {@link dev.earshot.packaging.RuntimeModules}, out of the JDK that runs the
 *       build.
 *   <li>{@code jpackage} makes the application folder, with the options of {@link dev.earshot.packaging.JvmOptions};
 *       on Linux {@link dev.earshot.packaging.LinuxLauncher} gives it a launcher that asks the system nothing.
 *   <li>{@link dev.earshot.packaging.Training} opens the window of that folder and uses it, and {@link
 *       dev.earshot.packaging.ClassArchive} keeps what was loaded.
 *   <li>{@code jpackage} makes the installers of the system; {@link dev.earshot.packaging.SystemFiles} are what
 *       belongs beside the folder, such as menu entry and man pages.
 * </ol>
 *
 * <p>Texts and data lie in {@code src/packaging}. Everything here runs on the thread of Maven or of a test.
 */
package dev.earshot.packaging;
