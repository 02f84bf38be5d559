
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.ValidationAnswers;

/**
 * Follows a training for somebody who looks at it now and then. The training
 * only puts what an epoch gave into a queue; everything else is done on a
 * thread of its own, at the lowest priority. Whoever looks finds how it has
 * gone so far, however many epochs have ended since the last look.
 * <p>
 * Thread-safe. Whoever makes it closes it.
 */
public final class LearningWatch implements TrainingListener, AutoCloseable {

	private static final int SECONDS_TO_FOLLOW = 5;

	private final ExecutorService thread = Executors.newSingleThreadExecutor(
		work -> {
			final Thread made = new Thread(work,
				"CNN Classifier, follows a training");
			made.setDaemon(true);
			made.setPriority(Thread.MIN_PRIORITY);
			return made;
		});
	private volatile LearningCourse course = LearningCourse.NONE;

	// set on the thread alone, but for the end
	private List<LearningAlerts.Alert> ofImages = List.of();
	private volatile Optional<ValidationAnswers> before = Optional.empty();

	/** @return how it has gone so far */
	public LearningCourse course() {
		return course;
	}

	@Override
	public void onImages(final TrainingSet training,
		final ValidationSet validation)
	{
		thread.execute(() -> {
			ofImages = LearningAlerts.ofImages(training.samples().labels(), training
				.samples().classCounts(), validation.samples().classCounts());
			course = course.with(ofImages);
		});
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		thread.execute(() -> {
			course = course.after(facts, before, ofImages);
			before = facts.answers();
		});
	}

	/** Waits a moment for what is in the queue, and lets go of the images. */
	@Override
	public void close() {
		thread.shutdown();
		try {
			thread.awaitTermination(SECONDS_TO_FOLLOW, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		course = course.withoutExamples();
		before = Optional.empty();
	}
}
