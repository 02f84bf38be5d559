
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.progress.Progress;

/**
 * ND4J falls back to its slow operations without a word; this speaks up.
 */
class NativeLayersTest {

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	/** oneDNN works in another order, or by Winograd, so the last digits tell. */
	@Test
	void convolutionsAreComputedByOneDnn() {
		assumeTrue(Bootstrap.hasOneDnn());
		assertTrue(Nd4j.getEnvironment().helpersAllowed());
		try (Memory memory = new Memory(false)) {
			final INDArray x = random(memory, 16, 14, 14, 32);
			final INDArray w = random(memory, 3, 3, 32, 32);
			final INDArray ofY = random(memory, 16, 14, 14, 32);
			final INDArray ofX = memory.array(16, 14, 14, 32);
			final NativeOp conv = new NativeOp("conv2d_bp", NativeOp.arrays(x, w,
				ofY), NativeOp.arrays(ofX, memory.array(3, 3, 32, 32)), 3, 3, 1, 1, 1,
				1, 1, 1, 0, 1, 0);
			final float[] asItIs = run(conv, ofX);
			Nd4j.getEnvironment().allowHelpers(false);
			try {
				assertFalse(Arrays.equals(run(conv, ofX), asItIs), "no oneDNN");
			}
			finally {
				Nd4j.getEnvironment().allowHelpers(true);
			}
		}
	}

	private static float[] run(final NativeOp op, final INDArray output) {
		op.run();
		final float[] found = new float[(int) output.length()];
		Memory.read(output, found, found.length);
		return found;
	}

	private static INDArray random(final Memory memory, final long... shape) {
		final INDArray array = memory.array(shape);
		final SplittableRandom random = new SplittableRandom(1);
		final float[] values = new float[(int) array.length()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		Memory.write(array, values);
		return array;
	}

	@Test
	void theNativeLibraryOfIntelLinuxHasOneDnn() {
		assumeTrue(System.getProperty("os.name").equals("Linux") && System
			.getProperty("os.arch").equals("amd64"));
		assertTrue(Bootstrap.hasOneDnn());
	}
}
