
package io.github.cnnclassifier.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.training.LearningRateCurve.Point;

/**
 * Looks for a learning rate that suits a run, by some steps of it at rising
 * rates (Smith, 2017). Nothing stays of these steps.
 */
public final class LearningRateFinder {

	/** Fewer steps say little. */
	public static final int FEWEST_STEPS = 20;
	/** More steps are a training. */
	public static final int MOST_STEPS = 10_000;
	/** Usual. */
	public static final int DEFAULT_STEPS = 100;

	private static final double LOWEST_RATE = 1e-6;
	private static final double HIGHEST_RATE = 1;

	/** Losses whose mean tells whether it has become too much. */
	private static final int LAST = 5;
	private static final double TIMES_THE_LOWEST = 4;
	private static final double TIMES_THE_FIRST = 2;

	private final TrainingRun run;
	private final int steps;

	/**
	 * @param run with complete settings; those of length and learning rate do not
	 *          matter
	 * @param steps from the lowest to the highest rate, 20 to 10000
	 * @throws WrongUsage if there are fewer or more
	 */
	public LearningRateFinder(final TrainingRun run, final int steps) {
		requireSteps(steps);
		this.run = run;
		this.steps = steps;
	}

	/**
	 * Before images are read, which may take long.
	 *
	 * @param steps as asked for
	 * @throws WrongUsage if there are too few or too many
	 */
	public static void requireSteps(final int steps) {
		if (steps < FEWEST_STEPS || steps > MOST_STEPS) throw new WrongUsage(
			"Expected steps from " + FEWEST_STEPS + " to " + MOST_STEPS + ", found " +
				steps + ".");
	}

	/**
	 * With a network of its own. When the memory is full, the search begins anew
	 * in batches of half the size.
	 *
	 * @param engine makes the network
	 * @param progress shows and cancels
	 * @return the curve, which ends early where the loss explodes
	 * @throws UserFailure if the first loss is no number, or an image can no
	 *           longer be read
	 * @throws CanceledException if the user stopped
	 * @throws OutOfMemoryError if not even one image at a time fits
	 */
	public LearningRateCurve find(final Engine engine, final Progress progress) {
		LearningRateFinder tried = this;
		while (true) {
			try {
				return tried.attempt(engine, progress);
			}
			catch (final OutOfMemoryError e) {
				tried = tried.inSmallerBatches(e, progress);
			}
		}
	}

	private LearningRateCurve attempt(final Engine engine,
		final Progress progress)
	{
		try (TrainableNetwork network = engine.create(run.spec(), run.settings()
			.options(run.start().frozen())))
		{
			run.start().weights().ifPresent(network::setWeights);
			return new LearningRateCurve(points(network, progress));
		}
	}

	private LearningRateFinder inSmallerBatches(final OutOfMemoryError full,
		final Progress progress)
	{
		final int batch = Math.min(run.settings().batchSize(), run.training()
			.samples().size());
		if (batch == 1) throw full;
		final int smaller = (batch + 1) / 2;
		progress.message("Warning: the memory was full (" + full.getMessage() +
			"). The steps begin anew in batches of " + smaller + " instead of " +
			batch + " images.");
		return new LearningRateFinder(new TrainingRun(run.spec(), run.start(), run
			.settings().inBatchesOf(smaller), run.training(), run.validation()),
			steps);
	}

	/**
	 * With a network that is in use.
	 *
	 * @param network of the run; in the end, also after a failure, its weights,
	 *          its optimizer and its random state are bit for bit as they were
	 * @param progress shows and cancels
	 * @return the curve, which ends early where the loss explodes
	 * @throws UserFailure if the first loss is no number, or an image can no
	 *           longer be read
	 * @throws CanceledException if the user stopped
	 */
	public LearningRateCurve find(final TrainableNetwork network,
		final Progress progress)
	{
		final NetworkState before = network.state();
		try {
			return new LearningRateCurve(points(network, progress));
		}
		finally {
			network.setState(before);
		}
	}

	private List<Point> points(final TrainableNetwork network,
		final Progress progress)
	{
		final BatchLoader loader = new BatchLoader(run.training(), run.spec()
			.input(), run.settings(), ClassWeights.of(run.settings().classBalance(),
				run.training().samples().labels(), run.training().samples()
					.classCounts()));
		final List<Point> points = new ArrayList<>();
		for (int epoch = 1; points.size() < steps; epoch++) {
			try (ReadAhead<Batch> batches = loader.epoch(epoch, progress)) {
				while (batches.hasNext() && points.size() < steps) {
					progress.checkCanceled();
					final double rate = rate(points.size());
					final double loss = batches.next().train(network, rate);
					if (!Double.isFinite(loss)) return ended(points, loss);
					points.add(new Point(rate, loss));
					if (explodes(points)) return points;
					progress.update((double) points.size() / steps, String.format(
						Locale.ROOT, "Learning rate %.2g, loss %.3f", rate, loss));
				}
			}
		}
		return points;
	}

	/** Up by the same factor from step to step. */
	private double rate(final int step) {
		return LOWEST_RATE * Math.pow(HIGHEST_RATE / LOWEST_RATE, step / (steps -
			1.0));
	}

	private static List<Point> ended(final List<Point> points,
		final double loss)
	{
		if (points.isEmpty()) throw new UserFailure(
			"Expected a finite training loss, got " + loss +
				" before the first step. Look at the images with *Inspect CNN " +
				"Training Images...*: they may hold values that are not numbers.");
		return points;
	}

	private static boolean explodes(final List<Point> points) {
		final int size = points.size();
		if (size < 2 * LAST) return false;
		final double last = mean(points, size);
		double lowest = last;
		for (int end = LAST; end < size; end++)
			lowest = Math.min(lowest, mean(points, end));
		return last > TIMES_THE_LOWEST * lowest && last > TIMES_THE_FIRST * mean(
			points, LAST);
	}

	private static double mean(final List<Point> points, final int end) {
		double sum = 0;
		for (final Point point : points.subList(end - LAST, end))
			sum += point.loss();
		return sum / LAST;
	}
}
