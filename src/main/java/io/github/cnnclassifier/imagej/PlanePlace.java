
package io.github.cnnclassifier.imagej;

import java.util.Optional;
import java.util.function.Function;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;

/**
 * A plane of an open image, and perhaps something on it. The image is known by
 * its ID, so that a table keeps no closed image in memory.
 */
public final class PlanePlace implements RowPlace {

	private final int id;
	private final String title;
	private final Plane plane;
	private final Function<ImagePlus, Optional<Roi>> sought;

	/**
	 * @param image that is open
	 * @param plane of it, or all of them
	 */
	public PlanePlace(final ImagePlus image, final Plane plane) {
		this(image, plane, shown -> Optional.empty());
	}

	/**
	 * @param image that is open
	 * @param plane of it, or all of them
	 * @param sought what is to be selected on the image, if anything
	 */
	public PlanePlace(final ImagePlus image, final Plane plane,
		final Function<ImagePlus, Optional<Roi>> sought)
	{
		id = image.getID();
		title = image.getTitle();
		this.plane = plane;
		this.sought = sought;
	}

	@Override
	public void select() {
		final Optional<ImagePlus> image = shown();
		if (image.isEmpty()) IJ.showStatus("'" + title + "' is not open any more.");
		image.ifPresent(this::select);
	}

	private void select(final ImagePlus image) {
		if (!plane.equals(Plane.ALL) && image.getStackSize() > 1) image.setPosition(
			image.getChannel(), plane.slice(), plane.frame());
		// a copy, which may be moved without moving the thing itself
		sought.apply(image).ifPresent(roi -> image.setRoi((Roi) roi.clone()));
	}

	@Override
	public void raise() {
		shown().ifPresent(image -> image.getWindow().toFront());
	}

	private Optional<ImagePlus> shown() {
		return Optional.ofNullable(WindowManager.getImage(id)).filter(image -> image
			.getWindow() != null);
	}
}
