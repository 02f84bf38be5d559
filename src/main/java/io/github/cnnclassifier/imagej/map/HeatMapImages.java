
package io.github.cnnclassifier.imagej.map;

import java.util.Locale;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.TiffWriter;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.report.HeatColors;
import io.github.cnnclassifier.report.HeatPicture;

/** A heat map as images of ImageJ. */
public final class HeatMapImages {

	/** Of the map in the overlay. */
	private static final String NAME = "CNN heat map";
	private static final String UNIT = "log-odds";

	private final ImagePlus source;
	private final SelectedImage part;
	private final HeatMap map;
	private final String className;
	private final String model;

	/**
	 * @param source the open image; only read
	 * @param part of it that was looked at
	 * @param map of the part
	 * @param className that the map is of
	 * @param model its name
	 */
	public HeatMapImages(final ImagePlus source, final SelectedImage part,
		final HeatMap map, final String className, final String model)
	{
		this.source = source;
		this.part = part;
		this.map = map;
		this.className = className;
		this.model = model;
	}

	/**
	 * @return 32 bits, of the size of the part: the values of the map, shown from
	 *         0 to {@link HeatMap#top()} in the colors of {@link HeatColors};
	 *         title "Heat map of ..."
	 */
	public ImagePlus map() {
		final FloatProcessor pixels = new FloatProcessor(map.width(), map.height(),
			map.values().clone());
		pixels.setLut(colors());
		pixels.setMinAndMax(0, map.top());
		final Calibration calibration = calibration();
		// values mean something else than those of the image
		calibration.disableDensityCalibration();
		calibration.setValueUnit(UNIT);
		return described(new ImagePlus(title("Heat map of "), pixels), calibration);
	}

	/**
	 * @return a copy of the part as the open image shows it, with the map as an
	 *         overlay that ImageJ can hide, flatten and remove; title "Heat map
	 *         over ..."
	 */
	public ImagePlus overlay() {
		final ImagePlus image = TiffWriter.toImage(part.image());
		image.setTitle(title("Heat map over "));
		if (!part.image().isRgb()) showAs(source, image);
		final ImageRoi layer = new ImageRoi(0, 0, HeatPicture.layer(map));
		layer.setName(NAME);
		Drawing.markLegend(layer);
		image.setOverlay(new Overlay(layer));
		return described(image, calibration());
	}

	private String title(final String what) {
		return what + source.getTitle() + " (" + className + (map.hasEvidence()
			? ")" : ", no evidence)");
	}

	private ImagePlus described(final ImagePlus image,
		final Calibration calibration)
	{
		image.setCalibration(calibration);
		final StringBuilder info = new StringBuilder();
		info.append(image.getTitle()).append('\n');
		info.append("model: ").append(model).append('\n');
		info.append("class: ").append(className).append('\n');
		info.append(String.format(Locale.ROOT, "probability: %.4f\n", map
			.probability()));
		info.append("method: ").append(map.method().label()).append('\n');
		info.append(String.format(Locale.ROOT, "evidence: %.4f\n", map.evidence()));
		if (!map.hasEvidence()) info.append("no evidence: the map is flat\n");
		info.append("region: ").append(part.region()).append('\n');
		image.setProperty("Info", info.toString());
		Drawing.markImage(image, "heat map");
		return image;
	}

	/** Where the part lies. */
	private Calibration calibration() {
		final Calibration calibration = source.getCalibration().copy();
		calibration.xOrigin -= part.region().x();
		calibration.yOrigin -= part.region().y();
		return calibration;
	}

	/** With the same colors, black and white. */
	private static void showAs(final ImagePlus source, final ImagePlus image) {
		final LUT[] shown = source.getLuts();
		if (shown.length != image.getNChannels()) return;
		if (!(image instanceof final CompositeImage composite)) {
			image.setLut(shown[0]);
			return;
		}
		composite.setLuts(shown);
		if (source instanceof final CompositeImage like) composite.setMode(like
			.getMode());
	}

	private static LUT colors() {
		final byte[] red = new byte[HeatColors.COUNT];
		final byte[] green = new byte[HeatColors.COUNT];
		final byte[] blue = new byte[HeatColors.COUNT];
		for (int i = 0; i < HeatColors.COUNT; i++) {
			red[i] = (byte) (HeatColors.of(i) >> 16);
			green[i] = (byte) (HeatColors.of(i) >> 8);
			blue[i] = (byte) HeatColors.of(i);
		}
		return new LUT(red, green, blue);
	}
}
