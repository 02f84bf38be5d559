
package io.github.cnnclassifier.benchmark.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.sun.management.OperatingSystemMXBean;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.GroupingRule;
import io.github.cnnclassifier.dataset.LabelledImages;
import io.github.cnnclassifier.dataset.ReadAhead;
import io.github.cnnclassifier.dataset.Sample;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InspectImages;

/**
 * Inspects a folder of labelled images with all tables and contact sheets, and
 * compares with reading them alone on all cores; five rounds in turns, after
 * one for warming up. Also compares the processor time of all threads, which
 * means something on a busy machine.
 */
final class InspectionTime {

	private static final int ROUNDS = 5;
	private static final int AHEAD = 64;

	private final OperatingSystemMXBean system =
		(OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	private final ImageReader reader = CnnClassifier.tools(Progress.none())
		.reader();
	private final Path images;

	private InspectionTime(final Path images) {
		this.images = images;
	}

	/**
	 * @param args folder of labelled images
	 * @throws IOException if the tables cannot be written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 1) throw new IllegalArgumentException(
			"Expected a folder of labelled images");
		new InspectionTime(Path.of(args[0])).run();
	}

	private void run() throws IOException {
		final Path output = Files.createTempDirectory("inspection");
		final List<Double> reading = new ArrayList<>();
		final List<Double> inspecting = new ArrayList<>();
		final List<Double> ratios = new ArrayList<>();
		final List<Double> processorRatios = new ArrayList<>();
		int count = 0;
		for (int round = 0; round <= ROUNDS; round++) {
			final long start = System.nanoTime();
			final long startProcessor = system.getProcessCpuTime();
			count = read();
			final long middle = System.nanoTime();
			final long middleProcessor = system.getProcessCpuTime();
			new InspectImages(reader, Progress.none()).run(new InspectImages.Request(
				images, Set.of(), GroupingRule.parse(GroupingRule.AUTO),
				PlanePolicy.EACH, Optional.of(output), true));
			final long end = System.nanoTime();
			final long endProcessor = system.getProcessCpuTime();
			if (round == 0) continue;
			reading.add((middle - start) / 1e9);
			inspecting.add((end - middle) / 1e9);
			ratios.add((double) (end - middle) / (middle - start));
			processorRatios.add((double) (endProcessor - middleProcessor) /
				(middleProcessor - startProcessor));
		}
		System.out.printf("%d images: reading %.2f s, inspection with tables and " +
			"contact sheets in %s %.2f s, %.2f times, %.2f times the processor " +
			"time (medians of %d rounds)%n", count, Medians.of(reading), output,
			Medians.of(inspecting), Medians.of(ratios), Medians.of(processorRatios),
			ROUNDS);
	}

	private int read() {
		final List<Sample> samples = LabelledImages.openAsFound(images, reader, Set
			.of()).samples();
		try (ReadAhead<Integer> read = new ReadAhead<>(samples.size(), AHEAD,
			i -> width(samples.get(i)), Progress.none()))
		{
			while (read.hasNext())
				read.next();
		}
		return samples.size();
	}

	private static int width(final Sample sample) {
		try {
			return sample.source().read().width();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
