
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

import io.github.cnnclassifier.archive.ClassifierDescription;
import io.github.cnnclassifier.archive.DatasetRecord;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.SavedClassifier;
import io.github.cnnclassifier.archive.TrainingRecord;
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

	private static final int STEPS = 3;

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
		final Weights weights = weights(engine, spec, batches);
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
	}

	/** A few steps make running means that are not all alike. */
	private static Weights weights(final Engine engine, final NetworkSpec spec,
		final List<Batch> batches)
	{
		try (TrainableNetwork network = engine.create(spec, new TrainingOptions(1,
			0, true)))
		{
			for (int i = 0; i < STEPS; i++) {
				final Batch b = batches.get(i);
				network.trainOnBatch(b.inputs(), b.labels(), null, b.size(),
					Contender.LEARNING_RATE);
			}
			return network.weights();
		}
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
