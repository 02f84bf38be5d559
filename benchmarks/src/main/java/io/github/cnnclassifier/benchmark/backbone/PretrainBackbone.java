
package io.github.cnnclassifier.benchmark.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.LearningRateSchedule;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Trains a network of one input channel to tell the classes of several public
 * sets apart, all in one softmax. What lies before its last layer is the
 * backbone. Can be stopped at any time and goes on where it was.
 */
final class PretrainBackbone {

	private static final int BATCH = 64;
	private static final double LEARNING_RATE = 0.002;
	private static final AdamW OPTIMIZER = new AdamW(0.02);
	private static final long SEED = 1;
	private static final int STEPS_OF_A_REPORT = 100;
	private static final int STEPS_OF_A_CHECKPOINT = 1000;

	private PretrainBackbone() {}

	/**
	 * @param args folder with one folder for each set; sets and how often each is
	 *          drawn, such as plankton=4,mnist=1; network description; images to see in all; the model
	 *          file to write, beside which the state is kept; threads
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 6) throw new IllegalArgumentException(
			"Expected a folder of sets, NAME=SHARE of each with commas, a network " +
				"description, a number of images, a model file to write and the threads");
		final Tools tools = CnnClassifier.tools(Progress.none());
		final PictureSets reader = new PictureSets(Path.of(args[0]), tools
			.reader());
		final List<PictureSet> sets = new ArrayList<>();
		final List<Double> shares = new ArrayList<>();
		for (final String entry : args[1].split(",")) {
			final String name = entry.replaceFirst("=.*", "");
			final PictureSet set = reader.read(name);
			sets.add(set);
			shares.add(Double.parseDouble(entry.replaceFirst(".*=", "")));
			System.out.printf(Locale.ROOT,
				"%s: %d images, %d classes, mean %.3f, deviation %.3f%n", name, set
					.size(), set.labels().size(), set.mean(), set.deviation());
		}
		final PictureBatches batches = new PictureBatches(sets, shares, new SeedTree(SEED)
			.child("pictures"));
		final NetworkSpec spec = new NetworkSpec(ArchitectureJson.read("backbone",
			Files.readString(Path.of(args[2]))), new InputShape(1, Picture.SIDE,
				Picture.SIDE), batches.labels().size());
		System.out.println(NetworkPlan.of(spec).parameterCount() + " weights, " +
			spec.classes() + " classes");
		final Engine engine = new Dl4jEngine(Integer.parseInt(args[5]), Progress
			.none());
		final Path model = Path.of(args[4]);
		final Weights weights = train(spec, batches, Long.parseLong(args[3]) /
			BATCH, model.resolveSibling(model.getFileName() + ".state"), engine);
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("sets", args[1]);
		settings.put("images", args[3]);
		settings.put("batchSize", String.valueOf(BATCH));
		settings.put("learningRate", String.valueOf(LEARNING_RATE));
		settings.put("weightDecay", String.valueOf(OPTIMIZER.weightDecay()));
		ExportBackbone.write(model, spec.architecture(), batches.labels(), weights,
			settings, engine);
	}

	private static Weights train(final NetworkSpec spec,
		final PictureBatches batches, final long steps, final Path file,
		final Engine engine) throws IOException
	{
		try (TrainableNetwork network = engine.create(spec, new TrainingOptions(
			SEED, OPTIMIZER, false)))
		{
			if (Files.exists(file)) network.setState(Checkpoint.read(file));
			final long first = network.state().steps();
			final LearningRateSchedule schedule = LearningRateSchedule.Cosine.DEFAULT;
			double loss = 0;
			final long start = System.nanoTime();
			try (ReadAhead<PictureBatches.Batch> ahead = new ReadAhead<>(
				(int) (steps - first), 4, i -> batches.of(first + i, BATCH), Progress
					.none()))
			{
				for (long step = first; step < steps; step++) {
					final PictureBatches.Batch batch = ahead.next();
					loss += network.trainOnBatch(batch.inputs(), batch.labels(), null,
						BATCH, schedule.rate(step, steps, LEARNING_RATE));
					final long done = step + 1;
					if (done % STEPS_OF_A_REPORT == 0) {
						System.out.printf(Locale.ROOT,
							"step %d of %d, loss %.3f, %.0f images/s%n", done, steps, loss /
								STEPS_OF_A_REPORT, BATCH * (done - first) * 1e9 / (System
									.nanoTime() - start));
						loss = 0;
					}
					if (done % STEPS_OF_A_CHECKPOINT == 0 || done == steps) Checkpoint
						.write(file, network.state());
				}
			}
			return network.weights();
		}
	}
}
