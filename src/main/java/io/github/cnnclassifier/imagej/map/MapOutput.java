
package io.github.cnnclassifier.imagej.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.roi.ClassLegend;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.AreaTable;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.workflow.map.MapLayout;
import io.github.cnnclassifier.workflow.map.MapTarget;

/** A map as images of ImageJ and as TIFF files. For one map. */
public final class MapOutput implements MapTarget {

	/** Of a picture, and of the copies that are made on the way. */
	private static final long BYTES_OF_LAYER = 12;

	private final ImagePlus source;
	private final Plane plane;
	private final Optional<PixelSize> pixelSize;
	private final String model;
	private final boolean legend;
	private final MapFiles files;
	private final boolean showProbabilities;
	private final boolean showConfidence;

	private MapLayout layout;
	private ImagePlus labels;
	private ImagePlus probabilities;
	private ImagePlus confidence;
	private Table areas;

	/**
	 * @param source the image that is mapped
	 * @param plane of it
	 * @param pixelSize if empty, areas are counted in pixels
	 * @param model its name
	 * @param legend whether the map gets one, as an overlay
	 * @param files to write
	 * @param showProbabilities whether an image of all probabilities is made
	 * @param showConfidence whether an image of the best one is made
	 */
	public MapOutput(final ImagePlus source, final Plane plane,
		final Optional<PixelSize> pixelSize, final String model,
		final boolean legend, final MapFiles files, final boolean showProbabilities,
		final boolean showConfidence)
	{
		this.source = source;
		this.plane = plane;
		this.pixelSize = pixelSize;
		this.model = model;
		this.legend = legend;
		this.files = files;
		this.showProbabilities = showProbabilities;
		this.showConfidence = showConfidence;
	}

	@Override
	public Sink open(final MapLayout opened) throws IOException {
		layout = opened;
		requireMemory(layout);
		final MapImages images = new MapImages(source, plane, layout, model,
			legend);
		final MapRows rows = new MapRows(layout, images.isByte(), this::table);
		try {
			labels = images.labels(layout.height());
			rows.labels(new MemoryRows(labels));
			if (showProbabilities) {
				probabilities = images.probabilities(layout.height());
				rows.probabilities(new MemoryRows(probabilities));
			}
			if (showConfidence) {
				confidence = images.confidence(layout.height());
				rows.confidence(new MemoryRows(confidence));
			}
			files.addTo(rows, images);
			return rows;
		}
		catch (final IOException | UserFailure e) {
			rows.close();
			throw e;
		}
	}

	private Table table(final List<ClassArea> all) {
		areas = AreaTable.of(source.getTitle(), plane.slice(), plane.frame(), all,
			pixelSize, model);
		return areas;
	}

	/** Better a word now than a failure after all windows. */
	private void requireMemory(final MapLayout layout) {
		final long needed = needed(layout, showProbabilities, showConfidence);
		final long free = FreeHeap.bytes();
		if ((showProbabilities || showConfidence) && needed > free)
			throw new UserFailure("The images to show need " + (needed >> 20) +
				" MB of memory, but only " + (free >> 20) +
				" MB are free. Write files instead, with " +
				"probabilityFile=FILE.tif and confidenceFile=FILE.tif, and leave out " +
				"showProbabilities and showConfidence.", mends(layout, free));
	}

	/** To leave out the one or the other, if the rest fits. */
	private List<Mend> mends(final MapLayout layout, final long free) {
		final List<Mend> mends = new ArrayList<>();
		if (showConfidence && needed(layout, showProbabilities, false) <= free)
			mends.add(Mend.of("Do not show the confidence", "showConfidence",
				"false"));
		if (showProbabilities && needed(layout, false, showConfidence) <= free)
			mends.add(Mend.of("Do not show the probabilities", "showProbabilities",
				"false"));
		return mends;
	}

	private static long needed(final MapLayout layout,
		final boolean probabilities, final boolean confidence)
	{
		final long shown = (probabilities ? layout.labels().size() : 0) +
			(confidence ? 1 : 0);
		return (long) layout.width() * layout.height() * (Short.BYTES +
			Float.BYTES * shown);
	}

	/**
	 * Lays the finished map over the image, with a legend if the map has one.
	 *
	 * @param opacity in percent, 1 to 100
	 * @param progress is told if the memory does not suffice
	 */
	public void layOver(final int opacity, final Progress progress) {
		final long needed = BYTES_OF_LAYER * layout.width() * layout.height();
		if (needed > FreeHeap.bytes()) {
			progress.message("The map is not laid over the image, which needs " +
				(needed >> 20) + " MB of memory. It is in a window of its own.");
			return;
		}
		MapLayer.show(source, plane, labels, opacity);
		if (legend) ClassLegend.show(source, MapImages.lines(layout));
	}

	/** @return the class of each pixel; not shown */
	public ImagePlus labels() {
		return labels;
	}

	/** @return one slice per class; null if not asked for */
	public ImagePlus probabilities() {
		return probabilities;
	}

	/** @return the best probability; null if not asked for */
	public ImagePlus confidence() {
		return confidence;
	}

	/**
	 * @return how much each class has; null before the last row. It is there even
	 *         if the files could not be written then
	 */
	public Table areas() {
		return areas;
	}
}
