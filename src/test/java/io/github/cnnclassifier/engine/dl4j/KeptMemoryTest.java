
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.progress.Progress;

@EnabledOnOs(OS.LINUX)
class KeptMemoryTest {

	/** In {@code /proc/self/stat}, counted from the state of the process on. */
	private static final int MINOR_FAULTS = 7;

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	/** Without it each takes some ten thousand pages. */
	@Test
	void aConvolutionFindsTheMemoryThatTheOneBeforeItFreed() throws IOException {
		assumeTrue(Bootstrap.hasOneDnn());
		final NativeOp wide = backwardOfAWideConvolution();
		repeat(wide, 5);
		final long before = pagesAskedFor();
		repeat(wide, 20);
		final long each = (pagesAskedFor() - before) / 20;
		assertTrue(each < 1000, each + " pages for each of 20 convolutions");
	}

	@Test
	void whatIsKeptGoesBackToTheSystemWhenAskedFor() {
		final List<Pointer> pieces = new ArrayList<>();
		for (int i = 0; i < 400; i++)
			pieces.add(Pointer.memset(Pointer.malloc(1 << 20), 1, 1 << 20));
		pieces.forEach(Pointer::free);
		final long kept = Pointer.physicalBytes();
		KeptMemory.giveBack();
		final long freed = kept - Pointer.physicalBytes();
		assertTrue(freed > 200L << 20, (freed >> 20) + " MB of 400 came back");
	}

	@Test
	void whatTheUserHasSetStays() {
		final Map<Integer, Integer> set = new HashMap<>();
		KeptMemory.request(Map.of("MALLOC_TOP_PAD_", "0"), new KeptMemory.Libc() {

			@Override
			public int mallopt(final int parameter, final int value) {
				set.put(parameter, value);
				return 1;
			}

			@Override
			public int malloc_trim(final long pad) {
				throw new AssertionError("Nothing was to be given back");
			}
		});
		assertEquals(Map.of(-3, 256 << 20, -1, 512 << 20), set);
	}

	private static NativeOp backwardOfAWideConvolution() {
		final INDArray input = Nd4j.rand(DataType.FLOAT, 64, 8, 8, 256);
		final INDArray kernel = Nd4j.rand(DataType.FLOAT, 3, 3, 256, 256);
		return new NativeOp("conv2d_bp", NativeOp.arrays(input, kernel, input
			.dup()), NativeOp.arrays(input.dup(), kernel.dup()), 3, 3, 1, 1, 1, 1, 1,
			1, 0, 1, 0);
	}

	private static void repeat(final NativeOp operation, final int times) {
		for (int i = 0; i < times; i++)
			operation.run();
	}

	private static long pagesAskedFor() throws IOException {
		final String stat = Files.readString(Path.of("/proc/self/stat"));
		// the name of the process, in parentheses, may have spaces
		return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(
			" ")[MINOR_FAULTS]);
	}
}
