
package io.github.cnnclassifier.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.UnlikeScore;

/** Classifiers to be saved. */
final class Examples {

	/** Every kind of layer, both kinds of shortcut, uneven sizes. */
	static final Architecture ALL_LAYERS = new Architecture("all layers", List.of(
		new Conv(4, 3, 1, 1, true), new Relu(), new MaxPool(2, 2), new Conv(6, 3, 2,
			0, false), new BatchNorm(), new Relu(), new Residual(List.of(new Conv(6,
				3, 1, 1, false), new BatchNorm(), new Relu(), new Conv(6, 3, 1, 1,
					true))), new Residual(List.of(new Conv(8, 3, 2, 1, false),
						new BatchNorm(), new Dropout(0.1))), new AveragePool(2, 1),
		new Dropout(0.5), new GlobalAveragePool(), new Dense(7), new Relu(),
		new Dense(0)));

	/** Channels that go apart and come together again. */
	static final Architecture CHANNELS_APART = new Architecture("channels apart",
		List.of(new SplitChannels(), new Conv(4, 3, 1, 1, false), new BatchNorm(),
			new Relu(), new MaxPool(2, 2), new Residual(List.of(new Conv(6, 3, 2, 1,
				false), new BatchNorm(), new Dropout(0.1))), new GlobalAveragePool(),
			new Dense(3), new Relu(), new JoinChannels(), new Dense(0)));

	/** What format 4 brought: a block without relu, and the activations. */
	static final Architecture MOBILE = new Architecture("mobile layers", List.of(
		new Conv(4, 3, 1, 1, false), new BatchNorm(), new LeakyRelu(0.125),
		new Residual(List.of(new Conv(12, 1, 1, 0, false), new BatchNorm(),
			new Silu(), new DepthwiseConv(3, 1, 1, false), new BatchNorm(),
			new Gelu(), new Conv(4, 1, 1, 0, false), new BatchNorm()), false),
		new DepthwiseConv(5, 2, 1, true), new Elu(), new GlobalAveragePool(),
		new Dense(5), new Gelu(), new Dense(0)));

	/** The smallest of use. */
	static final Architecture SMALL = new Architecture("small", List
		.<LayerSpec> of(new Conv(3, 3, 1, 1, true), new Relu(), new MaxPool(2, 2),
			new Flatten(), new Dense(0)));

	private Examples() {}

	static SavedClassifier small() {
		return saved(description("Nuclei or not", List.of("nuclei", "0",
			"two words", "class"), SMALL, new Preprocessing(8, 6, 1, ChannelRule.GRAY,
				new IntensityRange(0, 255))));
	}

	/** The classifier of v3.zip. */
	static SavedClassifier channelsApart() {
		return saved(description("Channels apart", List.of("nuclei", "0",
			"two words", "class"), CHANNELS_APART, new Preprocessing(8, 6, 3,
				ChannelRule.RGB, new IntensityRange(0, 255))));
	}

	/** The classifier of v4.zip. */
	static SavedClassifier mobile() {
		return saved(description("Mobile", List.of("nuclei", "0", "two words",
			"class"), MOBILE, new Preprocessing(8, 6, 3, ChannelRule.RGB,
				new IntensityRange(0, 255))));
	}

	/** The classifier of v5.zip. */
	static SavedClassifier telling() {
		final SavedClassifier small = small();
		return new SavedClassifier(small.description(), small.weights(), Optional
			.of(new UnlikeScore(cloud(NetworkPlan.of(small.networkSpec())
				.featureCount(), 3, 4), cloud(PictureStatistics.PER_CHANNEL,
					PictureStatistics.PER_CHANNEL, 2), 2.5f, 0.75f, 0.1f)));
	}

	private static Cloud cloud(final int length, final int directions,
		final int centers)
	{
		return new Cloud(rising(length), rising(directions * length), rising(
			centers * directions));
	}

	private static float[] rising(final int length) {
		final float[] values = new float[length];
		for (int i = 0; i < length; i++)
			values[i] = (i + 1) / 3f;
		return values;
	}

	static SavedClassifier saved(final ClassifierDescription d) {
		return new SavedClassifier(d, RandomWeights.of(d.networkSpec(), 7));
	}

	static ClassifierDescription description(final String name,
		final List<String> classes, final Architecture architecture,
		final Preprocessing preprocessing)
	{
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("batchSize", "64");
		settings.put("augmentation", "flips");
		final Map<String, Double> metrics = new LinkedHashMap<>();
		metrics.put("validation.accuracy", 0.9375);
		metrics.put("validation.kappa", Double.NaN);
		final DatasetRecord dataset = new DatasetRecord("00ff00ff00ff00ff",
			"48 images in 4 folders", Map.of("training", List.of("0123456789abcdef",
				"fedcba9876543210")), Map.of(classes.get(0), 24));
		final TrainingRecord training = new TrainingRecord(Long.MIN_VALUE, settings,
			2, List.of(new EpochFigures(1, 0.7, 0.6, 0.5, 1e-3), new EpochFigures(2,
				0.1, Double.NaN, Double.NaN, 1e-4)), dataset, Map.of("CNN Classifier",
					"0.1.0"), "2026-01-31T12:34:56Z");
		return new ClassifierDescription(name, new ClassLabels(classes),
			architecture, preprocessing, null, TrainingImages.ofBitDepth(8)
				.withPixelSize(new PixelSize(0.5, 0.25, "micron")), training, metrics);
	}

	static ClassifierDescription with(final ClassifierDescription d,
		final TrainingImages images)
	{
		return new ClassifierDescription(d.name(), d.labels(), d.architecture(), d
			.preprocessing(), d.planes(), images, d.training(), d.metrics());
	}

	static ClassifierDescription with(final ClassifierDescription d,
		final TrainingRecord training)
	{
		return new ClassifierDescription(d.name(), d.labels(), d.architecture(), d
			.preprocessing(), d.planes(), d.images(), training, d.metrics());
	}
}
