
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.LearningCurve;
import io.github.cnnclassifier.evaluation.TrainedPart;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.transfer.LiveHead;

/**
 * What more labels would bring: each labeled crop is predicted by heads that
 * were fitted to an eighth, a quarter, a half and all of the others.
 */
final class LabelForecasts {

	private static final int FOLDS = 5;
	private static final int REPEATS = 3;
	private static final int[] PARTS = { 8, 4, 2, 1 };
	private static final int FEWEST = 24;
	private static final int FEWEST_OF_A_CLASS = 2;
	private static final int FEWEST_GROUPS = 10;
	/** More would take long, and tell hardly more. */
	private static final int MOST = 600;

	private final FeatureSpace space;
	private final int[] labels;
	private final List<Crop> crops;
	private final BooleanSupplier stale;

	/**
	 * @param space features
	 * @param labels number of the class of each crop, or {@link LabelBook#NONE}
	 * @param crops of which they are
	 * @param stale tells that nobody wants the forecast any more
	 */
	LabelForecasts(final FeatureSpace space, final int[] labels,
		final List<Crop> crops, final BooleanSupplier stale)
	{
		this.space = space;
		this.labels = labels;
		this.crops = crops;
		this.stale = stale;
	}

	/** @return that there is nothing to tell it from */
	static LabelForecast none(final int labeled) {
		return told(labeled,
			"Too few labels to tell how good the predictions are: " + "it takes " +
				FEWEST + " labels, and two of each class.");
	}

	private static LabelForecast told(final int labeled, final String words) {
		return new LabelForecast(labeled, Double.NaN, Double.NaN, Double.NaN, 0,
			Double.NaN, words);
	}

	/** @return empty if it became stale */
	Optional<LabelForecast> forecast(final SeedTree seed) {
		final int[] all = IntStream.range(0, labels.length).filter(
			i -> labels[i] != LabelBook.NONE).toArray();
		final int[] usable = usable(all);
		final int[] classes = Arrays.stream(usable).map(i -> labels[i]).distinct()
			.sorted().toArray();
		if (usable.length < FEWEST || classes.length < 2) return Optional.of(none(
			all.length));
		final boolean grouped = Arrays.stream(usable).mapToObj(this::unit)
			.distinct().count() >= FEWEST_GROUPS;
		final List<TrainedPart> parts = new ArrayList<>();
		for (int repeat = 0; repeat < REPEATS; repeat++) {
			final SeedTree draw = seed.child(repeat);
			final int[] folds = folds(usable, grouped, draw);
			for (int step = 0; step < PARTS.length; step++) {
				final TrainedPart part = part(usable, classes, folds, step, repeat,
					draw);
				if (part == null) return Optional.empty();
				parts.add(part);
			}
		}
		return Optional.of(words(all.length, usable.length, new LearningCurve(parts,
			grouped ? this::unitOf : name -> name)));
	}

	/** Crops with features whose class has another one. */
	private int[] usable(final int[] all) {
		final Map<Integer, Integer> counts = new HashMap<>();
		for (final int i : all)
			if (space.rows()[i] != null) counts.merge(labels[i], 1, Integer::sum);
		final int[] usable = Arrays.stream(all).filter(i -> space
			.rows()[i] != null && counts.get(labels[i]) >= FEWEST_OF_A_CLASS)
			.toArray();
		return Arrays.stream(CropImages.spread(usable.length, MOST)).map(
			at -> usable[at]).toArray();
	}

	private String unit(final int crop) {
		final Crop c = crops.get(crop);
		return c.group() == null ? c.name() : c.group();
	}

	private String unitOf(final String index) {
		return unit(Integer.parseInt(index));
	}

	/** Groups stay whole where there are enough of them. */
	private int[] folds(final int[] usable, final boolean grouped,
		final SeedTree seed)
	{
		final int[] folds = new int[usable.length];
		if (grouped) {
			for (int i = 0; i < folds.length; i++)
				folds[i] = (int) Math.floorMod(seed.child(unit(usable[i])).seed(),
					(long) FOLDS);
			return folds;
		}
		final Map<Integer, Integer> next = new HashMap<>();
		IntStream.range(0, usable.length).boxed().sorted(Comparator.comparingLong(
			i -> seed.child(usable[i]).seed())).forEach(i -> folds[i] = next.merge(
				labels[usable[i]], 1, Integer::sum) % FOLDS);
		return folds;
	}

	/** @return null if nobody wants it any more */
	private TrainedPart part(final int[] usable, final int[] classes,
		final int[] folds, final int step, final int repeat, final SeedTree seed)
	{
		final List<LabeledPrediction> predictions = new ArrayList<>();
		int learned = 0;
		int fits = 0;
		for (int fold = 0; fold < FOLDS; fold++) {
			if (stale.getAsBoolean()) return null;
			final int left = fold;
			final int[] out = IntStream.range(0, usable.length).filter(
				i -> folds[i] == left).map(i -> usable[i]).toArray();
			if (out.length == 0) continue;
			final int[] others = drawn(IntStream.range(0, usable.length).filter(
				i -> folds[i] != left).map(i -> usable[i]).toArray(), PARTS[step], seed
					.child("part").child(fold));
			learned += others.length;
			fits++;
			predict(others, out, classes, predictions);
		}
		return new TrainedPart(step + 1, repeat + 1, Math.max(1, learned / Math.max(
			1, fits)), new EvaluationResult(new ClassLabels(IntStream.of(classes)
				.mapToObj(Integer::toString).toList()), predictions));
	}

	/** Of smaller parts, the first ones of larger parts. */
	private static int[] drawn(final int[] from, final int part,
		final SeedTree seed)
	{
		return Arrays.stream(from).boxed().sorted(Comparator.comparingLong(i -> seed
			.child(i).seed())).limit(Math.max(2, from.length / part)).mapToInt(i -> i)
			.sorted().toArray();
	}

	private void predict(final int[] learned, final int[] out,
		final int[] classes, final List<LabeledPrediction> predictions)
	{
		final int[] known = Arrays.stream(learned).map(i -> labels[i]).distinct()
			.sorted().toArray();
		final LiveHead head = known.length < 2 ? null : Predicted.fit(space, labels,
			learned, known, null);
		for (final int crop : out) {
			final float[] probabilities = new float[classes.length];
			final float[] given = head == null ? new float[] { 1 } : head
				.probabilities(space.rows()[crop]);
			for (int k = 0; k < given.length && k < known.length; k++)
				probabilities[Arrays.binarySearch(classes, known[k])] = given[k];
			predictions.add(new LabeledPrediction(Integer.toString(crop), Arrays
				.binarySearch(classes, labels[crop]), new Prediction(probabilities)));
		}
	}

	private static LabelForecast words(final int labeled, final int used,
		final LearningCurve curve)
	{
		final LearningCurve.Step last = curve.steps().get(curve.steps().size() - 1);
		final String measured = String.format(Locale.ROOT,
			"Left out in turn, %.0f %% of %d labeled crops are predicted right (%.0f " +
				"to %.0f %%).", 100 * last.accuracy(), used, 100 * last.interval()
					.low(), 100 * last.interval().high());
		final String rough =
			" Labeled crops were not drawn by chance, so this is a " + "rough guide.";
		if (curve.forecasts().isEmpty()) return new LabelForecast(labeled, last
			.accuracy(), last.interval().low(), last.interval().high(), 0, Double.NaN,
			measured + " What more labels would bring cannot be told yet." + rough);
		final LearningCurve.Forecast twice = curve.forecasts().get(0);
		final int further = (int) Math.max(1, Math.round(twice.images() - used));
		return new LabelForecast(labeled, last.accuracy(), last.interval().low(),
			last.interval().high(), further, twice.accuracy(), measured + String
				.format(Locale.ROOT,
					" With %d labels more it may be %.0f %% (%.0f to %.0f %%).", further,
					100 * twice.accuracy(), 100 * twice.interval().low(), 100 * twice
						.interval().high()) + rough);
	}
}
