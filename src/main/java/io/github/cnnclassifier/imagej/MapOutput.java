
package io.github.cnnclassifier.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.MapRow;
import io.github.cnnclassifier.workflow.MapLayout;
import io.github.cnnclassifier.workflow.MapTarget;

/** A map as images of ImageJ and as TIFF files. For one map. */
public final class MapOutput implements MapTarget {

	private final ImagePlus source;
	private final Plane plane;
	private final String model;
	private final boolean legend;
	private final MapFiles files;
	private final boolean showProbabilities;
	private final boolean showConfidence;

	private ImagePlus labels;
	private ImagePlus probabilities;
	private ImagePlus confidence;

	/**
	 * @param source the image that is mapped
	 * @param plane of it
	 * @param model its name
	 * @param legend whether the map gets one, as an overlay
	 * @param files to write
	 * @param showProbabilities whether an image of all probabilities is made
	 * @param showConfidence whether an image of the best one is made
	 */
	public MapOutput(final ImagePlus source, final Plane plane,
		final String model, final boolean legend, final MapFiles files,
		final boolean showProbabilities, final boolean showConfidence)
	{
		this.source = source;
		this.plane = plane;
		this.model = model;
		this.legend = legend;
		this.files = files;
		this.showProbabilities = showProbabilities;
		this.showConfidence = showConfidence;
	}

	@Override
	public Sink open(final MapLayout layout) throws IOException {
		requireMemory(layout);
		final MapImages images = new MapImages(source, plane, layout, model,
			legend);
		final MapRows rows = new MapRows(layout, images.isByte());
		try {
			labels = images.labels(layout.height());
			rows.labels.add(new MemoryRows(labels));
			if (showProbabilities) {
				probabilities = images.probabilities(layout.height());
				rows.probabilities.add(new MemoryRows(probabilities));
			}
			if (showConfidence) {
				confidence = images.confidence(layout.height());
				rows.confidence.add(new MemoryRows(confidence));
			}
			add(rows.labels, files.labels(), images.labels(1), layout);
			add(rows.probabilities, files.probabilities(), images.probabilities(1),
				layout);
			add(rows.confidence, files.confidence(), images.confidence(1), layout);
			return rows;
		}
		catch (final IOException | UserFailure e) {
			rows.close();
			throw e;
		}
	}

	private static void add(final List<PlaneRows> rows, final Optional<Path> file,
		final ImagePlus firstRow, final MapLayout layout) throws IOException
	{
		if (file.isPresent()) rows.add(TiffRows.create(file.get(), firstRow, layout
			.height()));
	}

	/** Better a word now than a failure after all windows. */
	private void requireMemory(final MapLayout layout) {
		final long pixels = (long) layout.width() * layout.height();
		final long shown = (showProbabilities ? layout.labels().size() : 0) +
			(showConfidence ? 1 : 0);
		final long needed = pixels * (Short.BYTES + Float.BYTES * shown);
		final Runtime java = Runtime.getRuntime();
		final long free = java.maxMemory() - java.totalMemory() + java.freeMemory();
		if (shown > 0 && needed > free) throw new UserFailure(
			"The images to show need " + (needed >> 20) + " MB of memory, but only " +
				(free >> 20) + " MB are free. Write files instead, with " +
				"probabilityFile=FILE.tif and confidenceFile=FILE.tif, and leave out " +
				"showProbabilities and showConfidence.");
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

	/** Hands each row on to all images and files. */
	private static final class MapRows implements Sink {

		private final List<PlaneRows> labels = new ArrayList<>();
		private final List<PlaneRows> probabilities = new ArrayList<>();
		private final List<PlaneRows> confidence = new ArrayList<>();
		private final MapLayout layout;
		private final boolean bytes;

		MapRows(final MapLayout layout, final boolean bytes) {
			this.layout = layout;
			this.bytes = bytes;
		}

		@Override
		public void row(final MapRow row) throws IOException {
			final Object values = bytes ? bytes(row.values()) : shorts(row.values());
			for (final PlaneRows target : labels) {
				target.put(0, row.y(), values, 0);
			}
			for (final PlaneRows target : confidence) {
				target.put(0, row.y(), row.confidences(), 0);
			}
			for (final PlaneRows target : probabilities) {
				for (int c = 0; c < layout.labels().size(); c++) {
					target.put(c, row.y(), row.probabilities(), c * layout.width());
				}
			}
		}

		private static byte[] bytes(final int[] values) {
			final byte[] bytes = new byte[values.length];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) values[i];
			}
			return bytes;
		}

		private static short[] shorts(final int[] values) {
			final short[] shorts = new short[values.length];
			for (int i = 0; i < shorts.length; i++) {
				shorts[i] = (short) values[i];
			}
			return shorts;
		}

		private List<PlaneRows> all() {
			final List<PlaneRows> all = new ArrayList<>(labels);
			all.addAll(probabilities);
			all.addAll(confidence);
			return all;
		}

		@Override
		public void commit() throws IOException {
			for (final PlaneRows target : all()) {
				target.commit();
			}
		}

		@Override
		public void close() throws IOException {
			for (final PlaneRows target : all()) {
				target.close();
			}
		}
	}
}
