
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.StoredSplit;
import io.github.cnnclassifier.workflow.Tools;

/**
 * How many images a model calls unknown as they are unlike its training images:
 * of its own test images, which are lost, and of others, noise, blank and
 * blurred images, which are found. One line of CSV for each kind.
 */
final class UnlikeShares {

	private static final int MOST = 500;
	private static final int MADE = 200;

	private final Tools tools = CnnClassifier.tools(Progress.none());

	/**
	 * @param args the model; its labeled images, of which the test side counts;
	 *          others; names of classes of these images that are left out
	 * @throws IOException if a file cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 3) throw new IllegalArgumentException(
			"Expected a model, its labeled images, other labeled images and, if " +
				"not all count, classes of its images to leave out");
		new UnlikeShares().run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]),
			Set.of(Arrays.copyOfRange(args, 3, args.length)));
	}

	private void run(final Path model, final Path own, final Path other,
		final Set<String> exclude) throws IOException
	{
		final List<SampleImage> test = testSide(model, own, exclude);
		final Map<String, List<SampleImage>> kinds = new LinkedHashMap<>();
		kinds.put("own test images", test);
		kinds.put("other images", read(spread(LabeledImages.open(other, tools
			.reader(), Set.of(), PlanePolicy.EACH).samples())));
		final SplittableRandom random = new SplittableRandom(1);
		final List<SampleImage> some = test.subList(0, Math.min(MADE, test.size()));
		kinds.put("noise of all values", some.stream().map(image -> noise(image,
			random)).toList());
		kinds.put("noise of mean and contrast of a test image", some.stream().map(
			image -> gaussian(image, random)).toList());
		kinds.put("blank: 0, largest value, mean of a test image", blank(some));
		for (final int part : new int[] { 56, 28, 14, 9 })
			kinds.put("test images blurred by 1/" + part + " of their width", test
				.stream().map(image -> blurred(image, image.width() / (double) part))
				.toList());
		try (CnnClassifier classifier = CnnClassifier.open(model)) {
			for (final Map.Entry<String, List<SampleImage>> kind : kinds.entrySet())
				print(kind.getKey(), classifier.classifySamples(kind.getValue()));
		}
	}

	private static void print(final String kind, final List<Answer> answers) {
		final float[] scores = new float[answers.size()];
		int unlike = 0;
		for (int i = 0; i < scores.length; i++) {
			scores[i] = answers.get(i).unlike();
			if (answers.get(i).isUnknown()) unlike++;
		}
		Arrays.sort(scores);
		System.out.printf(Locale.ROOT, "%s,%d,%.1f,%.2f%n", kind.replace(',', ';'),
			scores.length, 100.0 * unlike / scores.length, scores[scores.length / 2]);
	}

	private List<SampleImage> testSide(final Path model, final Path images,
		final Set<String> exclude) throws IOException
	{
		final LabeledImages all = LabeledImages.open(images, tools.reader(),
			exclude, PlanePolicy.EACH);
		final List<Sample> declared = all.samples().stream().filter(s -> s
			.declaredSide() == Side.TEST).toList();
		if (!declared.isEmpty()) return read(spread(declared));
		final Split split = StoredSplit.of(OpenModel.describe(model));
		return read(spread(Survey.of(all, Progress.none()).samples().stream()
			.filter(s -> split.sideOf(s.contentHash()) == Side.TEST).map(
				SurveyedSample::sample).toList()));
	}

	private static List<Sample> spread(final List<Sample> samples) {
		if (samples.size() <= MOST) return samples;
		final List<Sample> spread = new ArrayList<>();
		for (int i = 0; i < MOST; i++)
			spread.add(samples.get((int) ((long) i * samples.size() / MOST)));
		return spread;
	}

	private static List<SampleImage> read(final List<Sample> samples)
		throws IOException
	{
		final List<SampleImage> images = new ArrayList<>();
		for (final Sample sample : samples)
			images.add(sample.source().read());
		return images;
	}

	private static double most(final SampleImage image) {
		return Math.pow(2, image.bitDepth()) - 1;
	}

	private static SampleImage noise(final SampleImage image,
		final SplittableRandom random)
	{
		final float[] values = new float[image.pixels().size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.rint(random.nextDouble() * most(image));
		return image.with(Pixels.of(values), "noise");
	}

	private static SampleImage gaussian(final SampleImage image,
		final SplittableRandom random)
	{
		final float[] values = image.pixels().toFloats();
		double sum = 0;
		double squares = 0;
		for (final float value : values) {
			sum += value;
			squares += value * value;
		}
		final double mean = sum / values.length;
		final double deviation = Math.sqrt(squares / values.length - mean * mean);
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.rint(Math.max(0, Math.min(most(image), mean +
				deviation * random.nextGaussian())));
		return image.with(Pixels.of(values), "noise");
	}

	private static List<SampleImage> blank(final List<SampleImage> images) {
		final List<SampleImage> blank = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			final SampleImage image = images.get(i);
			final float[] values = image.pixels().toFloats();
			double sum = 0;
			for (final float value : values)
				sum += value;
			Arrays.fill(values, (float) (i % 3 == 0 ? 0 : i % 3 == 1 ? most(image)
				: Math.rint(sum / values.length)));
			blank.add(image.with(Pixels.of(values), "blank"));
		}
		return blank;
	}

	private static SampleImage blurred(final SampleImage image,
		final double deviation)
	{
		final int reach = (int) Math.ceil(3 * deviation);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] = Math.exp(-(i - reach) * (i - reach) / (2 * deviation *
				deviation));
			sum += kernel[i];
		}
		final float[] values = image.pixels().toFloats();
		final int w = image.width();
		final int h = image.height();
		for (int c = 0; c < image.channels(); c++) {
			for (final boolean rows : new boolean[] { true, false }) {
				final float[] before = values.clone();
				for (int y = 0; y < h; y++) {
					for (int x = 0; x < w; x++) {
						double value = 0;
						for (int i = -reach; i <= reach; i++) {
							final int fx = rows ? Math.max(0, Math.min(w - 1, x + i)) : x;
							final int fy = rows ? y : Math.max(0, Math.min(h - 1, y + i));
							value += kernel[i + reach] * before[c * w * h + fy * w + fx];
						}
						values[c * w * h + y * w + x] = (float) (value / sum);
					}
				}
			}
		}
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.rint(values[i]);
		return image.with(Pixels.of(values), "blurred");
	}
}
