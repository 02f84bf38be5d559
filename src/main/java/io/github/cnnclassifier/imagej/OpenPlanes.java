
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import ij.ImagePlus;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Prediction;

/**
 * The images that a plane policy makes of an open image. Thread-safe while
 * nobody changes the image.
 */
public final class OpenPlanes {

	private final ImagePlus image;
	private final PlanePolicy policy;
	private final List<Plane> positions;

	/**
	 * @param image never null; only read
	 * @param policy what becomes of its slices and frames
	 */
	public OpenPlanes(final ImagePlus image, final PlanePolicy policy) {
		this.image = image;
		this.policy = policy;
		positions = switch (policy) {
			case CURRENT -> List.of(ImagePlusAdapter.currentPlane(image));
			case EACH, AVERAGE -> ImagePlusAdapter.planes(image);
			case MIDDLE -> List.of(new Plane((image.getNSlices() + 1) / 2, (image
				.getNFrames() + 1) / 2));
			case MAXIMUM, MEAN -> List.of(whole(image));
		};
	}

	/** @return where each image is; {@link Plane#ALL} for a projection */
	public List<Plane> positions() {
		return positions;
	}

	/** @return where the answers belong: one place if they are averaged */
	public List<Plane> answers() {
		return policy == PlanePolicy.AVERAGE ? List.of(whole(image)) : positions;
	}

	/**
	 * @param predictions of the first {@link #positions}
	 * @return the answers that follow: none if they are averaged and one is
	 *         missing
	 */
	public List<Prediction> answers(final List<Prediction> predictions) {
		if (policy != PlanePolicy.AVERAGE) return predictions;
		return predictions.size() < positions.size() ? List.of() : List.of(
			Prediction.mean(predictions));
	}

	/**
	 * @param i 0-based
	 * @return the image, made when it is asked for
	 */
	public SampleImage image(final int i) {
		final Plane position = positions.get(i);
		if (!position.equals(Plane.ALL)) {
			// ImageJ's images know one current processor
			synchronized (image) {
				return ImagePlusAdapter.at(image, position);
			}
		}
		final ImagePlanes planes = new ImagePlusPlanes(image, image.getTitle());
		try {
			return policy.image(planes, 0);
		}
		catch (final IOException e) {
			// planes in memory are not read from anywhere
			throw new UncheckedIOException(e);
		}
	}

	private static Plane whole(final ImagePlus image) {
		return image.getNSlices() * image.getNFrames() == 1 ? new Plane(1, 1)
			: Plane.ALL;
	}
}
