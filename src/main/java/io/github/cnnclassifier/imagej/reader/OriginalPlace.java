
package io.github.cnnclassifier.imagej.reader;

import ij.IJ;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.RowPlace;

/**
 * An image on the disk that a row of a table is about: it is opened, which may
 * take a moment, on a thread in the background.
 */
public final class OriginalPlace implements RowPlace {

	private final ImagePlace place;

	/** @param place in a file, which may be gone meanwhile */
	public OriginalPlace(final ImagePlace place) {
		this.place = place;
	}

	@Override
	public void select() {
		inBackground(() -> OriginalImages.select(place));
	}

	@Override
	public void raise() {
		inBackground(() -> OriginalImages.show(place));
	}

	private static void inBackground(final Runnable opening) {
		final Thread thread = new Thread(() -> {
			try {
				opening.run();
			}
			catch (final UserFailure e) {
				IJ.showStatus(e.getMessage());
			}
		}, "CNN Classifier, opens an image");
		thread.setDaemon(true);
		thread.start();
	}
}
