
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.FeatureSink;
import io.github.cnnclassifier.inference.InputSource;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.transfer.Transfer;

/**
 * Features of the backbone that comes along, which stays as it is: what a
 * training with a head start begins with too. Not thread-safe.
 */
final class BackboneFeatures implements CropFeatures {

	/** Tell channels, range, mean and deviation. */
	private static final int EXAMPLES = 64;
	/** Nobody looks at the head of the network. */
	private static final ClassLabels TWO = new ClassLabels(List.of("a", "b"));

	private final Engine engine;
	private Parent parent;
	private Preprocessing preprocessing;

	BackboneFeatures(final Engine engine) {
		this.engine = engine;
	}

	@Override
	public void compute(final CropImages images, final int[] wanted,
		final Sink sink, final Progress progress) throws IOException
	{
		if (parent == null) {
			final SavedClassifier backbone = ShippedModel.read(Path.of(
				ShippedModel.BACKBONE), engine);
			parent = new Parent(ShippedModel.BACKBONE, ModelFingerprint.of(backbone),
				backbone);
		}
		if (preprocessing == null) preprocessing = preprocessing(images, progress);
		if (preprocessing == null) {
			for (final int crop : wanted)
				sink.failed(crop, images.problem(crop).orElse("It cannot be read."));
			return;
		}
		final Transfer transfer = Transfer.of(parent, new InputShape(preprocessing
			.channels(), preprocessing.height(), preprocessing.width()), TWO.size());
		try (Classifier classifier = new Classifier(TWO, preprocessing, engine.load(
			transfer.spec(), transfer.weights()), MemoryPlan.predictionBatch(engine,
				transfer.spec()), null))
		{
			classifier.classify(Arrays.stream(wanted).mapToObj(crop -> new Input(
				images, crop)).toList(), new Passing(wanted, sink), progress);
		}
	}

	/** @return null if not a single crop can be read */
	private Preprocessing preprocessing(final CropImages images,
		final Progress progress)
	{
		final ExampleCrops examples = new ExampleCrops(parent.classifier()
			.description().preprocessing());
		boolean manyChannels = false;
		for (final int crop : order(images.size())) {
			progress.checkCanceled();
			final ItemOutcome<Integer> channels = ItemOutcome.of(() -> {
				final SampleImage image = images.read(crop);
				examples.add(image);
				return image.channels();
			});
			if (channels.isFailed()) continue;
			manyChannels |= channels.result() > ChannelRule.MOST_CHANNELS;
			if (examples.size() == EXAMPLES) break;
		}
		return examples.size() == 0 ? null : examples.preprocessing(manyChannels);
	}

	/** Evenly spread ones, and all others in case these cannot be read. */
	private static int[] order(final int crops) {
		return IntStream.concat(Arrays.stream(CropImages.spread(crops, EXAMPLES)),
			IntStream.range(0, crops)).distinct().toArray();
	}

	/** A crop on its way into the network. */
	private record Input(CropImages images, int crop) implements InputSource {

		@Override
		public String name() {
			return images.crop(crop).name();
		}

		@Override
		public float[] input(final Preprocessing rules) throws IOException {
			return rules.apply(within(images.read(crop), rules.range()));
		}

		/** A crop far brighter than the examples is bright, not refused. */
		private static SampleImage within(final SampleImage image,
			final IntensityRange range)
		{
			final Pixels pixels = image.pixels();
			final float min = (float) range.min();
			final float max = (float) range.max();
			boolean fits = true;
			for (int i = 0; i < pixels.size() && fits; i++) {
				final float value = pixels.get(i);
				fits = !(value < min || value > max);
			}
			if (fits) return image;
			final float[] values = pixels.toFloats();
			for (int i = 0; i < values.length; i++)
				// NaN stays, and is refused with a reason
				values[i] = Math.max(min, Math.min(max, values[i]));
			return image.with(Pixels.of(values), image.source());
		}
	}

	/** By the index among all crops. */
	private record Passing(int[] wanted, Sink sink) implements FeatureSink {

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction, final float[] features)
		{
			sink.computed(wanted[index], features);
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			sink.failed(wanted[index], reason);
		}
	}
}
