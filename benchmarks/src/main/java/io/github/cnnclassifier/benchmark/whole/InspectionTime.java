
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
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InspectImages;

/**
 * Inspects a folder of labeled images with all tables and contact sheets, and
 * compares with reading them alone on all cores; five rounds in turns, after
 * one for warming up. Also compares the processor time of all threads, which
 * means something on a busy machine.
 * <p>
 * The system has the files in memory then, unless a command is given that makes
 * it forget them, such as {@code vmtouch -qe FOLDER}; it is run before each
 * reading and each inspection.
 */
final class InspectionTime {

	private static final int ROUNDS = 5;
	private static final int AHEAD = 64;

	private final OperatingSystemMXBean system =
		(OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
	private final ImageReader reader = CnnClassifier.tools(Progress.none())
		.reader();
	private final Path images;
	private final List<String> forget;

	private InspectionTime(final Path images, final List<String> forget) {
		this.images = images;
		this.forget = forget;
	}

	/**
	 * @param args folder of labeled images, and a command with its arguments
	 *          that makes the system forget them, or nothing
	 * @throws IOException if the tables cannot be written
	 * @throws InterruptedException never
	 */
	public static void main(final String[] args) throws IOException,
		InterruptedException
	{
		if (args.length == 0) throw new IllegalArgumentException(
			"Expected a folder of labelled images");
		new InspectionTime(Path.of(args[0]), List.of(args).subList(1, args.length))
			.run();
	}

	private void forget() throws IOException, InterruptedException {
		if (forget.isEmpty()) return;
		final int status = new ProcessBuilder(forget).inheritIO().start().waitFor();
		if (status != 0) throw new IOException(forget + " ended with " + status);
	}

	private void run() throws IOException, InterruptedException {
		final Path output = Files.createTempDirectory("inspection");
		final List<Cost> reading = new ArrayList<>();
		final List<Cost> inspecting = new ArrayList<>();
		int count = 0;
		for (int round = 0; round <= ROUNDS; round++) {
			forget();
			final Cost start = now();
			count = read();
			final Cost read = now();
			forget();
			final Cost middle = now();
			new InspectImages(reader, Progress.none()).run(new InspectImages.Request(
				images, Set.of(), GroupingRule.parse(GroupingRule.AUTO),
				PlanePolicy.EACH, Optional.of(output), true, CorrectionUse.USE));
			if (round == 0) continue;
			reading.add(read.since(start));
			inspecting.add(now().since(middle));
		}
		System.out.printf("%d images, tables and contact sheets in %s%n", count,
			output);
		print("wall clock", reading, inspecting, Cost::seconds);
		print("processor", reading, inspecting, Cost::processorSeconds);
	}

	private static void print(final String clock, final List<Cost> reading,
		final List<Cost> inspecting, final ToDoubleFunction<Cost> seconds)
	{
		System.out.printf("%s: reading %.2f s, inspection %.2f s, %.2f times " +
			"(medians of %d rounds)%n", clock, median(reading, seconds), median(
				inspecting, seconds), Medians.of(IntStream.range(0, ROUNDS).mapToObj(
					i -> seconds.applyAsDouble(inspecting.get(i)) / seconds.applyAsDouble(
						reading.get(i))).toList()), ROUNDS);
	}

	private static double median(final List<Cost> costs,
		final ToDoubleFunction<Cost> seconds)
	{
		return Medians.of(costs.stream().map(seconds::applyAsDouble).toList());
	}

	/** Time, and processor time of all threads. */
	private record Cost(double seconds, double processorSeconds) {

		Cost since(final Cost start) {
			return new Cost(seconds - start.seconds, processorSeconds -
				start.processorSeconds);
		}
	}

	private Cost now() {
		return new Cost(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
	}

	private int read() {
		final List<Sample> samples = LabeledImages.openAsFound(images, reader, Set
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
