
package io.github.cnnclassifier.ui.models;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.NotDone;

/** What takes a moment: done in the background, one after the other. */
final class Background {

	/** Something that takes a moment. */
	@FunctionalInterface
	interface Work<T> {

		T run() throws IOException;
	}

	private final Consumer<String> refused;
	private final ExecutorService background = Executors.newSingleThreadExecutor(
		work -> {
			final Thread thread = new Thread(work, "CNN Classifier, models");
			thread.setDaemon(true);
			return thread;
		});

	/** @param refused told why something was not done, on the event thread */
	Background(final Consumer<String> refused) {
		this.refused = refused;
	}

	/**
	 * @param work done when all before it is; not once this has ended
	 * @param done gets what came of it, on the event thread
	 */
	<T> void perform(final Work<T> work, final Consumer<T> done) {
		if (background.isShutdown()) return;
		background.execute(() -> {
			try {
				final T result = work.run();
				EventQueue.invokeLater(() -> done.accept(result));
			}
			catch (final IOException e) {
				refuse(NotDone.reason(e));
			}
			catch (final UserFailure e) {
				refuse(e.getMessage());
			}
		});
	}

	private void refuse(final String reason) {
		EventQueue.invokeLater(() -> refused.accept(reason));
	}

	/** What was asked for before is still done. */
	void end() {
		background.shutdown();
	}
}
