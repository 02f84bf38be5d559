
package io.github.cnnclassifier.image;

import java.nio.ByteBuffer;

/**
 * Pixel values, stored in the smallest type that holds every one of them
 * exactly: bytes for whole numbers 0..255, shorts for 0..65535, else floats.
 * The type is chosen by the values alone, so equal values are stored equally
 * wherever they came from.
 * <p>
 * Immutable and thread-safe.
 */
public final class Pixels {

	private final byte[] bytes;
	private final short[] shorts;
	private final float[] floats;

	private Pixels(final byte[] bytes, final short[] shorts,
		final float[] floats)
	{
		this.bytes = bytes;
		this.shorts = shorts;
		this.floats = floats;
	}

	/**
	 * @param values copied; may hold NaN and infinities
	 * @return the same values
	 */
	public static Pixels of(final float[] values) {
		boolean fitsShort = true;
		boolean fitsByte = true;
		for (final float v : values) {
			// negative zero would come back as zero
			if (!(v >= 0 && v <= 65535 && v == (int) v) || 1 / v < 0) {
				fitsShort = false;
				break;
			}
			if (v > 255) fitsByte = false;
		}
		if (!fitsShort) return new Pixels(null, null, values.clone());
		if (fitsByte) {
			final byte[] bytes = new byte[values.length];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) (int) values[i];
			}
			return new Pixels(bytes, null, null);
		}
		final short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++) {
			shorts[i] = (short) (int) values[i];
		}
		return new Pixels(null, shorts, null);
	}

	/**
	 * @param unsigned values 0..255; kept, not copied: the caller gives it away
	 * @return the same values
	 */
	public static Pixels ofUnsignedBytes(final byte[] unsigned) {
		return new Pixels(unsigned, null, null);
	}

	/**
	 * @param unsigned values 0..65535; the caller gives them away
	 * @return the same values
	 */
	public static Pixels ofUnsignedShorts(final short[] unsigned) {
		for (final short v : unsigned) {
			if ((v & 0xff00) != 0) return new Pixels(null, unsigned, null);
		}
		final byte[] bytes = new byte[unsigned.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) unsigned[i];
		}
		return new Pixels(bytes, null, null);
	}

	/** @return how many values there are */
	public int size() {
		if (bytes != null) return bytes.length;
		return shorts != null ? shorts.length : floats.length;
	}

	/**
	 * @param i 0-based
	 * @return the value
	 */
	public float get(final int i) {
		if (bytes != null) return bytes[i] & 0xff;
		return shorts != null ? shorts[i] & 0xffff : floats[i];
	}

	/**
	 * Copies some of the values, much faster than one by one.
	 *
	 * @param from 0-based
	 * @param count of values
	 * @param target gets them at its beginning
	 */
	public void copyTo(final int from, final int count, final float[] target) {
		if (floats != null) System.arraycopy(floats, from, target, 0, count);
		else if (bytes != null) {
			for (int i = 0; i < count; i++) {
				target[i] = bytes[from + i] & 0xff;
			}
		}
		else {
			for (int i = 0; i < count; i++) {
				target[i] = shorts[from + i] & 0xffff;
			}
		}
	}

	/** @return a new array of all values */
	public float[] toFloats() {
		if (floats != null) return floats.clone();
		final float[] values = new float[size()];
		copyTo(0, values.length, values);
		return values;
	}

	/**
	 * @param range of values
	 * @return false only if no value of this type of storage can lie outside
	 */
	boolean mayBeOutside(final IntensityRange range) {
		if (floats != null) return true;
		return range.min() > 0 || range.max() < (bytes != null ? 255 : 65535);
	}

	/** @return how many bytes one value takes: 1, 2 or 4 */
	int bytesPerValue() {
		if (bytes != null) return Byte.BYTES;
		return shorts != null ? Short.BYTES : Float.BYTES;
	}

	/** Appends all values as they are stored. */
	void writeTo(final ByteBuffer target) {
		if (bytes != null) {
			target.put(bytes);
			return;
		}
		if (shorts != null) target.asShortBuffer().put(shorts);
		else target.asFloatBuffer().put(floats);
		target.position(target.position() + (int) sizeInBytes());
	}

	/** Takes what {@link #writeTo} has written. */
	static Pixels readFrom(final ByteBuffer source, final int bytesPerValue,
		final int size)
	{
		if (bytesPerValue == Byte.BYTES) {
			final byte[] bytes = new byte[size];
			source.get(bytes);
			return new Pixels(bytes, null, null);
		}
		if (bytesPerValue == Short.BYTES) {
			final short[] shorts = new short[size];
			source.asShortBuffer().get(shorts);
			return new Pixels(null, shorts, null);
		}
		final float[] floats = new float[size];
		source.asFloatBuffer().get(floats);
		return new Pixels(null, null, floats);
	}

	/** @return how many bytes of memory the values take */
	public long sizeInBytes() {
		if (bytes != null) return bytes.length;
		return shorts != null ? 2L * shorts.length : 4L * floats.length;
	}
}
