
package io.github.cnnclassifier.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * Which image a command works on that was told none: the active one, unless
 * that is a {@link Drawing}.
 */
public final class MeantImage {

	private static final int MOST_NAMED = 5;

	private MeantImage() {}

	/**
	 * @param active what ImageJ calls the current image; null if there is none
	 * @return it, or the only other one that is open if it is a drawing, which
	 *         the log then says
	 * @throws UserFailure if there is no image, or it is not clear which one is
	 *           meant
	 */
	public static ImagePlus of(final ImagePlus active) {
		if (active == null) throw new UserFailure(
			"Expected an open image, but there is none. Open one first.");
		if (Drawing.of(active).isEmpty()) return active;
		final String found = named(active);
		final List<ImagePlus> others = others();
		if (others.isEmpty()) throw new UserFailure(
			"Expected an open image, found only " + found + ". Open an image first.");
		if (others.size() > 1) throw new UserFailure(
			"Expected an image in front, found " + found +
				". Click on the image that is meant: " + titles(others) + ".");
		CalmLog.log("In front is " + found + "; taken is '" + others.get(0)
			.getTitle() + "', the only image that is open.");
		return others.get(0);
	}

	/**
	 * @param image that was named
	 * @throws UserFailure if it is a drawing
	 */
	public static void requireNoDrawing(final ImagePlus image) {
		if (Drawing.of(image).isPresent()) throw new UserFailure(
			"Expected an image, found " + named(image) +
				". Choose the image that it was made of.");
	}

	private static String named(final ImagePlus drawing) {
		return "'" + drawing.getTitle() + "', " + Drawing.of(drawing).orElseThrow();
	}

	private static List<ImagePlus> others() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? List.of() : Arrays.stream(ids).mapToObj(
			WindowManager::getImage).filter(image -> image != null && Drawing.of(
				image).isEmpty()).toList();
	}

	private static String titles(final List<ImagePlus> images) {
		return images.stream().limit(MOST_NAMED).map(image -> "'" + image
			.getTitle() + "'").collect(Collectors.joining(", ")) + (images
				.size() > MOST_NAMED ? " or another one" : "");
	}
}
