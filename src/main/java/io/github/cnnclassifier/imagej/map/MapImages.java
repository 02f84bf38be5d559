
package io.github.cnnclassifier.imagej.map;

import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.roi.ClassLegend;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.report.ClassColors;
import io.github.cnnclassifier.workflow.map.MapLayout;

/**
 * Makes the empty images of a map, with calibration, colors, legend and names
 * of the classes. The first rows of one are its picture in small: the head of a
 * file is made of one row.
 */
final class MapImages {

	/** The largest value of an 8-bit image. */
	private static final int LARGEST_BYTE = 255;
	private static final int COLORS = 256;

	private final ImagePlus source;
	private final Plane plane;
	private final MapLayout layout;
	private final String model;
	private final boolean legend;

	MapImages(final ImagePlus source, final Plane plane, final MapLayout layout,
		final String model, final boolean legend)
	{
		this.source = source;
		this.plane = plane;
		this.layout = layout;
		this.model = model;
		this.legend = legend;
	}

	/** @return whether values fit 8 bits; else they need 16 */
	boolean isByte() {
		return layout.labels().size() + 1 <= LARGEST_BYTE;
	}

	/** @return title "Class map of ..." */
	ImagePlus labels(final int height) {
		final ImageProcessor pixels = isByte() ? new ByteProcessor(layout.width(),
			height) : new ShortProcessor(layout.width(), height);
		pixels.setColorModel(colors());
		if (!isByte()) pixels.setMinAndMax(0, layout.labels().size() + 1);
		final ImagePlus image = described(new ImagePlus("Class map of " + source
			.getTitle(), pixels));
		if (legend) image.setOverlay(legend());
		return image;
	}

	private Overlay legend() {
		final Overlay overlay = new Overlay();
		ClassLegend.of(lines(layout), layout.height()).forEach(overlay::add);
		return overlay;
	}

	/** @return of a legend: what a pixel can be */
	static List<ClassLegend.Line> lines(final MapLayout layout) {
		final ClassLabels answers = layout.answers();
		return IntStream.range(0, answers.size()).mapToObj(
			i -> new ClassLegend.Line(answers.name(i), ClassColors.of(i, layout
				.labels().size()))).toList();
	}

	/** @return title "Confidence of ..." */
	ImagePlus confidence(final int height) {
		final FloatProcessor pixels = new FloatProcessor(layout.width(), height);
		pixels.setMinAndMax(0, 1);
		return described(new ImagePlus("Confidence of " + source.getTitle(),
			pixels));
	}

	/** @return title "Class probabilities of ...", one slice per class */
	ImagePlus probabilities(final int height) {
		final ImageStack stack = new ImageStack(layout.width(), height);
		for (final String name : layout.labels().names()) {
			stack.addSlice(name, new FloatProcessor(layout.width(), height));
		}
		final ImagePlus image = described(new ImagePlus("Class probabilities of " +
			source.getTitle(), stack));
		image.setDisplayRange(0, 1);
		return image;
	}

	private ImagePlus described(final ImagePlus image) {
		image.setCalibration(calibration());
		final ClassLabels answers = layout.answers();
		final StringBuilder info = new StringBuilder();
		info.append(image.getTitle()).append('\n');
		info.append("model: ").append(model).append('\n');
		info.append("window: ").append(layout.grid().horizontal().window()).append(
			" x ").append(layout.grid().vertical().window()).append(
				" pixels, stride ").append(layout.grid().horizontal().stride()).append(
					'\n');
		info.append("threshold: ").append(layout.threshold().least()).append('\n');
		if (layout.threshold().refusesUnlike()) info.append(
			"unlike: windows unlike the training images are unknown\n");
		if (source.getStackSize() > 1) info.append("slice: ").append(plane.slice())
			.append(", frame: ").append(plane.frame()).append('\n');
		info.append("value 0: not mapped\n");
		for (int i = 0; i < answers.size(); i++) {
			info.append("value ").append(i + 1).append(": ").append(answers.name(i))
				.append('\n');
			image.setProp("class" + (i + 1), answers.name(i));
		}
		image.setProperty("Info", info.toString());
		Drawing.markImage(image, "map");
		return image;
	}

	/** Where the plane lies, but values mean something else. */
	private Calibration calibration() {
		final Calibration calibration = source.getCalibration().copy();
		calibration.disableDensityCalibration();
		calibration.setValueUnit(new Calibration().getValueUnit());
		if (plane.slice() > 0) calibration.zOrigin -= plane.slice() - 1;
		return calibration;
	}

	private IndexColorModel colors() {
		final byte[] red = new byte[COLORS];
		final byte[] green = new byte[COLORS];
		final byte[] blue = new byte[COLORS];
		final int classes = layout.labels().size();
		for (int i = 1; i < COLORS; i++) {
			// with 16 bits the table is spread over all values
			final int value = isByte() ? i : Math.round((float) i * (classes + 1) /
				LARGEST_BYTE);
			final var color = ClassColors.of(Math.max(0, value - 1), classes);
			red[i] = (byte) color.getRed();
			green[i] = (byte) color.getGreen();
			blue[i] = (byte) color.getBlue();
		}
		return new IndexColorModel(8, COLORS, red, green, blue);
	}
}
