
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.AllPredictions;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.regions.ClassifyRegions;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Classifies round regions of a 16-bit field, made for this, and compares with
 * what cutting out with preprocessing alone (on all cores) and inference alone
 * would allow one after the other: 1 / (1 / c + 1 / i). Five rounds in turns,
 * after one for warming up.
 */
final class RegionThroughput {

	private static final int ROUNDS = 5;
	private static final int FIELD = 4096;
	private static final int MARGIN = 2;
	private static final Path MODEL = Path.of("digits");
	private static final InputOverrides RANGE = InputOverrides.parse(InputOverrides.AUTO,
		"0..65535", InputOverrides.AUTO);
	private static final RegionCropping CROPPING = new RegionCropping(MARGIN,
		true);

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final ImagePlanes field;
	private final List<RegionOfInterest> regions;

	private RegionThroughput(final ImagePlanes field,
		final List<RegionOfInterest> regions)
	{
		this.field = field;
		this.regions = regions;
	}

	/**
	 * @param args number of regions; their diameter in pixels
	 * @throws IOException never, as the field is in memory
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 2) throw new IllegalArgumentException(
			"Expected a number of regions and their diameter, such as: 10000 24");
		final int count = Integer.parseInt(args[0]);
		final int diameter = Integer.parseInt(args[1]);
		final SplittableRandom random = new SeedTree(1).random();
		final float[] values = new float[FIELD * FIELD];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(65536);
		}
		final List<RegionOfInterest> regions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			regions.add(disk(i + 1, random.nextInt(FIELD - diameter), random.nextInt(
				FIELD - diameter), diameter));
		}
		new RegionThroughput(ImagePlanes.of(new SampleImage(FIELD, FIELD, 1, false,
			16, Pixels.of(values), null, "field")), regions).run();
	}

	private static RegionOfInterest disk(final int index, final int x,
		final int y, final int diameter)
	{
		final double radius = diameter / 2.0;
		return new RegionOfInterest(index, "disk", "", new Region(x, y, diameter,
			diameter), (column, row) -> Math.hypot(column - x - radius + 0.5, row -
				y - radius + 0.5) <= radius, 1, 1);
	}

	private void run() throws IOException {
		final List<Double> cropping = new ArrayList<>();
		final List<Double> inference = new ArrayList<>();
		final List<Double> whole = new ArrayList<>();
		final List<Double> shares = new ArrayList<>();
		for (int round = 0; round <= ROUNDS; round++) {
			final double c = crop();
			final double i = infer();
			final double w = classify();
			if (round == 0) continue;
			cropping.add(c);
			inference.add(i);
			whole.add(w);
			shares.add(w * (1 / c + 1 / i));
		}
		System.out.printf("%d regions: cropping alone %.0f/s, inference alone " +
			"%.0f/s, classify-rois %.0f/s; share of 1/(1/c + 1/i) %.2f " +
			"(medians of %d rounds)%n", regions.size(), Medians.of(cropping), Medians
				.of(inference), Medians.of(whole), Medians.of(shares), ROUNDS);
	}

	private static Preprocessing preprocessing() {
		return RANGE.appliedTo(OpenModel.describe(MODEL));
	}

	private double crop() throws IOException {
		final SampleImage plane = field.plane(0);
		final Preprocessing preprocessing = preprocessing();
		final long start = System.nanoTime();
		try (ReadAhead<float[]> inputs = new ReadAhead<>(regions.size(), 256,
			i -> preprocessing.apply(RegionCrop.of(plane, regions.get(i), CROPPING)),
			Progress.none()))
		{
			while (inputs.hasNext())
				inputs.next();
		}
		return rate(start);
	}

	private double infer() throws IOException {
		try (Classifier classifier = OpenModel.classifier(OpenModel.read(MODEL,
			tools.engine()), preprocessing(), tools.engine()))
		{
			final float[] input = classifier.preprocessing().apply(RegionCrop.of(field
				.plane(0), regions.get(0), CROPPING));
			final List<PreparedInput> inputs = Collections.nCopies(regions.size(),
				new PreparedInput(input));
			classifier.classify(inputs.subList(0, regions.size() / 10),
				new AllPredictions(), Progress.none());
			final long start = System.nanoTime();
			classifier.classify(inputs, new AllPredictions(), Progress.none());
			return rate(start);
		}
	}

	private double classify() throws IOException {
		final long start = System.nanoTime();
		new ClassifyRegions(tools, done -> {}, Progress.none()).run(
			new ClassifyRegions.Request(field, regions, List.of(), CROPPING, MODEL,
				RANGE, Threshold.NONE, Optional.empty()));
		return rate(start);
	}

	private double rate(final long start) {
		return regions.size() / ((System.nanoTime() - start) / 1e9);
	}
}
