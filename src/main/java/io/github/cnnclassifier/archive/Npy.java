
package io.github.cnnclassifier.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arrays in NumPy's format, version 1.0: a header that is a Python dictionary,
 * then the values. Only little-endian 32-bit floats in C order.
 */
final class Npy {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1,
		0 };
	/** The values start at a multiple of this. */
	private static final int ALIGNMENT = 64;

	private Npy() {}

	/**
	 * @param data row-major
	 * @param shape at least two lengths
	 * @return the file's content
	 */
	static byte[] write(final float[] data, final int... shape) {
		final String dictionary = header(shape);
		final int unpadded = MAGIC.length + 2 + dictionary.length() + 1;
		final int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		final String header = dictionary + " ".repeat(start - unpadded) + "\n";
		final ByteBuffer bytes = ByteBuffer.allocate(start + 4 * data.length);
		bytes.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putShort((short) header
			.length()).put(header.getBytes(StandardCharsets.US_ASCII));
		bytes.asFloatBuffer().put(data);
		return bytes.array();
	}

	/**
	 * @param name of the part, for messages
	 * @param content of the file
	 * @param shape that it must have
	 * @return the values, all finite
	 * @throws InvalidModel if it is no such array
	 */
	static float[] read(final String name, final byte[] content,
		final int... shape) throws InvalidModel
	{
		final ByteBuffer bytes = ByteBuffer.wrap(content).order(
			ByteOrder.LITTLE_ENDIAN);
		final int prefix = MAGIC.length + 2;
		if (content.length < prefix || !Arrays.equals(MAGIC, 0, MAGIC.length,
			content, 0, MAGIC.length)) throw InvalidModel.damaged(name,
				"it is no array in NumPy's format");
		final int start = prefix + (bytes.getShort(MAGIC.length) & 0xffff);
		int size = 1;
		for (final int length : shape)
			size = Math.multiplyExact(size, length);
		if (content.length != start + 4L * size || !new String(content, prefix,
			start - prefix, StandardCharsets.US_ASCII).strip().equals(header(shape)))
			throw InvalidModel.damaged(name, "expected 32-bit floats of shape " +
				Arrays.toString(shape));
		final float[] data = new float[size];
		bytes.position(start).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
			.get(data);
		for (final float value : data) {
			if (!Float.isFinite(value)) throw InvalidModel.damaged(name,
				"it holds a value that is not finite");
		}
		return data;
	}

	private static String header(final int[] shape) {
		return "{'descr': '<f4', 'fortran_order': False, 'shape': " + Arrays.stream(
			shape).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(",
				")")) + ", }";
	}
}
