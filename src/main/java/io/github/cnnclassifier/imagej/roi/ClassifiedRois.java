
package io.github.cnnclassifier.imagej.roi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.ClassColors;
import io.github.cnnclassifier.workflow.regions.ClassifyRegions;

/**
 * Writes classes back into the ROIs that were classified: as name, group and
 * color. ROIs of the ROI Manager and of an overlay change where they are; a
 * selection, ROIs of a file and the objects of a label image get into the
 * overlay. Pixels never change.
 */
public final class ClassifiedRois {

	private final ImagePlus image;
	private final FoundRegions found;
	private final ClassifyRegions.Result result;
	private final List<Roi> rois;
	private final List<Roi> changed = new ArrayList<>();
	private final RoiGroups groups = new RoiGroups();

	/**
	 * @param image the regions belong to
	 * @param found the regions
	 * @param result of all of them
	 */
	public ClassifiedRois(final ImagePlus image, final FoundRegions found,
		final ClassifyRegions.Result result)
	{
		this.image = image;
		this.found = found;
		this.result = result;
		rois = switch (found.place()) {
			case LABELS -> RegionOutlines.of(image, found.regions());
			case SELECTION -> found.rois().stream().map(roi -> (Roi) roi.clone())
				.toList();
			default -> found.rois();
		};
	}

	/**
	 * Changes the ROIs, and shows those that ImageJ does not show yet in the
	 * overlay.
	 *
	 * @param progress is told what could not be done
	 */
	public void show(final Progress progress) {
		final ClassLabels answers = result.threshold().answers(result.labels());
		if (answers.size() > RoiGroups.MOST) progress.message("ImageJ has " +
			RoiGroups.MOST + " ROI groups: ROIs of further classes are in none.");
		if (!GroupNames.set(answers.names())) progress.message("The names of the " +
			"ROI groups stay as you set them: group 1 is the class '" + answers.name(
				0) + "', group 2 is '" + answers.name(1) + "' and so on.");
		ImageClasses.remember(image, answers.names());
		changed.clear();
		int confirmed = 0;
		for (int i = 0; i < result.answers().size(); i++) {
			final RegionAnswer answer = result.answers().get(i);
			if (answer.prediction().isEmpty()) continue;
			final Roi roi = rois.get(found.place() == FoundRegions.Place.LABELS ? i
				: answer.index() - 1);
			if (RoiMark.isConfirmed(roi)) confirmed++;
			else mark(roi, answer.index(), answer.prediction().get());
			if (isAdded() && !hasPosition(roi)) RoiPositions.set(roi, image, answer
				.slice(), answer.frame());
			changed.add(roi);
		}
		if (found.place() == FoundRegions.Place.MANAGER) {
			ManagedRois.rename(changed);
			ManagedRois.show(image);
		}
		else if (isAdded()) confirmed += overlay(changed);
		if (confirmed > 0) progress.message(confirmed + (confirmed == 1
			? " ROI keeps" : " ROIs keep") +
			" the class that somebody has confirmed; the table has the answer.");
		image.draw();
	}

	/**
	 * Draws what {@link #show} has changed two pixels wide on the screen at any
	 * zoom, so that its colors stand out from the image. ROIs of the user that
	 * have a width of their own keep it; the others get theirs back when the
	 * classification is taken back.
	 */
	public void standOut() {
		if (isAdded()) changed.stream().filter(Roi::isArea).forEach(roi -> roi
			.setUnscalableStrokeWidth(RoiWidth.SCREEN_WIDTH));
		else changed.forEach(RoiWidth::widen);
		image.draw();
	}

	/**
	 * Draws the colors of the classes that were found over the corner of the
	 * image, in place of what an earlier call has drawn there; not where it would
	 * hide much of the image.
	 */
	public void showLegend() {
		final ClassLabels labels = result.labels();
		final ClassLabels answers = result.threshold().answers(labels);
		final Map<String, Integer> counts = result.counts();
		final List<ClassLegend.Line> lines = IntStream.range(0, answers.size())
			.filter(i -> counts.get(answers.name(i)) > 0).mapToObj(
				i -> new ClassLegend.Line(answers.name(i), ClassColors.of(i, labels
					.size()))).toList();
		ClassLegend.show(image, lines);
	}

	/**
	 * Saves all ROIs as they are now, those without a class too.
	 *
	 * @param file a zip as the ROI Manager writes it; appears whole or not at all
	 * @throws IOException if it cannot be written
	 */
	public void save(final Path file) throws IOException {
		RoiZip.write(rois, file);
	}

	private static boolean hasPosition(final Roi roi) {
		return roi.getPosition() > 0 || roi.hasHyperStackPosition();
	}

	private boolean isAdded() {
		return found.place() != FoundRegions.Place.MANAGER && found
			.place() != FoundRegions.Place.OVERLAY;
	}

	private void mark(final Roi roi, final int number,
		final Prediction prediction)
	{
		final ClassLabels labels = result.labels();
		final int index = result.threshold().index(labels, prediction);
		final String label = result.threshold().name(labels, prediction);
		final String name = String.format(Locale.ROOT, "%s-%04d", label, number);
		final RoiLook look = RoiLook.ofClass(roi, name, index, ClassColors.of(index,
			labels.size()));
		RoiMark.before(roi, label, look, isAdded()).writeTo(roi);
		look.giveTo(roi, groups);
	}

	/** @return in whose place there is another one that is confirmed */
	private int overlay(final List<Roi> added) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay();
		final List<Roi> free = AddedRois.withoutConfirmed(overlay, added);
		AddedRois.remove(overlay, free);
		free.forEach(overlay::add);
		image.setOverlay(overlay);
		return unconfirmed(added) - unconfirmed(free);
	}

	private static int unconfirmed(final List<Roi> of) {
		return (int) of.stream().filter(roi -> !RoiMark.isConfirmed(roi)).count();
	}
}
