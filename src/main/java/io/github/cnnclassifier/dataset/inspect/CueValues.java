
package io.github.cnnclassifier.dataset.inspect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.ImageCues;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * The values of a cue, as bins: of each number equal parts of the images, of
 * names one for each. Classes play no part in it.
 *
 * @param bins of each number of the cue, the 0-based bin of each image
 * @param counts of each number of the cue, how many bins there are
 */
record CueValues(int[][] bins, int[] counts) {

	private static final int MOST_BINS = 16;
	private static final int IMAGES_OF_A_BIN = 10;
	private static final int MOST_NAMES = 1000;

	/** What is not written in so many names is no rule. */
	private static final double LEAST_SHARE = 0.5;

	/** The last one of a name. */
	private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})[^\\d/]*$");
	private static final Pattern DATE = Pattern.compile(
		"(?<!\\d)((?:19|20)\\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])" +
			"(?!\\d)");

	/**
	 * @param cue wanted
	 * @param samples images
	 * @param grouping their groups
	 * @return its values; null if the images do not have it, or have all the same
	 */
	static CueValues of(final Cue cue, final List<SurveyedSample> samples,
		final Grouping grouping)
	{
		final CueValues values = switch (cue) {
			case SIZE -> numbers(samples, s -> new double[] { s.width(), s
				.height() });
			case BRIGHTNESS -> cues(samples, ImageCues::brightness);
			case BORDER -> cues(samples, ImageCues::border);
			case SHARPNESS -> cues(samples, ImageCues::sharpness);
			case MARKS -> cues(samples, ImageCues::marks);
			case ORDER -> numbers(samples, CueValues::number);
			case DATE -> names(samples, CueValues::date);
			case GROUP -> names(samples, s -> grouping.groupOf(s.sample()));
		};
		return values == null || Arrays.stream(values.counts).allMatch(n -> n < 2)
			? null : values;
	}

	private static CueValues cues(final List<SurveyedSample> samples,
		final Function<ImageCues, float[]> of)
	{
		return numbers(samples, s -> s.cues() == null ? null : wide(of.apply(s
			.cues())));
	}

	private static double[] wide(final float[] values) {
		final double[] wide = new double[values.length];
		for (int i = 0; i < wide.length; i++)
			wide[i] = values[i];
		return wide;
	}

	/** Those that have none are in a bin of their own. */
	private static CueValues numbers(final List<SurveyedSample> samples,
		final Function<SurveyedSample, double[]> of)
	{
		final double[][] values = samples.stream().map(of).toArray(double[][]::new);
		final int most = Arrays.stream(values).mapToInt(v -> v == null ? 0
			: v.length).max().orElse(0);
		if (most == 0 || Arrays.stream(values).filter(v -> v != null)
			.count() < LEAST_SHARE * values.length) return null;
		final int[][] bins = new int[most][];
		final int[] counts = new int[most];
		for (int f = 0; f < most; f++) {
			final int feature = f;
			final double[] column = Arrays.stream(values).mapToDouble(
				v -> v == null || v.length <= feature ? Double.NEGATIVE_INFINITY
					: v[feature]).toArray();
			bins[f] = bins(column);
			counts[f] = Arrays.stream(bins[f]).max().orElse(0) + 1;
		}
		return new CueValues(bins, counts);
	}

	/** Equal values are in one bin. */
	private static int[] bins(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int parts = Math.max(2, Math.min(MOST_BINS, values.length /
			IMAGES_OF_A_BIN));
		final Map<Integer, Integer> numbers = new HashMap<>();
		final int[] bins = new int[values.length];
		int last = -1;
		final Map<Double, Integer> known = new HashMap<>();
		for (int rank = 0; rank < sorted.length; rank++) {
			if (known.containsKey(sorted[rank])) continue;
			final int part = (int) ((long) rank * parts / sorted.length);
			if (numbers.putIfAbsent(part, last + 1) == null) last++;
			known.put(sorted[rank], numbers.get(part));
		}
		for (int i = 0; i < values.length; i++)
			bins[i] = known.get(values[i]);
		return bins;
	}

	private static CueValues names(final List<SurveyedSample> samples,
		final Function<SurveyedSample, String> of)
	{
		final Map<String, Integer> numbers = new HashMap<>();
		final int[] bins = new int[samples.size()];
		int named = 0;
		for (int i = 0; i < bins.length; i++) {
			final String name = of.apply(samples.get(i));
			if (name != null) named++;
			final Integer known = numbers.putIfAbsent(name, numbers.size());
			bins[i] = known == null ? numbers.size() - 1 : known;
		}
		if (named < LEAST_SHARE * bins.length || numbers.size() > MOST_NAMES)
			return null;
		return new CueValues(new int[][] { bins }, new int[] { numbers.size() });
	}

	private static double[] number(final SurveyedSample sample) {
		final OptionalDouble number = number(sample.sample().name());
		return number.isEmpty() ? null : new double[] { number.getAsDouble() };
	}

	/** @return the last number of the name of the file, in front of its ending */
	static OptionalDouble number(final String path) {
		final Matcher found = NUMBER.matcher(stem(path));
		return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1)))
			: OptionalDouble.empty();
	}

	/** Without the folders, the ending, and what tells a region. */
	private static String stem(final String path) {
		final int region = path.indexOf('#');
		final String file = region < 0 ? path : path.substring(0, region);
		final String name = file.substring(file.lastIndexOf('/') + 1);
		final int dot = name.lastIndexOf('.');
		return dot <= 0 || name.endsWith("]") ? name : name.substring(0, dot);
	}

	private static String date(final SurveyedSample sample) {
		return date(sample.sample().name());
	}

	/** @return such as "20260131"; null if the path has none */
	static String date(final String path) {
		final Matcher found = DATE.matcher(path);
		return found.find() ? found.group(1) + found.group(2) + found.group(3)
			: null;
	}
}
