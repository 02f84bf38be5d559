
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * What takes a moment: done in the background, one after the other, while the
 * window stays awake.
 */
public final class Deeds {

	/** Something that takes a moment. */
	@FunctionalInterface
	public interface Deed {

		/**
		 * @return what to tell
		 * @throws IOException with a reason for the user
		 */
		String run() throws IOException;
	}

	private final Component window;
	private final Consumer<String> told;
	private final ExecutorService deeds;

	/**
	 * @param name of the thread that does them
	 * @param window whose deeds these are
	 * @param told gets what was done, or why not, on the event thread
	 */
	public Deeds(final String name, final Component window,
		final Consumer<String> told)
	{
		this.window = window;
		this.told = told;
		deeds = Executors.newSingleThreadExecutor(work -> {
			final Thread thread = new Thread(work, name);
			// what was decided is written, even if ImageJ ends
			thread.setDaemon(false);
			return thread;
		});
	}

	/** @param deed done when all before it are; not once this has ended */
	public void perform(final Deed deed) {
		if (!deeds.isShutdown()) deeds.execute(() -> {
			final String text = done(deed);
			EventQueue.invokeLater(() -> told.accept(text));
		});
	}

	/** @param last done when all before it are; it is the last one */
	public void end(final Runnable last) {
		if (deeds.isShutdown()) return;
		deeds.execute(last);
		deeds.shutdown();
	}

	private String done(final Deed deed) {
		try {
			return deed.run();
		}
		catch (final CanceledException e) {
			return "It was stopped.";
		}
		catch (final IOException e) {
			return refused(NotDone.reason(e));
		}
		catch (final UserFailure e) {
			return refused(e.getMessage());
		}
	}

	private String refused(final String reason) {
		EventQueue.invokeLater(() -> NotDone.show(window, reason));
		return reason;
	}
}
