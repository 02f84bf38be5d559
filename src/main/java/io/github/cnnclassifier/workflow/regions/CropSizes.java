
package io.github.cnnclassifier.workflow.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.workflow.TrainedSize;

/**
 * How large the crops of one image are, compared with the training images.
 * Thread-safe.
 */
public final class CropSizes {

	private final TrainedSize trained;
	private final Queue<ImageSize> sizes = new ConcurrentLinkedQueue<>();
	/** The same for all crops; null if not known. */
	private volatile PixelSize pixelSize;

	/** @param trained what the crops are compared with */
	public CropSizes(final TrainedSize trained) {
		this.trained = trained;
	}

	/** @param crop that the model accepts */
	public void add(final SampleImage crop) {
		if (!trained.isKnown()) return;
		pixelSize = crop.pixelSize().orElse(null);
		sizes.add(ImageSize.of(crop));
	}

	/**
	 * @param margin around each region
	 * @return what to tell the user if the median crop is unlike the training
	 *         images
	 */
	public Optional<String> warning(final int margin) {
		final List<ImageSize> all = new ArrayList<>(sizes);
		if (all.isEmpty()) return Optional.empty();
		final ImageSize crop = ImageSizes.of(all).median();
		if (!trained.isUnlike(crop, pixelSize)) return Optional.empty();
		return Optional.of("Warning: The median region" + (margin == 0 ? ""
			: " with its margin") + " has " + trained.words(crop, pixelSize) +
			", the training images " + trained.images() +
			", so classes may be wrong. " + advice(crop, margin));
	}

	private String advice(final ImageSize crop, final int margin) {
		final ImageSize usual = trained.usual(pixelSize);
		final long wider = Math.round(((double) usual.width() - crop.width() + usual
			.height() - crop.height()) / 4);
		final long better = margin + wider;
		if (better < 0 || better > RegionCropping.LARGEST || trained.isUnlike(
			new ImageSize(wider(crop.width(), wider), wider(crop.height(), wider)),
			pixelSize)) return "Cut regions as the training images were cut, with " +
				"another margin or other regions.";
		return "margin=" + better + " makes regions about as large.";
	}

	private static int wider(final int length, final long margin) {
		return (int) Math.max(1, length + 2 * margin);
	}
}
