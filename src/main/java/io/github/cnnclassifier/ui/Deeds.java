
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * What takes a moment: done in the background, one after the other, while the
 * window stays awake.
 */
final class Deeds {

	/** Something that takes a moment. */
	@FunctionalInterface
	interface Deed {

		/**
		 * @return what to tell
		 * @throws IOException with a reason for the user
		 */
		String run() throws IOException;
	}

	private final Component window;
	private final Consumer<String> told;
	private final ExecutorService deeds = Executors.newSingleThreadExecutor(
		work -> {
			final Thread thread = new Thread(work,
				"CNN Classifier, corrects classes");
			// what was decided is written, even if ImageJ ends
			thread.setDaemon(false);
			return thread;
		});

	/**
	 * @param window whose deeds these are
	 * @param told gets what was done, or why not, on the event thread
	 */
	Deeds(final Component window, final Consumer<String> told) {
		this.window = window;
		this.told = told;
	}

	/** @param deed done when all before it are; not once this has ended */
	void perform(final Deed deed) {
		if (!deeds.isShutdown()) deeds.execute(() -> {
			final String text = done(deed);
			EventQueue.invokeLater(() -> told.accept(text));
		});
	}

	/** @param last done when all before it are; it is the last one */
	void end(final Runnable last) {
		if (deeds.isShutdown()) return;
		deeds.execute(last);
		deeds.shutdown();
	}

	private String done(final Deed deed) {
		try {
			return deed.run();
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
