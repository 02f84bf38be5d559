
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
	private static final int MOST_NAMES = 3;
	/** More would take long, and tell hardly more. */
	private static final int MOST = 600;

	private final FeatureSpace space;
	private final int[] labels;
	private final List<Crop> crops;
	private final IntFunction<String> names;
	private final BooleanSupplier stale;

	/**
	 * @param space features
	 * @param labels number of the class of each crop, or {@link LabelBook#NONE}
	 * @param crops of which they are
	 * @param names of classes by their numbers
	 * @param stale tells that nobody wants the forecast any more
	 */
	LabelForecasts(final FeatureSpace space, final int[] labels,
		final List<Crop> crops, final IntFunction<String> names,
		final BooleanSupplier stale)
	{
		this.space = space;
		this.labels = labels;
		this.crops = crops;
		this.names = names;
		this.stale = stale;
	}

	/** @return that there is nothing to tell it from */
	static LabelForecast none(final int labeled) {
		return told(labeled,
			"Too few labels to tell how good the predictions are: " + "it takes " +
				FEWEST + " labels, and two of each class.");
	}

	/** @return numbers of the classes that one crop alone has, rising */
	static int[] single(final int[] labels) {
		return counts(labels).entrySet().stream().filter(entry -> entry
			.getValue() < FEWEST_OF_A_CLASS).mapToInt(Map.Entry::getKey).toArray();
	}

	private static Map<Integer, Integer> counts(final int[] labels) {
		final Map<Integer, Integer> counts = new TreeMap<>();
		for (final int label : labels)
			if (label != LabelBook.NONE) counts.merge(label, 1, Integer::sum);
		return counts;
	}

	/** Of many labels it is a class that has too few. */
	private LabelForecast nothing(final int labeled) {
		if (labeled < FEWEST) return none(labeled);
		final String one = withOneLabel();
		final Map<Integer, Integer> counts = counts(labels);
		final String why;
		if (!one.isEmpty()) why = ":" + one +
			" Label another one of each such class, or leave it out when you train.";
		else if (counts.size() == 1) why = ": all " + labeled +
			" labels are of the class '" + names.apply(counts.keySet().iterator()
				.next()) + "'. Label some of another class.";
		else why = ", as few of the labeled images have been looked at.";
		return told(labeled, "How good the predictions are cannot be told yet" +
			why);
	}

	/** A sentence with a space before it; empty if there are no such classes. */
	private String withOneLabel() {
		final int[] single = single(labels);
		if (single.length == 0) return "";
		final String first = Arrays.stream(single).limit(MOST_NAMES).mapToObj(
			number -> "'" + names.apply(number) + "'").collect(Collectors.joining(
				", "));
		final int more = single.length - MOST_NAMES;
		return " " + first + (more > 0 ? " and " + more + " more" : "") +
			(single.length == 1 ? " has one label only." : " have one label each.");
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
		if (usable.length < FEWEST || classes.length < 2) return Optional.of(
			nothing(all.length));
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

	private LabelForecast words(final int labeled, final int used,
		final LearningCurve curve)
	{
		final LearningCurve.Step last = curve.steps().get(curve.steps().size() - 1);
		final String measured = String.format(Locale.ROOT,
			"Left out in turn, %.0f %% of %d labeled crops are predicted right (%.0f " +
				"to %.0f %%).", 100 * last.accuracy(), used, 100 * last.interval()
					.low(), 100 * last.interval().high()) + withOneLabel();
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
