
package io.github.cnnclassifier.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/**
 * Writes networks as model files of the plugin and takes the ONNX weights out.
 * In a Java process of its own, so that ONNX Runtime is measured alone.
 */
final class Export {

	private static final int STEPS = 5;
	private static final TrainingOptions OPTIONS = new TrainingOptions(1, 0,
		true);

	private Export() {}

	/** @param args a folder, then names of networks */
	public static void main(final String[] args) throws IOException {
		final Engine engine = new Dl4jEngine(1, Progress.none());
		for (int i = 1; i < args.length; i++)
			write(MeasuredNetwork.named(args[i]), new ModelFiles(Path.of(args[0]),
				args[i]), engine);
	}

	private static void write(final MeasuredNetwork network,
		final ModelFiles files, final Engine engine) throws IOException
	{
		final NetworkSpec spec = network.spec();
		final List<Batch> batches = Batch.several(spec.input(),
			Measurement.BATCH_SIZE);
		final Weights weights;
		try (TrainableNetwork trained = engine.create(spec, OPTIONS)) {
			// Running means and all else should not be alike in all channels.
			train(trained, batches);
			weights = trained.weights();
		}
		ModelArchive.write(files.model(), new SavedClassifier(description(spec),
			weights), engine);
		try (ZipFile zip = new ZipFile(files.model().toFile());
				InputStream in = zip.getInputStream(zip.getEntry("weights.onnx")))
		{
			Files.copy(in, files.onnx(), StandardCopyOption.REPLACE_EXISTING);
		}
		files.writeWeights(weights);
		final Batch first = batches.get(0);
		try (Network loaded = engine.load(spec, weights)) {
			files.writeExpected(loaded.predict(first.inputs(), first.size()));
		}
		try (TrainableNetwork again = engine.create(spec, OPTIONS)) {
			again.setWeights(weights);
			files.writeLosses(train(again, batches));
		}
	}

	private static float[] train(final TrainableNetwork network,
		final List<Batch> batches)
	{
		final float[] losses = new float[STEPS];
		for (int i = 0; i < STEPS; i++) {
			final Batch b = batches.get(i);
			losses[i] = (float) network.trainOnBatch(b.inputs(), b.labels(), null, b
				.size(), Contender.LEARNING_RATE);
		}
		return losses;
	}

	private static ClassifierDescription description(final NetworkSpec spec) {
		final InputShape in = spec.input();
		final ClassLabels labels = new ClassLabels(IntStream.range(0, spec
			.classes()).mapToObj(i -> "class " + i).toList());
		final TrainingRecord training = new TrainingRecord(1, Map.of(), 0, List
			.of(), new DatasetRecord("00", "none", Map.of(), Map.of()), Map.of(),
			"2026-01-01T00:00:00Z");
		return new ClassifierDescription("benchmark", labels, spec.architecture(),
			new Preprocessing(in.width(), in.height(), in.channels(), in
				.channels() == 1 ? ChannelRule.GRAY : ChannelRule.RGB,
				new IntensityRange(0, 1)), 32, null, training, Map.of());
	}
}
