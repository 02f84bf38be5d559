
package io.github.cnnclassifier.benchmark.backbone;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Change;

/**
 * One of the sets of images that a backbone learns from.
 *
 * @param name of its folder
 * @param labels of its classes
 * @param byClass pictures of each class, at least one
 * @param augmentation what may be done to its pictures
 * @param mean of all values, 0 to 1
 * @param deviation of all values, above 0
 */
record PictureSet(String name, List<String> labels,
		List<List<Picture>> byClass, Augmentation augmentation, float mean,
		float deviation)
{

	/** Without up and down: any turn, mirrored. */
	static final Augmentation ANY_WAY = Augmentation.STRONG.as("any way").with(
		Change.ROTATION, 180).with(Change.SCALE, 0.3).with(Change.BRIGHTNESS, 0.3).with(
			Change.PHOTONS, 200);
	/** Things that stand or hang: mirrored, hardly turned. */
	static final Augmentation UPRIGHT = ANY_WAY.as("upright").with(
		Change.FLIP_VERTICAL, 0).with(Change.QUARTER_TURNS, 0).with(Change.ROTATION,
			15);
	/** Characters. */
	static final Augmentation AS_WRITTEN = UPRIGHT.as("as written").with(
		Change.FLIP_HORIZONTAL, 0);
	/** Sharpness is the class: neither blurred nor enlarged, hardly noisier. */
	static final Augmentation AS_SHARP = Augmentation.MICROSCOPY.as("as sharp")
		.with(Change.SCALE, 0);

	static PictureSet of(final String name, final List<String> labels,
		final List<Picture> pictures, final Augmentation augmentation)
	{
		final List<List<Picture>> byClass = new ArrayList<>();
		labels.forEach(label -> byClass.add(new ArrayList<>()));
		double sum = 0;
		double squares = 0;
		long count = 0;
		for (final Picture picture : pictures) {
			byClass.get(picture.label()).add(picture);
			for (final byte value : picture.values()) {
				final double v = (value & 0xff) / 255.0;
				sum += v;
				squares += v * v;
			}
			count += picture.values().length;
		}
		final double mean = sum / count;
		return new PictureSet(name, labels, byClass, augmentation, (float) mean,
			(float) Math.sqrt(squares / count - mean * mean));
	}

	int size() {
		return byClass.stream().mapToInt(List::size).sum();
	}

	/** @return of a class drawn by the root of its size, so that rare ones count */
	Picture draw(final SplittableRandom random) {
		double total = 0;
		for (final List<Picture> pictures : byClass)
			total += Math.sqrt(pictures.size());
		double left = random.nextDouble() * total;
		for (final List<Picture> pictures : byClass) {
			left -= Math.sqrt(pictures.size());
			if (left <= 0 && !pictures.isEmpty()) return pictures.get(random.nextInt(
				pictures.size()));
		}
		return byClass.get(0).get(0);
	}
}
