
package io.github.cnnclassifier.engine.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Trains lenet without dropout for 200 steps by the fast and by the plain path,
 * with equal weights and batches, and prints the mean loss of every 20 steps of
 * both. Not a test: run its main method with the test class path and the folder
 * of MNIST's files.
 */
final class LearningCurves {

	private static final int BATCH = 64;
	private static final int STEPS = 200;
	private static final int STEPS_PER_LINE = 20;

	private LearningCurves() {}

	public static void main(final String[] args) throws Exception {
		final SampleList samples = samples(Path.of(args[0]));
		final NetworkSpec spec = Batches.withoutDropout(new NetworkSpec(Presets
			.named("lenet"), new InputShape(1, 28, 28), 10));
		final double[] fast = losses(new Dl4jEngine(2, Progress.none(),
			ComputePath.ONE_DNN), spec, samples);
		final double[] portable = losses(new Dl4jEngine(2, Progress.none(),
			ComputePath.PORTABLE), spec, samples);
		final double[] plain = losses(new PlainEngine(2), spec, samples);
		System.out.println("steps,fast,portable,plain");
		for (int i = 0; i < fast.length; i++)
			System.out.printf("%d,%.4f,%.4f,%.4f%n", (i + 1) * STEPS_PER_LINE,
				fast[i], portable[i], plain[i]);
	}

	private static SampleList samples(final Path folder) {
		final LabeledImages all = LabeledImages.open(folder,
			new ImageJImageReader(), Set.of());
		final List<Sample> training = all.samples().stream().filter(s -> s
			.declaredSide() != Side.TEST).toList();
		final Survey survey = Survey.of(new LabeledImages(all.origin(), all
			.labels(), training, List.of()), Progress.none());
		return SampleList.of(survey.samples(), all.labels(), PreprocessingDefaults
			.choose(survey.samples(), PreprocessingOptions.NONE).preprocessing(),
			Long.MAX_VALUE);
	}

	private static double[] losses(final Engine engine, final NetworkSpec spec,
		final SampleList samples) throws Exception
	{
		final double[] losses = new double[STEPS / STEPS_PER_LINE];
		final int size = spec.input().size();
		try (TrainableNetwork network = engine.create(spec, new TrainingOptions(1,
			new AdamW(0), false)))
		{
			for (int step = 0; step < STEPS; step++) {
				final float[] inputs = new float[BATCH * size];
				final int[] labels = new int[BATCH];
				final int[] drawn = new SeedTree(step).random().ints(BATCH, 0, samples
					.size()).toArray();
				for (int i = 0; i < BATCH; i++) {
					System.arraycopy(samples.input(drawn[i]), 0, inputs, i * size, size);
					labels[i] = samples.labelIndex(drawn[i]);
				}
				losses[step / STEPS_PER_LINE] += network.trainOnBatch(inputs, labels,
					null, BATCH, 1e-3) / STEPS_PER_LINE;
			}
		}
		return losses;
	}
}
