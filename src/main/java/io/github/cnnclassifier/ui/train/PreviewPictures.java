
package io.github.cnnclassifier.ui.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.report.SmallPicture;
import io.github.cnnclassifier.ui.PictureCache;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * Small pictures of images before a training. A decision about some of them
 * changes no picture, so that none is made again. Used on the event thread.
 */
final class PreviewPictures {

	/**
	 * @param name of an image
	 * @param content tells its pixels from others
	 */
	private record Seen(String name, String content) {
	}

	private final int side;
	private final PictureCache<Seen> pictures;
	/** Null while there is none. */
	private volatile TrainingPreview preview;

	/**
	 * @param side the longest one, in pixels
	 * @param made run after each picture
	 */
	PreviewPictures(final int side, final Runnable made) {
		this.side = side;
		pictures = new PictureCache<>(this::picture, image -> made.run());
	}

	/**
	 * @param next the same images after a decision, or others; null for none, and
	 *          what is seen then is read anew
	 */
	void show(final TrainingPreview next) {
		preview = next;
		if (next == null) pictures.forget();
		else pictures.forgetFailed();
	}

	/**
	 * @param position of an image in what is shown
	 * @return its picture, or the reason why there is none; null if it is not
	 *         made yet
	 */
	ItemOutcome<BufferedImage> of(final int position) {
		return pictures.of(seen(preview, position));
	}

	/** On a thread in the background. */
	private BufferedImage picture(final Seen image) throws IOException {
		final TrainingPreview now = preview;
		final OptionalInt position = now == null ? OptionalInt.empty() : IntStream
			.range(0, now.size()).filter(i -> image.equals(seen(now, i))).findFirst();
		if (position.isEmpty()) throw new IOException("'" + image.name() +
			"' is not among the images any more.");
		return SmallPicture.of(now.read(position.getAsInt()), side);
	}

	private static Seen seen(final TrainingPreview of, final int position) {
		return new Seen(of.name(position), of.content(position));
	}

	/** Ends the work in the background. */
	void close() {
		pictures.close();
	}
}
