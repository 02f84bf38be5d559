
package io.github.cnnclassifier.workflow.label;

import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.image.RegionOfInterest;

/**
 * One thing that gets a label: an image file, a plane of a stack, a region of
 * an image. Holds no pixels.
 *
 * @param name by which it is known again in a list of labels, the same whenever
 *          the same source is opened: a path relative to the source, separated
 *          by '/', with the number of a plane ("cells.tif[3]") or a place
 *          ("cells.tif#xywh=10,20,30,40") behind it; no two of a source are
 *          equal
 * @param title what a person calls it, in one line: a file or a region
 * @param group what it shares with crops that must stay on its side of a split:
 *          the stack or image it was taken from; null if it stands alone
 * @param folderClass the class that its folder or table says; empty if none
 *          does. It is shown, and counts as a label only when it is confirmed
 * @param source reads the pixels anew each time, on any thread
 * @param region the region of the open image that it is; null if it is none
 */
public record Crop(String name, String title, String group, String folderClass,
		SampleSource source, RegionOfInterest region)
{

	/** Nothing but group and region may be missing; spaces around a class go. */
	public Crop {
		Objects.requireNonNull(name);
		Objects.requireNonNull(title);
		folderClass = folderClass.strip();
		Objects.requireNonNull(source);
	}

	/**
	 * @return where in which file its pixels are, so that a list can name it;
	 *         empty if a copy of its pixels must be saved with its label
	 */
	public Optional<ImagePlace> place() {
		return region == null ? source.place() : Optional.empty();
	}
}
