
package io.github.cnnclassifier.launch;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;

import ij.plugin.PlugIn;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Starts a command in the host that there is: Fiji runs it itself, for plain
 * ImageJ the {@link PlainRunner} does. ImageJ calls it by way of
 * {@code CommandLauncher}.
 */
public final class HostLauncher implements PlugIn {

	private static final String TITLE = "CNN Classifier";

	/**
	 * @param key of one of the {@link Commands}, or the full name of a command
	 *          class
	 */
	@Override
	public void run(final String key) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// SciJava and ND4J look for their plugins with it
		thread.setContextClassLoader(HostLauncher.class.getClassLoader());
		try {
			launch(key.indexOf('.') < 0 ? Commands.of(key).className() : key);
		}
		catch (final UserFailure failure) {
			Hosts.fail(TITLE, failure);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static void launch(final String className) {
		final Optional<Context> fiji = Hosts.fijiContext();
		if (fiji.isEmpty()) {
			PlainRunner.run(Plain.CONTEXT, className);
			return;
		}
		try {
			fiji.get().service(CommandService.class).run(className, true).get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException e) {
			throw unwrapped(e);
		}
	}

	private static RuntimeException unwrapped(final ExecutionException e) {
		Throwable cause = e;
		while (cause != null && !(cause instanceof UserFailure)) {
			cause = cause.getCause();
		}
		return cause instanceof UserFailure failure ? failure
			: new IllegalStateException("The command failed: " + e.getCause(), e);
	}

	/** Made at the first command, kept for all later ones. */
	private static final class Plain {

		private static final Context CONTEXT = new Context();

		/** The event service holds its listeners weakly. */
		private static final StatusBridge BRIDGE = new StatusBridge();

		static {
			CONTEXT.service(EventService.class).subscribe(BRIDGE);
		}
	}
}
