
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class FloatsTest {

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	@Test
	void piecesAreCopiedInAndOut() {
		try (Memory memory = new Memory(false)) {
			final Floats floats = new Floats(memory.array(9000));
			final float[] ones = new float[9000];
			Arrays.fill(ones, 1);
			floats.put(0, ones, 9000);
			floats.put(3, new float[] { 7, 8, 9 }, 1, 2);
			final float[] found = new float[4];
			floats.get(2, found, 4);
			assertArrayEquals(new float[] { 1, 8, 9, 1 }, found);
			floats.clear(1, 8998);
			floats.get(0, found, 2);
			assertArrayEquals(new float[] { 1, 0, 9, 1 }, found);
			floats.get(8998, found, 2);
			assertArrayEquals(new float[] { 0, 1, 9, 1 }, found);
		}
	}

	@Test
	void sumsOfPiecesAreWritten() {
		try (Memory memory = new Memory(false)) {
			final int size = Floats.pieceLength() + 3;
			final Floats parts = new Floats(memory.array(3L * size));
			final Floats sum = new Floats(memory.array(size));
			final float[] values = new float[size];
			for (int part = 0; part < 3; part++) {
				values[0] = part + 1;
				values[size - 1] = 10 * part;
				parts.put((long) part * size, values, size);
			}
			sum.putSum(0, size, parts, new long[] { 0, size, 2L * size },
				new float[2][Floats.pieceLength()]);
			sum.get(0, values, size);
			assertEquals(6, values[0]);
			assertEquals(30, values[size - 1]);
		}
	}

	/** Arrays of more than 2 GB are seen through several buffers. */
	@Test
	void aBufferOfANativeArrayBeginsAtThePosition() {
		try (FloatPointer pointer = new FloatPointer(1, 2, 3, 4, 5)) {
			final FloatBuffer buffer = new FloatPointer(pointer).position(2).limit(4)
				.asBuffer();
			assertEquals(2, buffer.capacity());
			assertEquals(3, buffer.get(0));
		}
	}
}
