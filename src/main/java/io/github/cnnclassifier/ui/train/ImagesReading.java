
package io.github.cnnclassifier.ui.train;

import java.awt.EventQueue;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.TrainingCorrections;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * Reads labeled images in the background; who reads others has no more interest
 * in those before. Used on the event thread, where it tells what it does.
 */
final class ImagesReading {

	/** Is told what comes of it. */
	interface Listener {

		/** @param fraction NaN if nobody knows */
		void showProgress(double fraction, String words);

		void accept(TrainingPreview seen, TrainingCorrections decided);

		void refuse(String words);
	}

	private final ImageReader reader;
	private final Executor work;
	private final Listener listener;
	/** Null unless images are being read. */
	private ReadingProgress progress;

	ImagesReading(final ImageReader reader, final Executor work,
		final Listener listener)
	{
		this.reader = reader;
		this.work = work;
		this.listener = listener;
	}

	boolean isGoingOn() {
		return progress != null;
	}

	/**
	 * @param request what is read
	 * @param known decisions about the same images; null for none
	 */
	void begin(final PreviewTraining.Request request,
		final TrainingCorrections known)
	{
		stop();
		final ReadingProgress now = new ReadingProgress(listener::showProgress);
		progress = now;
		work.execute(() -> look(request, known, now));
	}

	/** Is told as a refusal. */
	void stop() {
		if (progress != null) progress.cancel();
	}

	/** Nothing more is told of it. */
	void forget() {
		stop();
		progress = null;
	}

	/** On the thread in the background. */
	private void look(final PreviewTraining.Request request,
		final TrainingCorrections known, final ReadingProgress now)
	{
		try {
			final TrainingPreview seen = new PreviewTraining(reader, now).run(request)
				.preview();
			final TrainingCorrections decided = known == null
				? new TrainingCorrections(seen, System.getProperty("user.name", ""),
					Clock.systemUTC()) : known;
			decided.see(seen);
			end(now, () -> listener.accept(seen, decided));
		}
		catch (final CanceledException e) {
			refuse(now,
				"Reading was stopped. Press Enter in the field above to read again.");
		}
		catch (final UserFailure e) {
			refuse(now, e.getMessage());
		}
		catch (final IOException e) {
			refuse(now, DiskTrouble.told(e).getMessage());
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			refuse(now, "The images could not be read: " + e);
			throw e;
		}
	}

	private void refuse(final ReadingProgress now, final String words) {
		end(now, () -> listener.refuse(words));
	}

	private void end(final ReadingProgress now, final Runnable told) {
		EventQueue.invokeLater(() -> {
			if (progress != now) return;
			progress = null;
			told.run();
		});
	}
}
