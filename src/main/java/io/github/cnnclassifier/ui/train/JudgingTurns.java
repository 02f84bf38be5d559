
package io.github.cnnclassifier.ui.train;

import java.util.Optional;
import java.util.function.Consumer;

import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.workflow.train.LastSides;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * Judges in the background what is set for a training. Who sets something else
 * meanwhile hears of the last alone, and what nobody waits for any more is not
 * worked out. Used on the event thread.
 */
final class JudgingTurns {

	private final TrainingHost host;
	private final Deeds work;
	private final Consumer<Judging.Judged> judged;
	private final Consumer<String> failed;
	private final LastSides sides = new LastSides();
	private volatile int turn;

	/**
	 * @param host the program around it
	 * @param work does it in the background
	 * @param judged gets what follows
	 * @param failed gets why nothing does
	 */
	JudgingTurns(final TrainingHost host, final Deeds work,
		final Consumer<Judging.Judged> judged, final Consumer<String> failed)
	{
		this.host = host;
		this.work = work;
		this.judged = judged;
		this.failed = failed;
	}

	/**
	 * @param seen the images
	 * @param judging everything that is set
	 */
	void begin(final TrainingPreview seen, final Judging judging) {
		forget();
		final int now = turn;
		work.<Optional<Judging.Judged>> perform(() -> {
			if (now != turn) return Optional.empty();
			return Optional.of(judging.of(seen, sides, host));
		}, found -> {
			if (now == turn) found.ifPresent(judged);
		}, reason -> {
			if (now == turn) failed.accept(reason);
		});
	}

	/** Nobody waits for what has begun. */
	void forget() {
		turn++;
	}
}
