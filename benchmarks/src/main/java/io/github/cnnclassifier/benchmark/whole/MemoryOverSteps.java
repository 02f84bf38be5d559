
package io.github.cnnclassifier.benchmark.whole;

import java.util.SplittableRandom;

import org.bytedeco.javacpp.Pointer;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Prints the memory of a run of 3,000 training steps: used heap after a garbage
 * collection, and all that the process has beyond the heap. Each step also
 * predicts, with changing batch sizes.
 */
final class MemoryOverSteps {

	private static final int STEPS = 3000;
	private static final int STEPS_PER_LINE = 300;
	private static final int[] BATCHES = { 64, 64, 64, 13 };

	private MemoryOverSteps() {}

	/** @param args the name of a network, on inputs 1 x 28 x 28 */
	public static void main(final String[] args) {
		if (args.length != 1) throw new IllegalArgumentException(
			"Expected the name of a network, such as: lenet");
		final Tools tools = CnnClassifier.tools(Progress.none());
		final NetworkSpec spec = new NetworkSpec(Architectures.resolve(args[0]),
			new InputShape(1, 28, 28), 10);
		try (TrainableNetwork learning = tools.engine().create(spec,
			new TrainingOptions(1, new AdamW(0), false)); Network predicting = tools.engine()
				.load(spec, learning.weights()))
		{
			System.out.println("step,heap_MB,other_MB");
			for (int step = 0; step <= STEPS; step++) {
				step(learning, predicting, spec, step);
				if (step % STEPS_PER_LINE == 0) print(step);
			}
		}
	}

	private static void step(final TrainableNetwork learning,
		final Network predicting, final NetworkSpec spec, final int step)
	{
		final int count = BATCHES[step % BATCHES.length];
		final SplittableRandom random = new SeedTree(step).random();
		final float[] inputs = new float[count * spec.input().size()];
		for (int i = 0; i < inputs.length; i++)
			inputs[i] = (float) random.nextDouble();
		final int[] labels = random.ints(count, 0, spec.classes()).toArray();
		learning.trainOnBatch(inputs, labels, null, count, 1e-3);
		predicting.predict(inputs, count);
		learning.predict(inputs, 1);
	}

	private static void print(final int step) {
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		System.out.printf("%d,%d,%d%n", step, runtime.totalMemory() - runtime
			.freeMemory() >> 20, Pointer.physicalBytes() - runtime
				.totalMemory() >> 20);
	}
}
