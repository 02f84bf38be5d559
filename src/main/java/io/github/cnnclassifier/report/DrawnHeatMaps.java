
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatItem;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMapper;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.progress.Progress;

/**
 * Heat maps of a model over pictures of images. The model is opened with the
 * first map and kept until it is closed. Thread-safe; one map at a time.
 */
public final class DrawnHeatMaps implements MappedPicture {

	/**
	 * An open model.
	 *
	 * @param mapper closed by who draws with it
	 * @param preprocessing from an image to the input of the network
	 */
	public record Opened(HeatMapper mapper, Preprocessing preprocessing) {
	}

	private final Supplier<Opened> model;
	private Opened opened;
	private boolean closed;

	/** @param model opens it; asked once, when the first map is drawn */
	public DrawnHeatMaps(final Supplier<Opened> model) {
		this.model = model;
	}

	@Override
	public synchronized BufferedImage over(final SampleImage image,
		final int label, final int side) throws IOException
	{
		if (closed) throw new IOException(
			"Nothing is drawn any more: the heat maps are closed.");
		if (opened == null) opened = model.get();
		final ItemOutcome<HeatMap> map = opened.mapper().maps(List.of(HeatItem.of(
			image, opened.mapper().labels().name(label))), opened.preprocessing(),
			HeatMethod.AUTO, side, Progress.none()).get(0);
		if (map.isFailed()) throw new IOException(map.reason());
		return HeatPicture.over(SmallPicture.of(image, side), map.result());
	}

	/**
	 * @param image that was classified
	 * @param label 0-based class whose evidence is shown
	 * @return the picture of a report, as PNG
	 * @throws IOException with a reason for the user, if there is no map
	 */
	public byte[] png(final SampleImage image, final int label)
		throws IOException
	{
		return PngBytes.of(over(image, label, EvaluationFiles.THUMBNAIL_SIDE));
	}

	@Override
	public synchronized void close() {
		if (opened != null) opened.mapper().close();
		opened = null;
		closed = true;
	}
}
