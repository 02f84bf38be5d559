
package io.github.cnnclassifier.workflow.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.ClassArea;
import io.github.cnnclassifier.inference.ClassMap;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.MapArea;
import io.github.cnnclassifier.inference.MapRow;
import io.github.cnnclassifier.inference.WindowAxis;
import io.github.cnnclassifier.inference.WindowGrid;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.progress.TimedStage;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.TrainedSize;
import io.github.cnnclassifier.workflow.UnlikeRemark;

/**
 * Gives every pixel of an image a class, by windows that slide over it and
 * overlap.
 */
public final class MapClasses {

	/** The part of the progress bar that classifying windows takes. */
	private static final double WINDOWS_PART = 0.9;
	private static final int ROWS_AHEAD = 16;
	/** The probabilities of the windows may take this part of the heap. */
	private static final int HEAP_PARTS = 4;

	/**
	 * What is asked for.
	 *
	 * @param image all of it is seen by the windows
	 * @param area the pixels that get a class
	 * @param model the model file or the name of a shipped model
	 * @param input how the image is mapped onto what the model expects
	 * @param threshold which answers count
	 * @param window size and stride of the windows
	 */
	public record Request(SampleImage image, MapArea area, Path model,
			InputOverrides input, Threshold threshold, RequestedWindow window)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param layout of the map
	 * @param areas one per answer, in the order of the values
	 */
	public record Result(MapLayout layout, List<ClassArea> areas) {
	}

	private final Tools tools;
	private final MapTarget target;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param target where the rows go; nothing appears there unless all went well
	 * @param progress shows and cancels
	 */
	public MapClasses(final Tools tools, final MapTarget target,
		final Progress progress)
	{
		this.tools = tools;
		this.target = target;
		this.progress = progress;
	}

	/**
	 * Makes the map.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used, the image does not fit it,
	 *           or there is not enough memory
	 * @throws IOException if the target fails
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request) throws IOException {
		try (Classifier classifier = OpenModel.classifier(request.model(), request
			.input(), tools, progress))
		{
			return run(request, classifier);
		}
	}

	/** The same with an open classifier, which stays the caller's. */
	Result run(final Request request, final Classifier classifier)
		throws IOException
	{
		final TrainedSize trained = TrainedSize.of(classifier);
		final RequestedWindow wish = request.window();
		final ImageSize window = wish.size(request.image(), trained);
		wish.notice(request.image(), window, trained).ifPresent(progress::message);
		final WindowGrid grid = wish.grid(request.image(), window, trained);
		final Threshold threshold = request.threshold().forModel(classifier
			.labels(), classifier.tellsUnlike());
		requireMemory(grid, ClassMap.layers(classifier.labels().size(), threshold));
		final MapLayout layout = new MapLayout(classifier.labels(), threshold,
			grid);
		final ClassLabels answers = layout.answers();
		try (MapTarget.Sink sink = target.open(layout)) {
			final ClassMap map = ClassMap.of(request.image(), grid, request.area(),
				classifier, threshold, new TimedStage(progress, "Classifying windows",
					0, WINDOWS_PART));
			final List<ClassArea> areas = areas(answers, deliver(map, layout, sink));
			sink.commit(areas);
			areas.stream().filter(area -> area.name().equals(Threshold.UNKNOWN))
				.findFirst().flatMap(area -> UnlikeRemark.ofArea(threshold, area
					.fraction())).ifPresent(progress::message);
			return new Result(layout, areas);
		}
	}

	private static void requireMemory(final WindowGrid grid, final int layers) {
		final long allowed = FreeHeap.bytes() / HEAP_PARTS;
		if (fits(grid, layers, allowed)) return;
		final long windows = (long) grid.columns() * grid.rows();
		throw new UserFailure("The probabilities of " + windows + " windows need " +
			(Float.BYTES * layers * windows >> 20) + " MB of memory, but only " +
			(allowed >> 20) + " MB may be used. Choose a larger stride than " + grid
				.horizontal().stride() + ", close images, or give Java more memory.",
			coarser(grid, layers, allowed));
	}

	private static boolean fits(final WindowGrid grid, final int layers,
		final long allowed)
	{
		final long windows = (long) grid.columns() * grid.rows();
		return windows <= Integer.MAX_VALUE && Float.BYTES * layers *
			windows <= allowed;
	}

	/** The first of the doubled strides, up to the window, that fits. */
	private static List<Mend> coarser(final WindowGrid grid, final int layers,
		final long allowed)
	{
		final WindowAxis across = grid.horizontal();
		final WindowAxis down = grid.vertical();
		final int most = Math.min(across.window(), down.window());
		for (int stride = 2 * across.stride(); stride <= most; stride *= 2) {
			final WindowGrid next = new WindowGrid(new WindowAxis(across.length(),
				across.window(), stride), new WindowAxis(down.length(), down.window(),
					stride));
			if (fits(next, layers, allowed)) return List.of(Mend.of(
				"Take a stride of " + stride, "stride", Integer.toString(stride)));
		}
		return List.of();
	}

	/** @return pixels of each value */
	private long[] deliver(final ClassMap map, final MapLayout layout,
		final MapTarget.Sink sink) throws IOException
	{
		final Progress stage = new TimedStage(progress, "Blending windows",
			WINDOWS_PART, 1);
		final long[] pixels = new long[layout.labels().size() + 2];
		try (ReadAhead<MapRow> rows = new ReadAhead<>(layout.height(), ROWS_AHEAD,
			map::row, stage))
		{
			while (rows.hasNext()) {
				final MapRow row = rows.next();
				sink.row(row);
				Arrays.stream(row.values()).forEach(value -> pixels[value]++);
				stage.update((row.y() + 1.0) / layout.height(), "");
			}
		}
		return pixels;
	}

	private static List<ClassArea> areas(final ClassLabels answers,
		final long[] pixels)
	{
		final long mapped = Arrays.stream(pixels).skip(1).sum();
		final List<ClassArea> areas = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++) {
			areas.add(new ClassArea(answers.name(i), i + 1, pixels[i + 1], mapped));
		}
		return areas;
	}
}
