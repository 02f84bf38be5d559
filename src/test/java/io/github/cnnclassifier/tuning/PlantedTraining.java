
package io.github.cnnclassifier.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Trains nothing: how good a setting is depends on how near its learning rate
 * is to a planted one, on the length of the training and on a little luck. A
 * clock that goes on with the trainings tells how long they take.
 */
final class PlantedTraining implements TrialTraining {

	static final Parameter RATE = Parameter.number("learningRate", 1e-6, 1);
	static final Parameter BATCH = Parameter.whole("batchSize", 0, 4096);

	static final SearchSpace SPACE = new SpaceText(List.of(RATE, BATCH)).parse(
		"learningRate: 0.0001..0.1 log; batchSize: 8, 16, 32");

	private static final int IMAGES = 400;

	/** The best learning rate. */
	double best = 0.01;
	/** What is gained where everything is right. */
	double gain = 0.2;
	/** Of the figure, by chance, from training to training. */
	double luck = 0.01;
	/** Of a whole training. */
	double seconds = 60;
	/** Of the setting that fails, by its batch size. */
	String failing = "none";
	/** Of the setting for which there is no memory, by its batch size. */
	String full = "none";
	/** The batch size that takes a hundred times as long. */
	String slowBatch = "none";
	/** The first trial that takes a thousand times as long. */
	int slowFrom = Integer.MAX_VALUE;
	/** The trial at which the machine goes out; 0 for none. */
	int killedAt;
	/** Whether a training that was stopped passes for a whole one. */
	boolean hidesStops;
	/** What was asked for. */
	final List<Trial> trained = new ArrayList<>();
	/** What the clock shows. */
	long nanos;

	static final class PowerFailure extends RuntimeException {

		private static final long serialVersionUID = 1L;
	}

	@Override
	public double work(final Setting setting, final double share) {
		return share * slowness(setting);
	}

	private double slowness(final Setting setting) {
		return slowBatch.equals(setting.values().get("batchSize")) ? 100 : 1;
	}

	@Override
	public Learned train(final Trial trial, final Progress progress) {
		if (trial.number() == killedAt) throw new PowerFailure();
		if (failing.equals(trial.setting().values().get("batchSize")))
			throw new UserFailure("Expected a finite training loss, got NaN.");
		if (full.equals(trial.setting().values().get("batchSize")))
			throw new OutOfMemoryError("std::bad_alloc");
		trained.add(trial);
		final int steps = 100;
		for (int i = 0; i < steps; i++) {
			if (progress.isCanceled()) {
				if (i < steps / 10) throw new CanceledException();
				return learned(trial, hidesStops);
			}
			nanos += (long) (seconds * slowness(trial.setting()) * (trial
				.number() >= slowFrom ? 1000 : 1) * trial.share() / steps * 1e9);
		}
		progress.message("trained");
		return learned(trial, true);
	}

	private Learned learned(final Trial trial, final boolean whole) {
		final double quality = quality(trial.setting());
		final SplittableRandom random = new SeedTree(trial.seed()).child(trial
			.setting().toString()).child(trial.rung()).random();
		final double figure = 0.7 + gain * quality - 0.1 * (1 - trial.share()) +
			luck * 2 * (random.nextDouble() - 0.5);
		return new Learned(score(figure), List.of(new EpochFigures(1, 0.5, 1 -
			figure, figure, 0.01)), whole);
	}

	/** @return 0 to 1 */
	double quality(final Setting setting) {
		final double rate = Double.parseDouble(setting.values().getOrDefault(
			"learningRate", "0.0003"));
		return Math.max(0, 1 - Math.abs(Math.log10(rate / best)) / 1.5);
	}

	/** The same images are the easy ones in all trials. */
	static Score score(final double figure) {
		final Map<String, String> right = new TreeMap<>();
		for (final String label : List.of("a", "b")) {
			final int count = (int) Math.round(figure * IMAGES / 2);
			right.put(label, "1".repeat(count) + "0".repeat(IMAGES / 2 - count));
		}
		return new Score(figure, figure, figure, 1 - figure, right);
	}
}
