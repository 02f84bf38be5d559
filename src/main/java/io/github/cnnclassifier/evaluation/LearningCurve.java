
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.random.SeedTree;

/**
 * How the accuracy grows with the number of images to learn from, and what more
 * of them would bring, as far as that can be told. The same trainings give the
 * same forecast.
 * <p>
 * Intervals come from drawing again and again: whole groups of held-out images,
 * and the noise of trainings, with Student's tails as their number is small. To
 * each draw a {@link PowerLaw} is fitted; where it misses the points by more
 * than the noise, the noise is taken to be larger.
 */
public final class LearningCurve {

	/**
	 * A number of images that was learned from.
	 *
	 * @param images mean of the repeats
	 * @param accuracy mean of the repeats
	 * @param interval of it, at 95 %
	 * @param repeats how many there are
	 */
	public record Step(double images, double accuracy, Interval interval,
			int repeats)
	{
	}

	/**
	 * A number of images that there is not.
	 *
	 * @param times so many times the images that there are
	 * @param images so many
	 * @param accuracy to be expected
	 * @param interval of it, at 95 %
	 * @param gain of accuracy against all images that there are, at 95 %
	 */
	public record Forecast(int times, double images, double accuracy,
			Interval interval, Interval gain)
	{
	}

	/** Floor, scale and exponent of a law. */
	private static final int PARAMETERS = 3;
	/** One more than those of a law says whether it fits. */
	static final int FEWEST_STEPS = PARAMETERS + 1;
	/** Of one training nobody knows how much another one would differ. */
	static final int FEWEST_REPEATS = 2;

	private static final List<Integer> TIMES = List.of(2, 4);
	private static final int DRAWS = 1000;
	private static final double TAIL = 0.025;
	/** Trainings that happen to agree are not without noise. */
	private static final double LEAST_NOISE = 1e-4;

	/** One training, and how many held-out images of each unit it got wrong. */
	private record Learned(int images, int[] wrong) {
	}

	private final List<List<Learned>> parts = new ArrayList<>();
	private final double guessing;
	/** How many held-out images each group has; one that stands alone has one. */
	private final int[] sizes;
	private final List<Step> steps = new ArrayList<>();
	private final List<Forecast> forecasts = new ArrayList<>();
	private final LearningCurveVerdict verdict;
	private int first;
	private Interval rise;
	private PowerLaw law;

	/**
	 * @param trainings at least one; held-out images that one of them has no
	 *          prediction of do not count
	 * @param unitOf of the name of a held-out image, what it shares with those
	 *          that it is not independent of
	 */
	public LearningCurve(final List<TrainedPart> trainings,
		final Function<String, String> unitOf)
	{
		final Map<String, Integer> units = new HashMap<>();
		final Map<String, Integer> numbers = new LinkedHashMap<>();
		names(trainings).forEach(name -> numbers.put(name, units.computeIfAbsent(
			unitOf.apply(name), unused -> units.size())));
		sizes = new int[units.size()];
		numbers.values().forEach(unit -> sizes[unit]++);
		final Map<Integer, List<Learned>> bySize = new TreeMap<>();
		trainings.forEach(part -> bySize.computeIfAbsent(part.step(),
			unused -> new ArrayList<>()).add(new Learned(part.images(), wrong(part,
				numbers))));
		parts.addAll(bySize.values());
		guessing = trainings.get(0).result().figures().guessing();
		draw();
		verdict = LearningCurveVerdict.of(this);
	}

	/** @return of what all have predicted, in order */
	private static Set<String> names(final List<TrainedPart> trainings) {
		final Set<String> names = new LinkedHashSet<>();
		trainings.get(0).result().predictions().forEach(p -> names.add(p.name()));
		trainings.forEach(part -> names.retainAll(part.result().predictions()
			.stream().map(LabeledPrediction::name).collect(Collectors.toSet())));
		return names;
	}

	private int[] wrong(final TrainedPart part,
		final Map<String, Integer> units)
	{
		final int[] wrong = new int[sizes.length];
		for (final LabeledPrediction p : part.result().predictions()) {
			final Integer unit = units.get(p.name());
			if (unit != null && !p.correct()) wrong[unit]++;
		}
		return wrong;
	}

	/** @return from the fewest images to all of them */
	public List<Step> steps() {
		return List.copyOf(steps);
	}

	/** @return for 2 and 4 times the images; empty if nothing can be told */
	public List<Forecast> forecasts() {
		return verdict.canTell() ? List.copyOf(forecasts) : List.of();
	}

	/** @return what it says, in words */
	public LearningCurveVerdict verdict() {
		return verdict;
	}

	/** @return the law that fits best; empty if nothing can be told */
	public Optional<PowerLaw> law() {
		return verdict.canTell() ? Optional.ofNullable(law) : Optional.empty();
	}

	/** @return share that is right if the most frequent class is the answer */
	double guessing() {
		return guessing;
	}

	/** @return how many images are held out */
	int heldOut() {
		return IntStream.of(sizes).sum();
	}

	/** @return how many of them, or of their groups, count alone */
	int units() {
		return sizes.length;
	}

	/** @return the fewest trainings of any step */
	int repeats() {
		return parts.stream().mapToInt(List::size).min().orElseThrow();
	}

	/** @return how many steps are above guessing, and so say how errors fall */
	int telling() {
		return parts.size() - first;
	}

	/** @return accuracy of all images less that of the fewest, at 95 % */
	Interval rise() {
		return rise;
	}

	/** @return forecasts, whether they can be told or not; may be empty */
	List<Forecast> unchecked() {
		return forecasts;
	}

	private void draw() {
		final double[] errors = errors(ones());
		final double noise = noise();
		first = firstAboveGuessing(errors);
		final boolean canFit = telling() >= FEWEST_STEPS;
		final double stretch = canFit ? fit(errors, noise) : 1;
		final double[][] drawn = new double[parts.size()][DRAWS];
		final double[] risen = new double[DRAWS];
		final double[][] future = new double[1 + TIMES.size()][DRAWS];
		final SplittableRandom random = new SeedTree(1).child("learning curve")
			.random();
		for (int i = 0; i < DRAWS; i++) {
			final double[] again = errors(drawnUnits(random));
			final double wider = noise * studentScale(random);
			final double[] misfit = new double[again.length];
			for (int k = 0; k < again.length; k++) {
				final double away = wider / Math.sqrt(parts.get(k).size()) * random
					.nextGaussian();
				misfit[k] = share(again[k] + stretch * away);
				again[k] = share(again[k] + away);
				drawn[k][i] = 1 - again[k];
			}
			risen[i] = again[0] - again[again.length - 1];
			if (!canFit) continue;
			final PowerLaw other = fitted(misfit);
			future[0][i] = other.at(all());
			for (int t = 0; t < TIMES.size(); t++)
				future[t + 1][i] = other.at(TIMES.get(t) * all());
		}
		rise = middle(risen);
		for (int k = 0; k < parts.size(); k++)
			steps.add(new Step(images(k), 1 - errors[k], interval(errors[k],
				drawn[k]), parts.get(k).size()));
		if (canFit) forecast(future);
	}

	private static double share(final double drawn) {
		return Math.min(1, Math.max(0, drawn));
	}

	/** Draws of what is always right, or always wrong, tell nothing. */
	private Interval interval(final double error, final double[] drawn) {
		return error == 0 || error == 1 ? Interval.wilson(Math.round((1 - error) *
			units()), units()) : middle(drawn);
	}

	private void forecast(final double[][] future) {
		for (int t = 0; t < TIMES.size(); t++) {
			final double[] accuracies = new double[DRAWS];
			final double[] gains = new double[DRAWS];
			for (int i = 0; i < DRAWS; i++) {
				accuracies[i] = 1 - future[t + 1][i];
				gains[i] = future[0][i] - future[t + 1][i];
			}
			final double images = TIMES.get(t) * all();
			forecasts.add(new Forecast(TIMES.get(t), images, 1 - law.at(images),
				middle(accuracies), middle(gains)));
		}
	}

	/** @return how much larger the noise is than the trainings alone tell */
	private double fit(final double[] errors, final double noise) {
		law = fitted(errors);
		double misfit = 0;
		for (int k = first; k < parts.size(); k++) {
			final double away = (law.at(images(k)) - errors[k]) / (noise / Math.sqrt(
				parts.get(k).size()));
			misfit += away * away;
		}
		return Math.sqrt(Math.max(1, misfit / (telling() - PARAMETERS)));
	}

	private PowerLaw fitted(final double[] errors) {
		final int n = telling();
		// the later ones are nearer to what is asked for, after Figueroa et al.
		return PowerLaw.fit(IntStream.range(first, parts.size()).mapToDouble(
			this::images).toArray(), Arrays.copyOfRange(errors, first, errors.length),
			IntStream.range(0, n).mapToDouble(k -> (k + 1.0) / n).toArray());
	}

	/** @return the first step that is better than guessing, as all behind it */
	private int firstAboveGuessing(final double[] errors) {
		int above = 0;
		for (int k = 0; k < errors.length; k++)
			if (errors[k] >= 1 - guessing) above = k + 1;
		return above;
	}

	private double images(final int step) {
		return parts.get(step).stream().mapToInt(Learned::images).average()
			.orElseThrow();
	}

	private double all() {
		return images(parts.size() - 1);
	}

	private int[] ones() {
		final int[] ones = new int[sizes.length];
		Arrays.fill(ones, 1);
		return ones;
	}

	private int[] drawnUnits(final SplittableRandom random) {
		final int[] counts = new int[sizes.length];
		for (int i = 0; i < counts.length; i++)
			counts[random.nextInt(counts.length)]++;
		return counts;
	}

	/**
	 * @param counts how often each unit of the held-out images is there
	 * @return mean error of each step
	 */
	private double[] errors(final int[] counts) {
		return parts.stream().mapToDouble(step -> step.stream().mapToDouble(
			part -> error(part, counts)).average().orElseThrow()).toArray();
	}

	private double error(final Learned part, final int[] counts) {
		long wrong = 0;
		long all = 0;
		for (int unit = 0; unit < counts.length; unit++) {
			all += counts[unit] * sizes[unit];
			wrong += counts[unit] * part.wrong()[unit];
		}
		return (double) wrong / all;
	}

	/** @return standard deviation of trainings with as many images */
	private double noise() {
		double squares = 0;
		int freedom = 0;
		for (final List<Learned> step : parts) {
			final double[] errors = step.stream().mapToDouble(part -> error(part,
				ones())).toArray();
			if (errors.length < FEWEST_REPEATS) continue;
			final double deviation = Spread.of(errors).deviation();
			squares += (errors.length - 1) * deviation * deviation;
			freedom += errors.length - 1;
		}
		return Math.max(freedom == 0 ? 0 : Math.sqrt(squares / freedom),
			LEAST_NOISE);
	}

	/** @return what makes a normal draw one of Student's distribution */
	private double studentScale(final SplittableRandom random) {
		final int freedom = parts.stream().mapToInt(step -> step.size() - 1).sum();
		if (freedom == 0) return 1;
		double squares = 0;
		for (int i = 0; i < freedom; i++) {
			final double normal = random.nextGaussian();
			squares += normal * normal;
		}
		return Math.sqrt(freedom / squares);
	}

	private static Interval middle(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int out = (int) Math.round(TAIL * DRAWS);
		return new Interval(sorted[out], sorted[sorted.length - 1 - out]);
	}
}
