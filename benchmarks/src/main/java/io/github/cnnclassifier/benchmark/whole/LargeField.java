
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.map.MapFiles;
import io.github.cnnclassifier.imagej.map.MapOutput;
import io.github.cnnclassifier.imagej.map.MapSelection;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.map.MapClasses;
import io.github.cnnclassifier.workflow.PixelSizeUse;
import io.github.cnnclassifier.workflow.map.RequestedWindow;

/**
 * Maps a made-up 16-bit field with the shipped digit model, all files written,
 * and tells seconds and the largest heap. Arguments: side in pixels, stride (0
 * for the default). To be run with {@code -Xmx1g}.
 */
public final class LargeField {

	private LargeField() {}

	/**
	 * @param args side and stride
	 * @throws IOException if a file cannot be written
	 */
	public static void main(final String[] args) throws IOException {
		final int side = Integer.parseInt(args[0]);
		final int stride = Integer.parseInt(args[1]);
		final ImagePlus field = new ImagePlus("field", noise(side));
		final Path folder = Files.createTempDirectory("large field");
		try {
			map(field, stride, folder);
		}
		finally {
			try (Stream<Path> files = Files.list(folder)) {
				for (final Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
		}
		System.exit(0);
	}

	private static ShortProcessor noise(final int side) {
		final SplittableRandom random = new SplittableRandom(1);
		final short[] pixels = new short[side * side];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (short) random.nextInt(1 << 16);
		}
		return new ShortProcessor(side, side, pixels, null);
	}

	private static void map(final ImagePlus field, final int stride,
		final Path folder) throws IOException
	{
		final long start = System.nanoTime();
		final MapOutput output = new MapOutput(field, new Plane(1, 1), Optional
			.empty(), "digits", true, new MapFiles(file(folder, "map.tif"), file(
				folder, "probabilities.tif"), file(folder, "confidence.tif"), file(
					folder, "areas.csv")), false, false);
		final MapClasses.Result result = new MapClasses(CnnClassifier.tools(Progress
			.none()), output, Progress.none()).run(new MapClasses.Request(ImagePlusAdapter
				.current(field), MapSelection.of(field, Progress.none()), Path.of("digits"),
				new InputOverrides(null, new IntensityRange(0, 65535), PixelSizeUse.AUTO),
				new Threshold(0), new RequestedWindow(0, stride)));
		final double seconds = (System.nanoTime() - start) / 1e9;
		final long windows = (long) result.layout().grid().columns() * result
			.layout().grid().rows();
		System.out.printf(
			"side %d stride %d windows %d seconds %.0f windows/s %.0f " +
				"largest heap %d MB of %d MB%n", field.getWidth(), result.layout()
					.grid().horizontal().stride(), windows, seconds, windows / seconds,
			heap() >> 20, Runtime.getRuntime().maxMemory() >> 20);
	}

	private static Optional<Path> file(final Path folder, final String name) {
		return Optional.of(folder.resolve(name));
	}

	/** Of each part of the heap the largest use, so rather too much. */
	private static long heap() {
		final List<MemoryPoolMXBean> pools = ManagementFactory
			.getMemoryPoolMXBeans();
		return pools.stream().filter(p -> p.getType() == MemoryType.HEAP).mapToLong(
			p -> p.getPeakUsage().getUsed()).sum();
	}
}
