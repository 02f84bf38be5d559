
package io.github.cnnclassifier.model;

/**
 * Where images lie when numbers describe each of them: around centers, one for
 * each class, as far as images of one class differ from each other. Immutable
 * and thread-safe; the arrays are shared, treat them as read-only.
 */
public final class Cloud {

	/** Beyond, another direction hardly adds anything and costs time. */
	public static final int MOST_DIRECTIONS = 32;

	/**
	 * Where an image lies.
	 *
	 * @param distance from the nearest center, within the directions: 1 is one
	 *          standard deviation
	 * @param rest how far it lies outside of all directions, in the unit of the
	 *          numbers; 0 if there are as many directions as numbers
	 */
	public record Place(double distance, double rest) {
	}

	private final float[] origin;
	private final float[] directions;
	private final float[] centers;
	private final int count;
	private final double[] squaredLengths;

	/**
	 * @param origin what the numbers are counted from; one for each number
	 * @param directions one after the other, at right angles, each as long as
	 *          there are numbers; a number along a direction is divided by its
	 *          standard deviation within a class, which is 1 over the length
	 * @param centers one after the other, each as long as there are directions
	 * @throws IllegalArgumentException if the lengths do not fit, there are no
	 *           directions, more than {@link #MOST_DIRECTIONS} or more than
	 *           numbers, or there is no center
	 */
	public Cloud(final float[] origin, final float[] directions,
		final float[] centers)
	{
		this.origin = origin;
		this.directions = directions;
		this.centers = centers;
		count = origin.length == 0 ? 0 : directions.length / origin.length;
		if (count < 1 || count > Math.min(MOST_DIRECTIONS, origin.length) || count *
			origin.length != directions.length || centers.length == 0 ||
			centers.length % count != 0) throw new IllegalArgumentException(
				directions.length + " values of directions and " + centers.length +
					" of centers for " + origin.length + " numbers");
		squaredLengths = new double[count];
		for (int j = 0; j < count; j++) {
			for (int i = 0; i < origin.length; i++)
				squaredLengths[j] += square(directions[j * origin.length + i]);
		}
	}

	/** @return how many numbers describe an image */
	public int length() {
		return origin.length;
	}

	/** @return how many directions there are */
	public int directionCount() {
		return count;
	}

	/** @return how many centers there are */
	public int centerCount() {
		return centers.length / count;
	}

	/** @return how many numbers this is made of */
	public int size() {
		return origin.length + directions.length + centers.length;
	}

	/** @return one for each number */
	public float[] origin() {
		return origin;
	}

	/** @return all directions, one after the other */
	public float[] directions() {
		return directions;
	}

	/** @return all centers, one after the other */
	public float[] centers() {
		return centers;
	}

	/**
	 * @param numbers of an image
	 * @return where it lies; NaN for numbers that are none
	 * @throws IllegalArgumentException if there are more or fewer of them
	 */
	public Place place(final float[] numbers) {
		if (numbers.length != origin.length) throw new IllegalArgumentException(
			"Expected " + origin.length + " numbers, got " + numbers.length);
		final double[] from = new double[numbers.length];
		double squares = 0;
		for (int i = 0; i < from.length; i++) {
			from[i] = (double) numbers[i] - origin[i];
			squares += square(from[i]);
		}
		final double[] along = new double[count];
		for (int j = 0; j < count; j++) {
			double sum = 0;
			for (int i = 0; i < from.length; i++)
				sum += directions[j * from.length + i] * from[i];
			along[j] = sum;
			if (squaredLengths[j] > 0) squares -= square(along[j]) /
				squaredLengths[j];
		}
		return new Place(Math.sqrt(nearest(along)), count == from.length ? 0 : Math
			.sqrt(Math.max(0, squares)));
	}

	/** @return the square of the distance from the nearest center */
	private double nearest(final double[] along) {
		double nearest = Double.POSITIVE_INFINITY;
		for (int c = 0; c < centers.length; c += count) {
			double squares = 0;
			for (int j = 0; j < count; j++)
				squares += square(along[j] - centers[c + j]);
			// the smaller of a number and NaN is NaN
			nearest = Math.min(nearest, squares);
		}
		return nearest;
	}

	private static double square(final double value) {
		return value * value;
	}
}
