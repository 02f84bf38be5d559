
package io.github.cnnclassifier.engine.dl4j;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A native array that Java copies in and out piece by piece: its compiler
 * vectorises loops over arrays of its own only. Several threads may use it at
 * once.
 */
final class Floats {

	/** A buffer of Java has at most 2 GB. */
	private static final int SLAB_BITS = 28;
	/** Pieces that begin in one slab may end behind it. */
	private static final long LONGEST_PIECE = 1 << 24;
	private static final float[] ZEROS = new float[4096];

	private final long address;
	private final FloatBuffer[] slabs;

	Floats(final INDArray array) {
		final FloatPointer start = Memory.pointer(array);
		final long length = array.length();
		address = start.address();
		slabs = new FloatBuffer[(int) ((length - 1 >> SLAB_BITS) + 1)];
		for (int i = 0; i < slabs.length; i++) {
			final long from = (long) i << SLAB_BITS;
			slabs[i] = new FloatPointer(start).position(from).limit(Math.min(length,
				from + (1L << SLAB_BITS) + LONGEST_PIECE)).asBuffer();
		}
	}

	/** @return the native address of a value */
	long address(final long position) {
		return address + position * Float.BYTES;
	}

	/** Copies to the begin of an array of Java. */
	void get(final long position, final float[] into, final int count) {
		slabs[(int) (position >> SLAB_BITS)].get(offset(position), into, 0, count);
	}

	/** Copies from the begin of an array of Java. */
	void put(final long position, final float[] from, final int count) {
		put(position, from, 0, count);
	}

	void put(final long position, final float[] from, final int start,
		final int count)
	{
		slabs[(int) (position >> SLAB_BITS)].put(offset(position), from, start,
			count);
	}

	void clear(final long position, final long count) {
		for (long done = 0; done < count; done += ZEROS.length)
			put(position + done, ZEROS, (int) Math.min(ZEROS.length, count - done));
	}

	/** Writes the sum of pieces of another array. */
	void putSum(final long position, final int count, final Floats from,
		final long[] starts, final float[][] scratch)
	{
		final float[] sum = scratch[0];
		final float[] one = scratch[1];
		for (int done = 0; done < count; done += ZEROS.length) {
			final int n = Math.min(ZEROS.length, count - done);
			from.get(starts[0] + done, sum, n);
			for (int i = 1; i < starts.length; i++) {
				from.get(starts[i] + done, one, n);
				Loops.add(sum, one, 0, n);
			}
			put(position + done, sum, n);
		}
	}

	/** @return the length that the scratch arrays of {@link #putSum} need */
	static int pieceLength() {
		return ZEROS.length;
	}

	private static int offset(final long position) {
		return (int) (position & (1L << SLAB_BITS) - 1);
	}
}
