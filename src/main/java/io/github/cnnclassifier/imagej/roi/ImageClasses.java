
package io.github.cnnclassifier.imagej.roi;

import java.awt.Color;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.ClassColors;

/**
 * The classes that the regions of an image can be of, each at the place that
 * decides its group and its color. The last classification of the image tells
 * them, which the image remembers and ImageJ saves with it; else the ROIs do,
 * each its own.
 */
final class ImageClasses {

	private static final String PROPERTY = "cnn-classifier-classes";
	private static final String SEPARATOR = "&";
	/** No color of unknown for a class, wherever it stands. */
	private static final int MANY = Integer.MAX_VALUE;

	private final List<String> names;

	private ImageClasses(final List<String> names) {
		this.names = names;
	}

	/**
	 * @param image that was classified
	 * @param answers of the classifier, in order
	 */
	static void remember(final ImagePlus image, final List<String> answers) {
		image.setProp(PROPERTY, answers.stream().map(name -> URLEncoder.encode(name,
			StandardCharsets.UTF_8)).collect(Collectors.joining(SEPARATOR)));
	}

	/**
	 * @param image whose classes are wanted
	 * @param rois of it, classified or not
	 * @return those that are known, perhaps none
	 */
	static ImageClasses of(final ImagePlus image, final List<Roi> rois) {
		final ImageClasses classes = new ImageClasses(remembered(image));
		for (final Roi roi : rois) {
			final Optional<RoiMark> mark = RoiMark.of(roi);
			if (mark.isPresent() && !mark.get().label().isEmpty()) classes.put(mark
				.get());
		}
		return classes;
	}

	private static List<String> remembered(final ImagePlus image) {
		final List<String> names = new ArrayList<>();
		final String text = image.getProp(PROPERTY);
		if (text == null) return names;
		try {
			for (final String name : text.split(SEPARATOR)) {
				final String decoded = URLDecoder.decode(name, StandardCharsets.UTF_8);
				if (!names.contains(decoded)) names.add(decoded);
			}
			return names;
		}
		catch (final IllegalArgumentException e) {
			// of a file from anywhere: then the ROIs tell
			return new ArrayList<>();
		}
	}

	/** At the place of its group, if that is free. */
	private void put(final RoiMark mark) {
		if (names.contains(mark.label())) return;
		final int place = mark.given().group() - 1;
		while (names.size() < place)
			names.add("");
		if (place >= 0 && place < names.size() && names.get(place).isEmpty()) names
			.set(place, mark.label());
		else add(mark.label());
	}

	/** @param label of a class; put behind the others if it is not among them */
	void add(final String label) {
		if (!names.contains(label)) names.add(label);
	}

	/** @return all of them but the answer for those that nobody is sure of */
	List<String> labels() {
		return names.stream().filter(name -> !name.isEmpty() && !name.equals(
			Threshold.UNKNOWN)).toList();
	}

	/** @return of all groups from 1 on; those that nobody knows are empty */
	List<String> groups() {
		return List.copyOf(names);
	}

	/** @return 0-based, of a class that is among them */
	int index(final String label) {
		return names.indexOf(label);
	}

	/** @return in which ROIs of the class are drawn */
	Color color(final String label) {
		return label.equals(Threshold.UNKNOWN) ? ClassColors.UNKNOWN : ClassColors
			.of(index(label), MANY);
	}
}
