
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * What augmentation costs: images per second of whole training epochs, reading,
 * augmenting and training overlapping as they do for a user, with each preset.
 * Within a round the presets take turns. All cores, batches of 64, images made
 * in memory.
 */
public final class AugmentationCost {

	private static final int BATCH = 64;
	private static final int FEW = 4 * BATCH;

	private final MeasuredNetwork network;
	private final Clock clock;
	private final Engine engine = new Dl4jEngine(0, Progress.none());
	private final Map<Augmentation, List<Double>> measured =
		new LinkedHashMap<>();

	private AugmentationCost(final MeasuredNetwork network, final Clock clock) {
		this.network = network;
		this.clock = clock;
		Augmentation.PRESETS.forEach(p -> measured.put(p, new ArrayList<>()));
	}

	/**
	 * @param args folder of the checkout, folder for results
	 * @throws IOException if the results cannot be written
	 */
	public static void main(final String[] args) throws IOException {
		final Settings settings = Settings.fromProperties();
		final List<String> csv = new ArrayList<>();
		csv.add("network,augmentation,images_per_second,part_of_none,rounds");
		for (final String name : settings.networks()) {
			final AugmentationCost cost = new AugmentationCost(MeasuredNetwork.named(
				name), settings.clock());
			cost.measure(settings);
			csv.addAll(cost.rows(settings.rounds()));
		}
		csv.forEach(System.out::println);
		Files.write(Path.of(args[1], "augmentation.csv"), csv);
	}

	private void measure(final Settings settings) throws IOException {
		speed(images(FEW), Augmentation.NONE);
		final double first = speed(images(FEW), Augmentation.NONE);
		final int batches = (int) Math.ceil(first * settings.windowSeconds() /
			BATCH);
		final SplitImages images = images(BATCH * Math.max(4, batches));
		for (int round = 0; round < settings.rounds(); round++) {
			final List<Augmentation> presets = new ArrayList<>(measured.keySet());
			Collections.rotate(presets, round);
			for (final Augmentation preset : presets) {
				measured.get(preset).add(speed(images, preset));
			}
		}
	}

	/** @return images per second of the second of two epochs */
	private double speed(final SplitImages images,
		final Augmentation augmentation) throws IOException
	{
		final TrainingSettings settings = new TrainingSettings(2, BATCH, 1e-4,
			augmentation, false, 1).resolved(images.training().samples().size());
		final SecondEpoch watch = new SecondEpoch(BATCH, clock::seconds);
		new TrainingRun(network.spec(), Start.SCRATCH, settings, images.training(),
			images.validation()).train(engine, (best, history) -> {}, watch, Progress
				.none()).close();
		return watch.imagesPerSecond();
	}

	private SplitImages images(final int count) {
		final InputShape shape = network.spec().input();
		final List<String> labels = IntStream.range(0, MeasuredNetwork.CLASSES)
			.mapToObj(String::valueOf).toList();
		final SplittableRandom random = new SplittableRandom(1);
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < count + BATCH; i++) {
			final SampleImage image = image(shape, random);
			samples.add(new Sample(labels.get(i % labels.size()), String.valueOf(i),
				i < count ? Side.TRAINING : Side.VALIDATION, () -> image));
		}
		final Survey survey = Survey.of(new LabeledImages("memory", labels,
			samples, List.of()), Progress.none());
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final SurveyedSample s : survey.samples()) {
			hashes.computeIfAbsent(s.sample().declaredSide(),
				side -> new ArrayList<>()).add(s.contentHash());
		}
		return SplitImages.of(survey, Split.ofHashes(hashes), new Preprocessing(
			shape.width(), shape.height(), shape.channels(), ChannelRule.AS_IS,
			new IntensityRange(0, 255)), Runtime.getRuntime().maxMemory() / 2);
	}

	/** More dark than bright values, as most images have. */
	private static SampleImage image(final InputShape shape,
		final SplittableRandom random)
	{
		final float[] values = new float[shape.size()];
		for (int i = 0; i < values.length; i++) {
			final double v = random.nextDouble();
			values[i] = (int) (255 * v * v);
		}
		return new SampleImage(shape.width(), shape.height(), shape.channels(),
			false, 8, Pixels.of(values), null, "memory");
	}

	private List<String> rows(final int rounds) {
		final double none = median(measured.get(Augmentation.NONE));
		return measured.entrySet().stream().map(e -> String.format(Locale.ROOT,
			"%s,%s,%.0f,%.3f,%d", network.label(), e.getKey().name(), median(e
				.getValue()), median(e.getValue()) / none, rounds)).toList();
	}

	private static double median(final List<Double> values) {
		final List<Double> sorted = values.stream().sorted().toList();
		final int half = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) +
			sorted.get(half)) / 2;
	}
}
