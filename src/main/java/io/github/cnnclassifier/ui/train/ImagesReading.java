
package io.github.cnnclassifier.ui.train;

import java.io.IOException;
import java.time.Clock;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.ui.Deeds;
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

	private record Looked(TrainingPreview seen, TrainingCorrections decided) {
	}

	private final ImageReader reader;
	private final Deeds work;
	private final Listener listener;
	/** Null unless images are being read. */
	private ReadingProgress progress;

	ImagesReading(final ImageReader reader, final Deeds work,
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
		work.perform(() -> look(request, known, now), looked -> end(now,
			() -> listener.accept(looked.seen(), looked.decided())), reason -> end(
				now, () -> listener.refuse(reason)));
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
	private Looked look(final PreviewTraining.Request request,
		final TrainingCorrections known, final ReadingProgress now)
		throws IOException
	{
		try {
			final TrainingPreview seen = new PreviewTraining(reader, now).run(request)
				.preview();
			final TrainingCorrections decided = known == null
				? new TrainingCorrections(seen, System.getProperty("user.name", ""),
					Clock.systemUTC()) : known;
			decided.see(seen);
			return new Looked(seen, decided);
		}
		catch (final CanceledException e) {
			throw new UserFailure(
				"Reading was stopped. Press Enter in the field above to read again.",
				e);
		}
	}

	private void end(final ReadingProgress now, final Runnable told) {
		if (progress != now) return;
		progress = null;
		told.run();
	}
}
