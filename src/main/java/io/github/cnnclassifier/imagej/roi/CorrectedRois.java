
package io.github.cnnclassifier.imagej.roi;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.workflow.regions.RegionNumbers;

/**
 * The regions of an image whose classes a person corrects: name, group and
 * color change together, and the class counts as confirmed from then on, for
 * later classifications, for taking them back and for training images. Pixels
 * never change. Regions have the numbers of their list, from 1, as in the table
 * of a classification.
 * <p>
 * To be used by one thread at a time.
 */
public final class CorrectedRois {

	private static final float[] DASHES = { 4, 3 };
	private static final int MITER = 10;

	private final ImagePlus image;
	private final FoundRegions found;
	private final ImageClasses classes;
	private final RoiGroups groups = new RoiGroups();
	private final Deque<List<Before>> steps = new ArrayDeque<>();
	/** How those were drawn that are dashed now. */
	private final Map<Roi, Optional<BasicStroke>> strokes =
		new IdentityHashMap<>();

	/**
	 * Regions that are as they were before a step.
	 *
	 * @param numbers of them, in order
	 * @param label the class that each has; empty if none has one
	 * @param confirmed whether a person has confirmed it
	 */
	public record Restored(List<Integer> numbers, String label,
			boolean confirmed)
	{
	}

	/** How a ROI was before a step. */
	private record Before(int number, Roi roi, String mark, RoiLook look) {

		static Before of(final int number, final Roi roi) {
			return new Before(number, roi, RoiMark.text(roi), RoiLook.of(roi));
		}

		void restore(final RoiGroups groups) {
			RoiMark.write(roi, mark);
			look.giveTo(roi, groups);
		}
	}

	private CorrectedRois(final ImagePlus image, final FoundRegions found) {
		this.image = image;
		this.found = found;
		classes = ImageClasses.of(image, found.rois());
	}

	/**
	 * @param image the regions belong to
	 * @param found of a place that has ROIs
	 * @return them
	 */
	public static CorrectedRois of(final ImagePlus image,
		final FoundRegions found)
	{
		return new CorrectedRois(image, found);
	}

	/**
	 * Finds the regions that a person sees classified.
	 *
	 * @param image an open one
	 * @return those of the ROI Manager or of the overlay: of the place that has
	 *         classified ones, else of the one that has any, the manager first
	 * @throws UserFailure if there are none
	 */
	public static CorrectedRois find(final ImagePlus image) {
		final List<Roi> managed = RegionRois.ofManager();
		final List<Roi> overlaid = RegionRois.ofOverlay(image);
		final boolean overlay = managed.isEmpty() || !hasMark(managed) && hasMark(
			overlaid);
		final FoundRegions found = RoiRegions.of(image, overlay ? overlaid
			: managed, overlay ? FoundRegions.Place.OVERLAY
				: FoundRegions.Place.MANAGER);
		if (found.regions().isEmpty()) throw new UserFailure(
			"Expected regions of interest in the ROI Manager or in the overlay of '" +
				image.getTitle() + "', found none. Let 'Classify ROIs with CNN...' " +
				"classify some first, or add selections to the ROI Manager (press t).");
		return new CorrectedRois(image, found);
	}

	private static boolean hasMark(final List<Roi> rois) {
		return rois.stream().anyMatch(roi -> RoiMark.of(roi).isPresent());
	}

	/** @return the classes that are known, in the order of their groups */
	public List<String> classes() {
		return classes.labels();
	}

	/** @return of a class among these, or of the answer unknown */
	public Color color(final String label) {
		return classes.color(label);
	}

	/** @param label of a class that is to be one of them */
	public void addClass(final String label) {
		final String name = label.strip();
		if (name.isEmpty()) throw new WrongUsage(
			"Expected the name of a class, found nothing.");
		if (classes.labels().contains(name)) return;
		classes.add(name);
		// some of an image that another program classified are not known
		if (!classes.groups().contains("")) GroupNames.set(classes.groups());
	}

	/** @return the numbers of the regions, in order */
	public List<Integer> numbers() {
		return found.regions().stream().map(RegionOfInterest::index).toList();
	}

	/** @return the ROI of that number */
	public Roi roi(final int number) {
		return found.rois().get(number - 1);
	}

	/** @return the class of the ROI of that number; empty if it has none */
	public String label(final int number) {
		final Roi roi = roi(number);
		return RoiMark.of(roi).filter(mark -> mark.isGrouped(roi) && mark.isNamed(
			roi)).map(RoiMark::label).orElse("");
	}

	/** @return whether a person has confirmed the class of that number */
	public boolean isConfirmed(final int number) {
		return RoiMark.isConfirmed(roi(number));
	}

	/** @return how many are confirmed */
	public int confirmed() {
		return (int) numbers().stream().filter(this::isConfirmed).count();
	}

	/**
	 * @return by class how many regions are of it and how many of these are
	 *         confirmed, in the order of {@link #classes}; behind them, where
	 *         there are any, those that the classifier was not sure of, and under
	 *         an empty name those without a class. Each region counts once
	 */
	public Map<String, int[]> counts() {
		final Map<String, int[]> counts = new LinkedHashMap<>();
		classes().forEach(label -> counts.put(label, new int[2]));
		for (final int number : numbers()) {
			final String label = label(number);
			final int[] count = counts.computeIfAbsent(label, other -> new int[2]);
			count[0]++;
			if (isConfirmed(number)) count[1]++;
		}
		final int[] none = counts.remove("");
		if (none != null) counts.put("", none);
		return counts;
	}

	/**
	 * @param x column of a pixel, 0-based
	 * @param y row of a pixel, 0-based
	 * @return the number of the smallest region there on the plane that is shown
	 */
	public Optional<Integer> at(final int x, final int y) {
		return found.regions().stream().filter(region -> region.contains(x, y) &&
			isShown(roi(region.index()))).min(Comparator.comparingLong(
				region -> (long) region.bounds().width() * region.bounds().height()))
			.map(RegionOfInterest::index);
	}

	/** A ROI without a position is on every plane. */
	private boolean isShown(final Roi roi) {
		if (roi.hasHyperStackPosition()) {
			return isAny(roi.getZPosition(), image.getSlice()) && isAny(roi
				.getTPosition(), image.getFrame());
		}
		if (roi.getPosition() < 1 || roi.getPosition() > image.getStackSize())
			return true;
		final int[] position = image.convertIndexToPosition(roi.getPosition());
		return position[1] == image.getSlice() && position[2] == image.getFrame();
	}

	private static boolean isAny(final int position, final int shown) {
		return position < 1 || position == shown;
	}

	/** Shows the plane of the ROI of that number. */
	public void show(final int number) {
		final Roi roi = roi(number);
		if (roi.hasHyperStackPosition()) image.setPosition(image.getChannel(), Math
			.max(1, roi.getZPosition()), Math.max(1, roi.getTPosition()));
		else if (roi.getPosition() > 0 && roi.getPosition() <= image.getStackSize())
			image.setSlice(roi.getPosition());
	}

	/**
	 * Gives regions a class, which is confirmed from then on.
	 *
	 * @param numbers as in {@link #numbers}
	 * @param label one of {@link #classes}, or a new one; empty to confirm the
	 *          class that each has
	 * @return how many are of another class now than they were
	 * @throws WrongUsage if a number is of no region, or a region without a class
	 *           is to be confirmed; then nothing has changed
	 */
	public int correct(final Collection<Integer> numbers, final String label) {
		RegionNumbers.require(numbers, numbers());
		final String name = label.strip();
		if (name.isEmpty()) requireClasses(numbers);
		return give(numbers, name, true);
	}

	/**
	 * Gives regions a class that nobody has confirmed, as a classification does,
	 * so that a later one may give another.
	 *
	 * @param numbers as in {@link #numbers}
	 * @param label one of {@link #classes}, or a new one; empty to take the class
	 *          away, so that they look as if they had never had one
	 * @return how many are of another class now than they were
	 * @throws WrongUsage if a number is of no region; then nothing has changed
	 */
	public int uncorrect(final Collection<Integer> numbers, final String label) {
		RegionNumbers.require(numbers, numbers());
		return give(numbers, label.strip(), false);
	}

	private int give(final Collection<Integer> numbers, final String name,
		final boolean confirmed)
	{
		if (!name.isEmpty()) addClass(name);
		final List<Before> step = new ArrayList<>();
		final List<Roi> changed = new ArrayList<>();
		int other = 0;
		for (final int number : numbers) {
			final String before = label(number);
			final String now = name.isEmpty() && confirmed ? before : name;
			if (!before.equals(now)) other++;
			final Roi roi = roi(number);
			step.add(Before.of(number, roi));
			if (now.isEmpty()) unmark(roi);
			else mark(roi, number, now, confirmed);
			changed.add(roi);
		}
		steps.push(step);
		shown(changed);
		return other;
	}

	private void requireClasses(final Collection<Integer> numbers) {
		for (final int number : numbers) {
			if (label(number).isEmpty()) throw new WrongUsage(
				"Expected a class for region " + number +
					", which has none to be confirmed. Name it with className=NAME.");
		}
	}

	/** Its number stays, as in the table of the classification. */
	private void mark(final Roi roi, final int number, final String label,
		final boolean confirmed)
	{
		final String numbered = RoiMark.of(roi).map(mark -> mark.given().name()
			.startsWith(mark.label()) ? mark.given().name().substring(mark.label()
				.length()) : "").filter(end -> end.matches("-\\d+")).orElseGet(
					() -> String.format(Locale.ROOT, "-%04d", number));
		final RoiLook look = RoiLook.ofClass(roi, label + numbered, classes.index(
			label), color(label));
		final RoiMark mark = RoiMark.before(roi, label, look, false);
		(confirmed ? mark.asConfirmed() : mark).writeTo(roi);
		look.giveTo(roi, groups);
	}

	private void unmark(final Roi roi) {
		RoiMark.of(roi).ifPresent(mark -> {
			final RoiLook look = mark.ofUser(roi);
			RoiMark.write(roi, null);
			look.giveTo(roi, groups);
		});
	}

	/**
	 * Takes the last step back.
	 *
	 * @return all that is as it was before; empty if there was no step
	 */
	public List<Restored> undo() {
		if (steps.isEmpty()) return List.of();
		final List<Before> step = steps.pop();
		step.forEach(before -> before.restore(groups));
		shown(step.stream().map(Before::roi).toList());
		final Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
		for (final Before before : step)
			alike.computeIfAbsent(List.of(label(before.number()), isConfirmed(before
				.number())), key -> new ArrayList<>()).add(before.number());
		return alike.values().stream().map(numbers -> new Restored(numbers, label(
			numbers.get(0)), isConfirmed(numbers.get(0)))).toList();
	}

	private void shown(final List<Roi> changed) {
		if (found.place() == FoundRegions.Place.MANAGER) ManagedRois.rename(
			changed);
		if (!strokes.isEmpty()) dash();
		image.draw();
	}

	/**
	 * Draws the outlines of all whose class nobody has confirmed as dashes, until
	 * {@link #undash}.
	 */
	public void dash() {
		for (final int number : numbers()) {
			final Roi roi = roi(number);
			final Optional<BasicStroke> known = strokes.computeIfAbsent(roi,
				r -> Optional.ofNullable(r.getStroke()));
			final float width = known.map(BasicStroke::getLineWidth).orElse(1f);
			roi.setStroke(isConfirmed(number) ? known.orElse(null) : new BasicStroke(
				Math.max(1, width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER,
				DASHES, 0));
		}
		image.draw();
	}

	/** Draws all outlines as they were. */
	public void undash() {
		strokes.forEach((roi, stroke) -> roi.setStroke(stroke.orElse(null)));
		strokes.clear();
		image.draw();
	}

	/** Shows them on the image, if they are in the ROI Manager. */
	public void showAll() {
		if (found.place() == FoundRegions.Place.MANAGER) ManagedRois.show(image);
	}

	/** @return where they are, as {@link RegionOptions} calls it */
	public String place() {
		return found.place() == FoundRegions.Place.MANAGER ? RegionOptions.MANAGER
			: RegionOptions.OVERLAY;
	}

	/**
	 * Saves all ROIs as they are now, those that are no regions as well.
	 *
	 * @param file a zip as the ROI Manager writes it; appears whole or not at all
	 * @throws IOException if it cannot be written
	 */
	public void save(final Path file) throws IOException {
		RoiZip.write(found.rois(), file);
	}
}
