
package io.github.cnnclassifier.image;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Makes samples of ImgLib2's images. The first axis is x, the second y, and the
 * third, if there is one, the channel; further axes may only be one pixel long.
 * An interval need not start at 0. Three channels are three measurements, not
 * the red, green and blue of a color image.
 */
public final class IntervalImage {

	private static final String SOURCE = "interval";
	private static final int AXES = 3;

	private IntervalImage() {}

	/**
	 * @param interval of real numbers of any type; values that a float cannot
	 *          hold are rounded to the nearest that it can. Only read, and copied
	 * @return an image of unknown pixel size
	 * @throws UserFailure if its axes are others, its values no real numbers (as
	 *           a script may hand over), or it has too many pixels for the memory
	 */
	public static SampleImage of(
		final RandomAccessibleInterval<? extends RealType<?>> interval)
	{
		requireAxes(interval);
		final long[] size = Arrays.copyOf(interval.dimensionsAsLongArray(), Math
			.max(AXES, interval.numDimensions()));
		final long channels = interval.numDimensions() < AXES ? 1 : size[AXES - 1];
		final double count = (double) size[0] * size[1] * channels;
		if (!(count >= 1 && count <= Integer.MAX_VALUE - 8)) throw new UserFailure(
			"Expected at least 1 and at most 2147483639 values, found an interval " +
				"of " + Arrays.toString(interval.dimensionsAsLongArray()) +
				". Cut out a part of it, for instance with Views.interval.");
		final float[] values = new float[(int) count];
		final int bits = copy(interval, values);
		return new SampleImage((int) size[0], (int) size[1], (int) channels, false,
			bits, Pixels.of(values), null, SOURCE);
	}

	private static void requireAxes(
		final RandomAccessibleInterval<? extends RealType<?>> interval)
	{
		final int axes = interval.numDimensions();
		boolean fits = axes >= 2;
		for (int axis = AXES; axis < axes; axis++) {
			fits &= interval.dimension(axis) == 1;
		}
		if (!fits) throw new UserFailure(
			"Expected an interval with the axes x, y or x, y, channel, found " +
				axes + " axes of " + Arrays.toString(interval.dimensionsAsLongArray()) +
				" pixels. Choose a plane, for instance " + "with Views.hyperSlice.");
	}

	/** Flat order has the first axis running fastest: C,H,W backwards. */
	private static int copy(
		final RandomAccessibleInterval<? extends RealType<?>> interval,
		final float[] values)
	{
		final Cursor<?> cursor = Views.flatIterable(interval).cursor();
		int bits = Float.SIZE;
		for (int i = 0; i < values.length; i++) {
			// a script's interval need not be what the compiler promised
			if (!(cursor.next() instanceof final RealType<?> value))
				throw new UserFailure("Expected real numbers, found " + cursor.get()
					.getClass().getSimpleName() +
					". Convert the interval, for instance with Converters.");
			if (i == 0) bits = bitDepth(value);
			values[i] = value.getRealFloat();
		}
		return bits;
	}

	private static int bitDepth(final RealType<?> type) {
		if (type.getBitsPerPixel() <= Byte.SIZE) return Byte.SIZE;
		return type.getBitsPerPixel() <= Short.SIZE ? Short.SIZE : Float.SIZE;
	}
}
