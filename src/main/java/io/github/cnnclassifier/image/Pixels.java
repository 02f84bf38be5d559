
package io.github.cnnclassifier.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Pixel values, stored in the smallest type that holds every one of them
 * exactly: bytes for whole numbers 0..255, shorts for 0..65535, else floats.
 * The type is chosen by the values alone, so equal values are stored equally
 * wherever they came from.
 * <p>
 * Immutable and thread-safe.
 */
public final class Pixels {

	/** So many values are hashed at a time, which spares memory. */
	private static final int PART = 1 << 12;

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
		copyTo(from, count, target, 0);
	}

	/**
	 * @param from 0-based
	 * @param count of values
	 * @param target gets them
	 * @param at where in the target, 0-based
	 */
	void copyTo(final int from, final int count, final float[] target,
		final int at)
	{
		if (floats != null) System.arraycopy(floats, from, target, at, count);
		else if (bytes != null) {
			for (int i = 0; i < count; i++) {
				target[at + i] = bytes[from + i] & 0xff;
			}
		}
		else {
			for (int i = 0; i < count; i++) {
				target[at + i] = shorts[from + i] & 0xffff;
			}
		}
	}

	/**
	 * @return of values that are red, green and blue planes one gray plane, by
	 *         the weights of ITU-R BT.601
	 */
	float[] luma() {
		return bytes != null ? Luma.of(bytes) : Luma.of(toFloats());
	}

	/**
	 * @param from 0-based
	 * @param count of values, at least 1
	 * @return the figures of these values
	 */
	ValueSummary summary(final int from, final int count) {
		if (bytes != null) return ValueSummary.of(bytes, from, count);
		if (floats != null) return ValueSummary.of(floats, from, count);
		final float[] part = new float[count];
		copyTo(from, count, part);
		return ValueSummary.of(part, 0, count);
	}

	/**
	 * @param from 0-based
	 * @param other where other values begin, 0-based
	 * @param count of values
	 * @return whether the ones are the others, in the same order
	 */
	public boolean repeats(final int from, final int other, final int count) {
		if (bytes != null) return Arrays.equals(bytes, from, from + count, bytes,
			other, other + count);
		if (shorts != null) return Arrays.equals(shorts, from, from + count, shorts,
			other, other + count);
		return Arrays.equals(floats, from, from + count, floats, other, other +
			count);
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

	/**
	 * Passes on how many bytes a value takes, and then all values, the higher
	 * bytes first. Equal values give the same bytes; minus zero is zero.
	 *
	 * @param digest gets them
	 */
	public void addTo(final MessageDigest digest) {
		if (floats == null) addStored(digest);
		else withoutMinusZero().addStored(digest);
	}

	/** Without them, the values may fit into a smaller type. */
	private Pixels withoutMinusZero() {
		final float[] values = floats.clone();
		for (int i = 0; i < values.length; i++) {
			values[i] += 0f;
		}
		return of(values);
	}

	private void addStored(final MessageDigest digest) {
		digest.update((byte) bytesPerValue());
		if (bytes != null) {
			digest.update(bytes);
			return;
		}
		final ByteBuffer part = ByteBuffer.allocate(PART * bytesPerValue());
		for (int from = 0; from < size(); from += PART) {
			final int count = Math.min(PART, size() - from);
			if (shorts != null) part.asShortBuffer().put(shorts, from, count);
			else part.asFloatBuffer().put(floats, from, count);
			digest.update(part.array(), 0, count * bytesPerValue());
		}
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
