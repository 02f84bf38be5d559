
package io.github.cnnclassifier.engine.dl4j;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;

/**
 * Starts Deeplearning4j once per Java process. Properties are read by static
 * initialisers, so everything is set before the first class of ND4J is touched;
 * what the user has set on the command line is kept.
 */
final class Bootstrap {

	private static final long UNPACKED_BYTES = 450L << 20;
	private static final String BINDINGS =
		"/org/nd4j/linalg/cpu/nativecpu/bindings/";

	private static boolean started;

	private Bootstrap() {}

	/**
	 * Loads the native libraries, unless that has been done.
	 *
	 * @param progress is told before about 450 MB are unpacked
	 * @throws UserFailure if they cannot be unpacked or loaded here; a later call
	 *           tries again
	 */
	static synchronized void start(final Progress progress) {
		if (started) return;
		setProperties();
		announceUnpacking(cache(), progress);
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// ND4J finds its backend by the context class loader, which in ImageJ need
		// not know the plugin's jars.
		thread.setContextClassLoader(Bootstrap.class.getClassLoader());
		try {
			BriefSpinning.request();
			KeptMemory.request(System.getenv());
			ND4JClassLoading.setNd4jClassloaderFromClass(Bootstrap.class);
			DL4JClassLoading.setDl4jClassloaderFromClass(Bootstrap.class);
			Nd4j.scalar(0f).close();
			started = true;
		}
		catch (final LinkageError | RuntimeException e) {
			throw new UserFailure("The native libraries of Deeplearning4j could not" +
				" be loaded on " + platform() + ". They are unpacked to " + cache() +
				"; delete that folder and try again, and check that the disk has " +
				(UNPACKED_BYTES >> 20) + " MB free. Reason: " + e, e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** @return whether the native library on the class path has oneDNN */
	static boolean hasOneDnn() {
		return Bootstrap.class.getResource(BINDINGS + platform() + "-onednn/" +
			System.mapLibraryName("jnind4jcpu")) != null;
	}

	private static void setProperties() {
		setUnlessSet("org.nd4j.log.initialization", "false");
		// Plain ImageJ has no logging, and need not be warned about it.
		setUnlessSet("slf4j.internal.verbosity", "ERROR");
		setUnlessSet("org.eclipse.deeplearning4j.crash.reporting.enabled", "false");
		// Native memory is freed when its Java handle is collected; without limits
		// of their own the natives may take several times the Java heap.
		final long physical = ((OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getTotalMemorySize();
		setUnlessSet("org.bytedeco.javacpp.maxbytes", String.valueOf(physical / 10 *
			4));
		setUnlessSet("org.bytedeco.javacpp.maxphysicalbytes", String.valueOf(
			physical / 100 * 85));
	}

	private static void setUnlessSet(final String key, final String value) {
		if (System.getProperty(key) == null) System.setProperty(key, value);
	}

	static void announceUnpacking(final Path cache, final Progress progress) {
		if (isUnpacked(cache)) return;
		try {
			Files.createDirectories(cache);
			final FileStore disk = Files.getFileStore(cache);
			if (disk.getUsableSpace() < UNPACKED_BYTES) throw new UserFailure(
				"Deeplearning4j unpacks its native libraries to " + cache +
					" the first time, which needs " + (UNPACKED_BYTES >> 20) +
					" MB; only " + (disk.getUsableSpace() >> 20) + " MB are free. " +
					"Make room, or choose another folder with the Java property " +
					"org.bytedeco.javacpp.cachedir.");
		}
		catch (final IOException e) {
			throw new UserFailure("Deeplearning4j unpacks its native libraries to " +
				cache + " the first time, but this folder cannot be used (" + e +
				"). Choose another one with the Java property " +
				"org.bytedeco.javacpp.cachedir.", e);
		}
		// ImageJ's log window is narrow
		progress.message("First start: unpacking about " + (UNPACKED_BYTES >> 20) +
			" MB of libraries.");
		progress.message("They go to " + cache + ".");
	}

	private static boolean isUnpacked(final Path cache) {
		if (!Files.isDirectory(cache)) return false;
		try (Stream<Path> entries = Files.list(cache)) {
			return entries.anyMatch(e -> e.getFileName().toString().startsWith(
				"nd4j-native-") && e.toString().contains(platform()));
		}
		catch (final IOException e) {
			throw new UserFailure("The folder " + cache + " cannot be read (" + e +
				"). Choose another one with the Java property " +
				"org.bytedeco.javacpp.cachedir.", e);
		}
	}

	/** The folder that JavaCPP will use, found by its own rules. */
	private static Path cache() {
		for (final String key : new String[] { "org.bytedeco.javacpp.cachedir",
			"org.bytedeco.javacpp.cacheDir" })
		{
			final String value = System.getProperty(key);
			if (value != null) return Path.of(value);
		}
		return Path.of(System.getProperty("user.home"), ".javacpp", "cache");
	}

	private static String platform() {
		return Loader.getPlatform().toLowerCase(Locale.ROOT);
	}
}
